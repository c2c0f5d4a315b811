package vn.motcua.documents;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The six digits that open a dossier to whoever knows its code: one PIN per dossier for ever, made when first needed. */
@Component
public class LookupPins {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LookupPins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public String of(long dossierId) {
        jdbc.sql("insert into motcua.lookup_pin values (?, ?, ?) on conflict do nothing")
                .params(dossierId, "%06d".formatted(random.nextInt(1_000_000)), LocalDateTime.now(clock))
                .update();
        return jdbc.sql("select pin from motcua.lookup_pin where dossier_id = ?")
                .param(dossierId)
                .query(String.class)
                .single();
    }
}
