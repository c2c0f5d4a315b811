package vn.motcua.sla;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is forecast of single dossiers, to be shown beside them. */
@Component
public class Risks {

    /**
     * @param from the instant from which the dossier is at risk, which may lie ahead
     * @param due the due date for which it was forecast
     * @param needMinutes office time that is usually still needed from the beginning of the step, or the fallback
     * @param passes finished passes behind it; of THIN, how few there were
     * @param step that needs longest, null where no task is open
     * @param atRisk whether it was at risk at the moment asked for
     */
    public record Risk(
            LocalDateTime from,
            LocalDateTime due,
            int needMinutes,
            RiskBasis basis,
            int passes,
            @Nullable String step,
            boolean atRisk) {}

    private final JdbcClient jdbc;

    Risks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By the numbers of the dossiers. Nothing of those that nothing is forecast of: they wait, are resolved, overdue for a
     * day, or not received; nor of those whose clock has changed since, which a round sees within half a minute.
     */
    public Map<Long, Risk> of(Collection<Long> dossiers, LocalDateTime moment) {
        Map<Long, Risk> risks = new HashMap<>();
        jdbc.sql("""
                        select r.*, r.at_risk @> :moment as is_at_risk
                        from motcua.risk_span r
                        join motcua.clock_span c on c.dossier_id = r.dossier_id
                         and c.valid_from <= :moment and (c.valid_to is null or c.valid_to > :moment)
                         and not c.waiting and c.due_at = r.due_at
                        where r.dossier_id = any (:dossiers)
                          and r.valid_from <= :moment and (r.valid_to is null or r.valid_to > :moment)
                        """)
                .param("dossiers", dossiers.toArray(Long[]::new))
                .param("moment", moment)
                .query((row, n) -> risks.put(
                        row.getLong("dossier_id"),
                        new Risk(
                                row.getObject("risk_from", LocalDateTime.class),
                                row.getObject("due_at", LocalDateTime.class),
                                row.getInt("need_minutes"),
                                RiskBasis.valueOf(row.getString("basis")),
                                row.getInt("passes"),
                                row.getString("step_name"),
                                row.getBoolean("is_at_risk"))))
                .list();
        return risks;
    }
}
