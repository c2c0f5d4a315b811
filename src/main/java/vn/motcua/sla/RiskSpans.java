package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The forecasts as stored: what was said of each dossier, from when until when. */
@Repository
class RiskSpans {

    /**
     * A dossier and what stands about it.
     *
     * @param open null where nothing is to be forecast: not received, resolved, waiting, or overdue
     * @param said the forecast that lasts
     */
    record Case(
            long id, @Nullable OpenDossier open, @Nullable Forecast said) {}

    private static final String CASES = """
            select d.id, d.agency_id, d.received_at, d.due_at,
                   d.received_at is not null and d.outcome is null and d.resolved_at is null and d.waiting_since is null
                       and d.due_at >= :now as running,
                   v.limit_amount, v.limit_unit,
                   (select coalesce(sum(e.amount), 0) from motcua.clock_event e
                    where e.dossier_id = d.id and e.kind = 'EXTENDED') as extended,
                   step.task_key as step_key, step.name as step_of, step.need as step_need, step.basis as step_basis,
                   step.passes as step_passes,
                   said.due_at as said_due_at, said.risk_from, said.day_before, said.need_minutes, said.basis, said.passes,
                   said.task_key, said.step_name
            from motcua.dossier d
            join motcua.procedure_version v on v.id = d.version_id
            left join lateral (%s) step on true
            left join motcua.risk_span said on said.dossier_id = d.id and said.valid_to is null
            where d.id = any (:ids)
            """.formatted(OpenDossier.STEP);

    /** What began at this very moment was never true. */
    private static final String CLOSE = """
            with void as (
                delete from motcua.risk_span where dossier_id = any (:ids) and valid_to is null and valid_from >= :now)
            update motcua.risk_span set valid_to = :now
            where dossier_id = any (:ids) and valid_to is null and valid_from < :now
            """;

    private static final String SAY = """
            insert into motcua.risk_span (dossier_id, valid_from, due_at, risk_from, day_before, need_minutes, basis, passes,
                task_key, step_name)
            select id, :now, due, risk_from, day_before, need, basis, passes, task_key, step_name
            from unnest(cast(:ids as bigint[]), cast(:due as timestamp[]), cast(:riskFrom as timestamp[]),
                cast(:dayBefore as timestamp[]), cast(:need as int[]), cast(:basis as text[]), cast(:passes as int[]),
                cast(:keys as text[]), cast(:names as text[]))
                said (id, due, risk_from, day_before, need, basis, passes, task_key, step_name)
            """;

    private final JdbcClient jdbc;

    RiskSpans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Case> cases(Collection<Long> dossiers, LocalDateTime now) {
        return jdbc.sql(CASES)
                .param("ids", dossiers.toArray(Long[]::new))
                .param("now", now)
                .query(RiskSpans::read)
                .list();
    }

    void close(Collection<Long> dossiers, LocalDateTime now) {
        if (!dossiers.isEmpty()) {
            jdbc.sql(CLOSE)
                    .param("ids", dossiers.toArray(Long[]::new))
                    .param("now", now)
                    .update();
        }
    }

    /** @param forecasts of the dossiers, in their order; none of them has one that lasts */
    void say(List<Long> dossiers, List<Forecast> forecasts, LocalDateTime now) {
        if (!dossiers.isEmpty()) {
            jdbc.sql(SAY)
                    .param("now", now)
                    .param("ids", dossiers.toArray(Long[]::new))
                    .param("due", column(forecasts, Forecast::due))
                    .param("riskFrom", column(forecasts, Forecast::riskFrom))
                    .param("dayBefore", column(forecasts, Forecast::dayBefore))
                    .param("need", column(forecasts, Forecast::needMinutes))
                    .param("basis", column(forecasts, Forecast::basis))
                    .param("passes", column(forecasts, Forecast::passes))
                    .param("keys", column(forecasts, Forecast::taskKey))
                    .param("names", column(forecasts, Forecast::stepName))
                    .update();
        }
    }

    private static @Nullable String[] column(List<Forecast> forecasts, Function<Forecast, @Nullable Object> value) {
        List<@Nullable String> column = new ArrayList<>();
        forecasts.forEach(forecast -> column.add(Objects.toString(value.apply(forecast), null)));
        return column.toArray(String[]::new);
    }

    private static Case read(ResultSet row, int n) throws SQLException {
        return new Case(
                row.getLong("id"),
                row.getBoolean("running") ? OpenDossier.read(row) : null,
                row.getObject("said_due_at") == null ? null : said(row));
    }

    private static Forecast said(ResultSet row) throws SQLException {
        return new Forecast(
                row.getObject("said_due_at", LocalDateTime.class),
                row.getObject("risk_from", LocalDateTime.class),
                row.getObject("day_before", LocalDateTime.class),
                row.getInt("need_minutes"),
                RiskBasis.valueOf(row.getString("basis")),
                row.getInt("passes"),
                row.getString("task_key"),
                row.getString("step_name"));
    }
}
