package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long steps took that were finished in a period, in minutes of working time. */
@Component
public class StepTimes {

    /**
     * @param element of the process
     * @param name of the step, where one element stands for the steps of many procedures; null for all of them together
     * @param passes how often it was finished
     * @param median half of the passes took no longer
     * @param most nine of ten took no longer
     * @param waited the median of how much office time the dossier's clock stood meanwhile
     * @param allowedLeast the shortest time that was allowed, null where none was
     * @param allowedMost the longest
     * @param usedMedian the median of the share of its allowed time that a pass took, null where none was allowed
     * @param usedMost what share nine of ten did not exceed
     * @param judged how many passes had a due date
     * @param late how many of those were finished after it
     * @param pace how the step keeps its allowed time, null where none was allowed
     */
    public record Step(
            String element,
            @Nullable String name,
            long passes,
            double median,
            double most,
            double waited,
            @Nullable Integer allowedLeast,
            @Nullable Integer allowedMost,
            @Nullable Double usedMedian,
            @Nullable Double usedMost,
            long judged,
            long late,
            @Nullable Pace pace) {}

    /** @param passes how many steps of its dossiers were finished in the period */
    public record Procedure(String code, String name, long passes) {}

    /** How the passes of a step keep to the time that they are given. */
    public enum Pace {
        /** Nine of ten are finished within it. */
        WITHIN,
        /** At least half are, but not nine of ten. */
        TIGHT,
        /** Most take longer. */
        OVER;

        static @Nullable Pace of(@Nullable Double median, @Nullable Double most) {
            if (median == null || most == null) {
                return null;
            }
            return median > 1 ? OVER : most > 1 ? TIGHT : WITHIN;
        }
    }

    private static final String FIGURES = """
            select element, step_name as name, count(*) as passes,
                   percentile_cont(array[0.5, 0.9]) within group (order by worked_minutes) as worked,
                   percentile_cont(0.5) within group (order by waited_minutes) as waited,
                   min(allowed_minutes) as allowed_least, max(allowed_minutes) as allowed_most,
                   percentile_cont(array[0.5, 0.9])
                       within group (order by worked_minutes::float8 / nullif(allowed_minutes, 0)) as used,
                   count(late) as judged, count(*) filter (where late) as late
            from (
                select p.*, %s as element
                from motcua.step_pass p
                %s
                where process_id = any (:processes) and done_at >= :from and done_at < :until
                  and dossier_agency_id = any (:agencies)
                  and (cast(:tasks as text[]) is null or task_key = any (:tasks))
                  and (cast(:procedure as text) is null or version_id in (
                    select id from motcua.procedure_version where procedure_code = :procedure))) pass
            group by grouping sets ((element), (element, step_name))
            order by element, step_name nulls first
            """.formatted(StepScope.ELEMENT, StepScope.CALLED);

    private static final String PROCEDURES = """
            select v.procedure_code, (array_agg(v.name order by v.valid_from desc, v.revision desc))[1] as name,
                   sum(known.passes) as passes
            from (
                select version_id, count(*) as passes from motcua.step_pass
                where process_id = any (:processes) and done_at >= :from and done_at < :until
                  and dossier_agency_id = any (:agencies) and (cast(:tasks as text[]) is null or task_key = any (:tasks))
                group by version_id
                union all
                select w.version_id, 0 from motcua.work_item w
                join motcua.dossier d on d.id = w.dossier_id
                join motcua.dossier_flow f on f.dossier_id = d.id
                where f.process_id = any (:processes) and d.agency_id = any (:agencies)
                  and (cast(:tasks as text[]) is null or w.task_key = any (:tasks))
                group by w.version_id) known
            join motcua.procedure_version v on v.id = known.version_id
            group by v.procedure_code order by passes desc, v.procedure_code
            """;

    private final JdbcClient jdbc;

    StepTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every step twice: as the element of the process, and by its names.
     *
     * @param from the first day on which passes were finished
     * @param to the last one
     */
    public List<Step> of(StepScope scope, LocalDate from, LocalDate to) {
        return scope.bind(jdbc.sql(FIGURES))
                .param("from", from.atStartOfDay())
                .param("until", to.plusDays(1).atStartOfDay())
                .query(StepTimes::step)
                .list();
    }

    /** The procedures that have such steps, finished in the period or open now; those with the most first. */
    public List<Procedure> procedures(StepScope scope, LocalDate from, LocalDate to) {
        return scope.bind(jdbc.sql(PROCEDURES))
                .param("from", from.atStartOfDay())
                .param("until", to.plusDays(1).atStartOfDay())
                .query((row, n) -> new Procedure(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private static Step step(ResultSet row, int n) throws SQLException {
        Double[] worked = (Double[]) row.getArray("worked").getArray();
        Double[] used = row.getArray("used") == null
                ? new Double[2]
                : (Double[]) row.getArray("used").getArray();
        return new Step(
                row.getString("element"),
                row.getString("name"),
                row.getLong("passes"),
                worked[0],
                worked[1],
                row.getDouble("waited"),
                row.getObject("allowed_least", Integer.class),
                row.getObject("allowed_most", Integer.class),
                used[0],
                used[1],
                row.getLong("judged"),
                row.getLong("late"),
                Pace.of(used[0], used[1]));
    }
}
