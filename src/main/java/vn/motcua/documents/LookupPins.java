package vn.motcua.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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

    /** Whether it is the PIN of the dossier of that code; of a code that there is not, none is. */
    public boolean opens(String dossierCode, String pin) {
        String known =
                jdbc.sql("""
                        select p.pin from motcua.lookup_pin p join motcua.dossier d on d.id = p.dossier_id where d.code = ?
                        """).param(dossierCode).query(String.class).optional().orElse("");
        return !known.isEmpty()
                && MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), pin.getBytes(StandardCharsets.UTF_8));
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
