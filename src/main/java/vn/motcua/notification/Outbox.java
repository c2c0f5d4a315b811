package vn.motcua.notification;

import java.time.Clock;
import java.time.LocalDateTime;
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
}
