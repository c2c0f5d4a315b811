package vn.motcua.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import vn.motcua.support.TestStore;

/**
 * How long the task list takes with many tasks, for people with one agency and with all of them. Not a test: run its main
 * with the number of tasks, by default 10,000.
 */
final class TaskQueryBench {

    private static final int ROUNDS = 60;

    private TaskQueryBench() {}

    public static void main(String[] arguments) {
        int tasks = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        try (Office office = Office.of(TestStore.engine())) {
            office.store
                    .bean(DossierFlow.class)
                    .file("1.003868", Office.DEPARTMENT, Papers.publication(), "Người nộp", null);
            multiply(office, tasks);
            for (Map.Entry<String, String> who : Map.of(
                            "manager", "000.00.00.H37", "leader", "000.00.00.H37", "counter", "000.20.22.H37")
                    .entrySet()) {
                measure(office, who.getKey(), who.getValue());
            }
        }
    }

    /** More of the same task, one process instance each, over all agencies and a year of due dates. */
    private static void multiply(Office office, int tasks) {
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink")) {
            office.store.jdbc().sql("""
                            with agencies as (select code, row_number() over (order by code) as n,
                                    count(*) over () as total from motcua.agency)
                            insert into %1$s select (jsonb_populate_record(t, jsonb_strip_nulls(jsonb_build_object(
                                'id_', t.id_ || '-' || i,
                                'execution_id_', to_jsonb(t) ->> 'execution_id_' || '-' || i,
                                'proc_inst_id_', to_jsonb(t) ->> 'proc_inst_id_' || '-' || i,
                                'root_proc_inst_id_', to_jsonb(t) ->> 'root_proc_inst_id_' || '-' || i,
                                'parent_id_', to_jsonb(t) ->> 'parent_id_' || '-' || i,
                                'task_id_', to_jsonb(t) ->> 'task_id_' || '-' || i,
                                'due_date_', (to_jsonb(t) ->> 'due_date_')::timestamp + i * interval '50 minutes',
                                'tenant_id_', a.code)))).*
                            from %1$s t cross join generate_series(1, :tasks) i
                            join agencies a on a.n = i %% a.total + 1
                            """.formatted(table)).param("tasks", tasks).update();
            office.store.jdbc().sql("analyze " + table).update();
        }
    }

    private static void measure(Office office, String group, String agency) {
        String person = group + "-1";
        Visitor.employ(office.store, person, group, agency);
        TaskService tasks = office.engine.getTaskService();
        for (boolean own : new boolean[] {false, true}) {
            Supplier<TaskQuery> query = () -> own
                    ? tasks.createTaskQuery().taskCandidateGroup("counter").includeAssignedTasks()
                    : tasks.createTaskQuery();
            String list = own ? "of one group" : "all";
            time(office, person, list + ", count", () -> query.get().count());
            time(office, person, list + ", first page", () ->
                    (long) query.get().orderByDueDate().asc().listPage(0, 15).size());
        }
    }

    private static void time(Office office, String person, String what, Supplier<Long> query) {
        EngineLogin login = office.store.bean(EngineLogin.class);
        long[] nanos = new long[ROUNDS];
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            found = login.as(person, query);
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-24s found %6d  median %7.1f ms  worst %7.1f ms%n",
                person,
                what,
                found,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS - 1] / 1e6);
    }
}
