package vn.motcua.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many of the engine's jobs are not done, and what failed for good; from its tables, wherever it runs. */
@Component
public class EngineCounts {

    /**
     * Timers and other jobs.
     *
     * @param due whose time has come and that have not run
     * @param late for how long the first of them is due
     * @param exhausted that were tried as often as they may be
     */
    public record Jobs(long due, Duration late, long exhausted) {}

    private static final String DUE = """
            select count(*) as due, min(duedate_) as first,
                   (select count(*) from public.act_ru_job where retries_ = 0) as exhausted
            from public.act_ru_job
            where retries_ > 0 and suspension_state_ = 1
                and (duedate_ is null or duedate_ <= cast(:now as timestamp))
            """;

    // An incident of a called process is one of its callers too, and is counted where it happened.
    private static final String INCIDENTS = """
            select p.key_ as process, count(i.id_) as incidents
            from public.act_re_procdef p
            left join public.act_ru_incident i on i.proc_def_id_ = p.id_ and i.cause_incident_id_ = i.id_
            group by p.key_
            """;

    private final JdbcClient jdbc;

    EngineCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Jobs jobs(Instant now) {
        // As the engine writes it: local time of the machine.
        return jdbc.sql(DUE)
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Jobs(row.getLong("due"), late(row, now), row.getLong("exhausted")))
                .single();
    }

    /** Incidents by process; a process without any is there too. */
    public Map<String, Long> incidents() {
        Map<String, Long> incidents = new TreeMap<>();
        jdbc.sql(INCIDENTS)
                .query((row, n) -> incidents.put(row.getString("process"), row.getLong("incidents")))
                .list();
        return incidents;
    }

    private static Duration late(ResultSet row, Instant now) throws SQLException {
        @Nullable Timestamp first = row.getTimestamp("first");
        return first == null ? Duration.ZERO : Duration.between(first.toInstant(), now);
    }
}
