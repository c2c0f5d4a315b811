package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the running dossiers of some processes are: a token for each open task. A number and its list ask the same. */
@Component
public class RunningSteps {

    /** Which tokens, by the clock of the dossier. */
    public enum Which {
        ALL("true"),
        OVERDUE("motcua.running_due(d) < :now"),
        AT_RISK("d.id in (select dossier_id from motcua.at_risk_at(:now))"),
        WAITING("d.resolved_at is null and motcua.awaits_applicant(d)");

        private final String predicate;

        Which(String predicate) {
            this.predicate = predicate;
        }
    }

    /**
     * How many tokens there are at a step.
     *
     * @param name null for all steps of the task together
     */
    public record Tokens(String element, @Nullable String name, long all, long overdue, long atRisk, long waiting) {}

    /**
     * @param element null for dossiers at every step, and for those that nobody has a task of
     * @param name of the step, null for all of the element
     */
    public record Asked(
            StepScope scope,
            Which which,
            @Nullable String element,
            @Nullable String name) {}

    /**
     * A running dossier where it stands.
     *
     * @param taskId null where nobody has a task of it
     * @param due of the dossier, null before its clock has begun
     * @param waitingSince since when the clock stands or the filing awaits its papers
     * @param stepDue of the task
     */
    public record Token(
            @Nullable String taskId,
            long dossier,
            String code,
            String applicant,
            String procedure,
            String procedureName,
            int agency,
            @Nullable String step,
            @Nullable String staffGroup,
            @Nullable Integer stepAgency,
            @Nullable String assignee,
            @Nullable LocalDateTime stepDue,
            @Nullable LocalDateTime due,
            boolean provisional,
            @Nullable LocalDateTime waitingSince,
            @Nullable LocalDateTime resolved,
            boolean overdue,
            String instance) {}

    private static final String OPEN = """
            with open as (
                select task_id, dossier_id, task_key, name as step_name, staff_group, agency_id, assignee, due_at
                from motcua.work_item
                union all
                select null, id, null, null, null, null, null, null from motcua.dossier o
                where o.outcome is null and not exists (select 1 from motcua.work_item w where w.dossier_id = o.id)
            ), token as (
                select w.task_id, %s as element, w.step_name, w.staff_group, w.agency_id as step_agency_id, w.assignee,
                       w.due_at as step_due_at, f.process_instance_id, v.procedure_code, v.name as procedure_name, d.*,
                       motcua.running_due(d) as running_due, %s
                from open w
                join motcua.dossier d on d.id = w.dossier_id
                join motcua.dossier_flow f on f.dossier_id = d.id
                join motcua.procedure_version v on v.id = d.version_id
                %s
                where f.process_id = any (:processes) and d.agency_id = any (:agencies)
                  and (cast(:tasks as text[]) is null or w.task_key = any (:tasks))
                  and (cast(:procedure as text) is null or v.procedure_code = :procedure)
            )
            """.formatted(StepScope.ELEMENT, each(), StepScope.CALLED);

    private static final String LISTED = """
            from token where is_%s and (cast(:key as text) is null or element = :key)
              and (cast(:name as text) is null or step_name = :name)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RunningSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every step that has tokens twice: as the element of the process, and by its names. */
    public List<Tokens> tokens(StepScope scope) {
        return scope.bind(jdbc.sql(OPEN + """
                        select element, step_name, count(*) filter (where is_all), count(*) filter (where is_overdue),
                               count(*) filter (where is_at_risk), count(*) filter (where is_waiting)
                        from token where task_id is not null
                        group by grouping sets ((element), (element, step_name)) order by element, step_name nulls first
                        """))
                .param("now", LocalDateTime.now(clock))
                .query((row, n) -> new Tokens(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
    }

    public long count(Asked asked) {
        return sql("select count(*) ", asked, "").query(Long.class).single();
    }

    /** The most urgent first; those whose clock stands or is over last. */
    public List<Token> page(Asked asked, long offset, int size) {
        return sql(
                        "select * ",
                        asked,
                        " order by running_due nulls last, resolved_at nulls first, id, task_id"
                                + " offset :offset limit :size")
                .param("offset", offset)
                .param("size", size)
                .query(RunningSteps::token)
                .list();
    }

    /** The number of the dossier that the process instance was started for. */
    public Optional<Long> dossierOn(String processInstance) {
        return jdbc.sql("select dossier_id from motcua.dossier_flow where process_instance_id = ?")
                .param(processInstance)
                .query(Long.class)
                .optional();
    }

    private JdbcClient.StatementSpec sql(String select, Asked asked, String order) {
        return asked.scope()
                .bind(jdbc.sql(
                        OPEN + select + LISTED.formatted(asked.which().name().toLowerCase(Locale.ROOT)) + order))
                .param("now", LocalDateTime.now(clock))
                .param("key", asked.element(), Types.VARCHAR)
                .param("name", asked.name(), Types.VARCHAR);
    }

    private static String each() {
        StringBuilder columns = new StringBuilder();
        for (Which which : Which.values()) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append("coalesce(")
                    .append(which.predicate)
                    .append(", false) as is_")
                    .append(which.name());
        }
        return columns.toString();
    }

    private static Token token(ResultSet row, int n) throws SQLException {
        return new Token(
                row.getString("task_id"),
                row.getLong("id"),
                row.getString("code"),
                row.getString("applicant_name"),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                row.getInt("agency_id"),
                row.getString("step_name"),
                row.getString("staff_group"),
                row.getObject("step_agency_id", Integer.class),
                row.getString("assignee"),
                row.getObject("step_due_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                row.getBoolean("due_provisional"),
                row.getObject("waiting_since", LocalDateTime.class),
                row.getObject("resolved_at", LocalDateTime.class),
                row.getBoolean("is_overdue"),
                row.getString("process_instance_id"));
    }
}
