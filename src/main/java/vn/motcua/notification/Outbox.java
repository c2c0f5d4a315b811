package vn.motcua.notification;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that are to be sent; they exist exactly if what they tell happened. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param kind what it tells, a readable word such as "overdue" */
    public void put(long dossierId, String kind, String body) {
        jdbc.sql("insert into motcua.outbox (dossier_id, kind, body, created_at) values (?, ?, ?, ?)")
                .params(dossierId, kind, body, LocalDateTime.now(clock))
                .update();
    }

    /**
     * A letter to an address.
     *
     * @param dossierId null for one that is about no dossier, such as the confirmation of an address
     * @param body plain text
     */
    public void mail(@Nullable Long dossierId, String kind, String to, String subject, String body) {
        jdbc.sql("""
                        insert into motcua.outbox (dossier_id, kind, recipient, subject, body, created_at)
                        values (:dossier, :kind, :to, :subject, :body, :at)
                        """)
                .param("dossier", dossierId, Types.BIGINT)
                .param("kind", kind)
                .param("to", to)
                .param("subject", subject)
                .param("body", body)
                .param("at", LocalDateTime.now(clock))
                .update();
    }
}
