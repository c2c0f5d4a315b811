package vn.motcua.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Channel;
import vn.motcua.support.TestStore;

/** With a hundred thousand tasks no list reads a table from one end to the other. */
class WorklistPlanTest {

    private static final int TASKS = 100_000;
    private static final Set<String> EVERYBODY = Set.of("counter", "officer", "leader");

    private static TestStore store;
    private static Worklist worklist;
    private static Set<Integer> agencies;

    @BeforeAll
    static void fill() {
        store = TestStore.withCatalogue();
        worklist = store.bean(Worklist.class);
        agencies = new HashSet<>(store.jdbc()
                .sql("select id from motcua.agency")
                .query(Integer.class)
                .list());
        store.jdbc().sql("""
                        insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind, applicant_name,
                            recorded_at, status, received_at, due_at)
                        select 'H37.1-261120-' || i, (select min(id) from motcua.procedure_version), a.id, 1 + i % 3, 1,
                            'Nguyễn Văn ' || i, '2026-11-20', 4, '2026-11-20', timestamp '2026-11-20' + i % 100 * interval '1 hour'
                        from generate_series(1, :tasks) i
                        join (select id, row_number() over () - 1 as n, count(*) over () as total from motcua.agency) a
                            on a.n = i % a.total
                        """).param("tasks", TASKS).update();
        store.jdbc().sql("""
                        insert into motcua.work_item (task_id, dossier_id, task_key, name, staff_group, agency_id, assignee,
                            created_at, due_at, waiting, dossier_due_at, version_id, channel, search)
                        select 'task-' || d.id, d.id, 'handle', 'Thẩm định', 'officer', d.agency_id,
                            case when d.id % 3 = 0 then 'officer-' || d.agency_id end, d.recorded_at, d.due_at, false,
                            d.due_at, d.version_id, d.channel, motcua.search_text(d, null)
                        from motcua.dossier d
                        """).update();
        store.jdbc().sql("analyze motcua.dossier, motcua.work_item").update();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<WorklistFilter> filters() {
        return Stream.of(
                WorklistFilter.NONE,
                WorklistFilter.search("nguyen van 77"),
                WorklistFilter.search("H37.1-261120-5000"),
                new WorklistFilter("1.003868", "Thẩm định", null, Channel.ONLINE, null));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_clerk_reads_by_index_only(WorklistFilter filter) {
        int here = agencies.iterator().next();
        for (String person : new String[] {null, "officer-" + here}) {
            WorklistScope scope = new WorklistScope(Set.of(here), EVERYBODY, person);
            for (WorklistTab tab : WorklistTab.values()) {
                readsByIndex(scope, tab, filter);
            }
        }
    }

    @Test
    void so_does_who_sees_the_whole_province() {
        for (WorklistTab tab : WorklistTab.values()) {
            readsByIndex(new WorklistScope(agencies, EVERYBODY, null), tab, WorklistFilter.NONE);
        }
        readsByIndex(
                new WorklistScope(agencies, EVERYBODY, null),
                WorklistTab.ALL,
                WorklistFilter.search("H37.1-261120-5000"));
    }

    /** Often enough for the database to think of a plan for any parameters. */
    private static void readsByIndex(WorklistScope scope, WorklistTab tab, WorklistFilter filter) {
        new TransactionTemplate(store.bean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            for (int i = 0; i < 12; i++) {
                WorklistQuery query = new WorklistQuery(scope, tab, filter, null, 20);
                WorklistPage page = worklist.page(query);
                if (page.next() != null) {
                    worklist.page(query.at(worklist.page(query.at(page.next())).previous()));
                }
                worklist.page(query.at(Worklist.LAST));
                worklist.counts(scope, filter);
            }
            assertThat(readThrough()).as("%s %s", tab, filter).isEmpty();
        });
    }

    /** The large tables that were read from one end to the other in this transaction. */
    private static List<String> readThrough() {
        return store.jdbc().sql("""
                        select relname from pg_stat_xact_user_tables
                        where seq_scan > 0 and relname in ('work_item', 'dossier')
                        """).query(String.class).list();
    }
}
