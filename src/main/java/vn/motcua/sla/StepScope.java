package vn.motcua.sla;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose steps, and as what they are told apart.
 *
 * @param processes the keys of the processes that the dossiers run on
 * @param tasks the tasks that are asked about, null for all
 * @param called tasks of other processes that stand for an element of this one; other tasks are their own element
 * @param agencies that handle the dossiers
 * @param procedure its code, null for all
 */
public record StepScope(
        Set<String> processes,
        @Nullable Set<String> tasks,
        List<Called> called,
        Set<Integer> agencies,
        @Nullable String procedure) {

    /**
     * A task of a process that is called.
     *
     * @param name of the step, null for all that no other element has
     * @param element of the process that calls
     */
    public record Called(String task, @Nullable String name, String element) {}

    /** The element of a row with a key and a name of its task. */
    static final String ELEMENT = "coalesce(named.element, other.element, task_key)";

    static final String CALLED = """
            left join unnest(:calledTasks::text[], :calledNames::text[], :calledElements::text[])
                named (task, name, element) on named.task = task_key and named.name = step_name
            left join unnest(:calledTasks::text[], :calledNames::text[], :calledElements::text[])
                other (task, name, element) on other.task = task_key and other.name is null
            """;

    /** All tasks of the dossiers of one process. */
    public static StepScope of(String process, Set<Integer> agencies) {
        return new StepScope(Set.of(process), null, List.of(), agencies, null);
    }

    /** Those of one procedure, null for all. */
    public StepScope only(@Nullable String wanted) {
        return new StepScope(processes, tasks, called, agencies, wanted);
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
        return sql.param("processes", processes.toArray(String[]::new))
                .param("tasks", tasks == null ? null : tasks.toArray(String[]::new), Types.ARRAY)
                .param("calledTasks", column(Called::task))
                .param("calledNames", column(Called::name))
                .param("calledElements", column(Called::element))
                .param("agencies", agencies.toArray(Integer[]::new))
                .param("procedure", procedure, Types.VARCHAR);
    }

    private @Nullable String[] column(Function<Called, @Nullable String> value) {
        return called.stream().map(value).toArray(String[]::new);
    }
}
