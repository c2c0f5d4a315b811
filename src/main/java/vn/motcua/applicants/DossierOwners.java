package vn.motcua.applicants;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account a dossier was filed from; one that came over the counter has none. */
@Component
public class DossierOwners {

    private final JdbcClient jdbc;
    private final Clock clock;

    DossierOwners(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the transaction that files the dossier. */
    public void filed(long dossierId, long accountId) {
        jdbc.sql("insert into motcua.applicant_dossier (dossier_id, account_id, filed_at) values (?, ?, ?)")
                .params(dossierId, accountId, LocalDateTime.now(clock))
                .update();
    }

    public OptionalLong of(long dossierId) {
        return jdbc.sql("select account_id from motcua.applicant_dossier where dossier_id = ?")
                .param(dossierId)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** How many were filed from an account since then. */
    public int filedSince(long accountId, LocalDateTime since) {
        return jdbc.sql("select count(*) from motcua.applicant_dossier where account_id = ? and filed_at > ?")
                .params(accountId, since)
                .query(Integer.class)
                .single();
    }

    /** The dossier that an account filed last, empty before the first. */
    public OptionalLong last(long accountId) {
        return jdbc.sql("""
                        select dossier_id from motcua.applicant_dossier
                        where account_id = ? order by dossier_id desc limit 1
                        """)
                .param(accountId)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
