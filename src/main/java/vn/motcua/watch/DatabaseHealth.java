package vn.motcua.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether something can be written: a full disk, a standby and a lost connection all show by that. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    /** Everybody may ask whether the node is ready; the store is asked no more often than this. */
    static final Duration EVERY = Duration.ofSeconds(5);

    private static final int LONGEST_SECONDS = 3;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Remembered<Health> last;

    DatabaseHealth(DataSource store, Clock clock) {
        this.jdbc = new JdbcTemplate(store);
        jdbc.setQueryTimeout(LONGEST_SECONDS);
        this.clock = clock;
        this.last = new Remembered<>(EVERY, clock, this::write);
    }

    @Override
    public Health health() {
        return last.get();
    }

    private Health write() {
        try {
            jdbc.update("""
                    insert into motcua.store_fact values ('last-health-check', ?)
                    on conflict (name) do update set value = excluded.value
                    """, LocalDateTime.now(clock).toString());
            return Health.up().build();
        } catch (RuntimeException unwritable) {
            return Health.down(unwritable).build();
        }
    }
}
