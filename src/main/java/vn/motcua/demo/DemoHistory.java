package vn.motcua.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;

/** Ends in July and August 2019 what the register of 2019 left open, so that it does not burn today. */
@Component
class DemoHistory {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 7, 1);
    private static final int DAYS = 60;

    private final Dossiers dossiers;
    private final JdbcClient jdbc;

    DemoHistory(Dossiers dossiers, JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
    }

    int end() {
        Random random = new Random(2019);
        List<String> open = jdbc.sql("select code from motcua.dossier where status in (2, 4, 5, 6, 7) order by id")
                .query(String.class)
                .list();
        open.forEach(code -> end(dossiers.get(code), random));
        return open.size();
    }

    private void end(Dossier dossier, Random random) {
        LocalDateTime resolved =
                FIRST_DAY.plusDays(random.nextInt(DAYS)).atTime(8 + random.nextInt(3), random.nextInt(60));
        if (dossier.status() == Status.WAITING_SUPPLEMENT) {
            dossiers.supplementReceived(dossier.code(), act(FIRST_DAY.atTime(7, 30)));
        }
        dossiers.resolve(dossier.code(), act(resolved));
        dossiers.handOver(dossier.code(), act(resolved.plusHours(5)));
    }

    private static Act act(LocalDateTime at) {
        return Act.by("Sổ theo dõi 2019").at(at);
    }
}
