package vn.motcua.bench;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Channel;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistFilter;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistScope;
import vn.motcua.worklist.WorklistTab;

/**
 * What people ask of the worklist, beside the task query of the engine that comes nearest: on a store of its own with
 * default rows, and on ours with our grants and tenants. Every question is asked for another agency each time.
 */
final class WorklistBench implements Benchmark {

    private static final long USUAL = 1_000_000;
    private static final int ROUNDS = 200;
    /** So many clerks ask the one, then the other: a server in use has its own questions in the processor's caches, nobody else's. */
    private static final int IN_TURN = Integer.getInteger("bench.turn", 10);

    private static final int WARM = 300;
    private static final double WARM_PATIENCE = 20_000;
    private static final double CANCELLED = 60_000;
    private static final double PATIENCE = 15_000;
    private static final int PAGE = 20;
    private static final Set<String> EVERYBODY = Set.of("counter", "officer", "leader");
    private static final List<String> NAMES =
            List.of("nguyen van an", "Hoàng Thị Mai", "nong duc", "LƯƠNG", "chu ngoc yen", "Đàm");

    /** A question about an agency, the same for everybody who is asked; tells how many rows were found or counted. */
    @FunctionalInterface
    private interface Question {
        long about(int agency);
    }

    /** Somebody who is asked. */
    private static final class Asked {

        private final @Nullable Question question;
        private final List<Double> times = new ArrayList<>();
        private long found;

        Asked(@Nullable Question question) {
            this.question = question;
        }

        double time(int agency) {
            long start = System.nanoTime();
            try {
                found += question.about(agency);
            } catch (ProcessEngineException cancelled) {
                if (!causes(cancelled).contains("statement timeout")) {
                    throw cancelled;
                }
                return CANCELLED;
            }
            return (System.nanoTime() - start) / 1e6;
        }

        /** Until the compiler has little left to do, or there is no more patience. */
        void warm(int agencies) {
            double spent = 0;
            for (int i = 0; question != null && i < WARM && spent < WARM_PATIENCE; i++) {
                spent += time(i * 37 % agencies);
            }
        }

        /** As long as there is patience for it. */
        void ask(int first, int agencies, double patience) {
            for (int round = first; question != null && round < first + IN_TURN; round++) {
                if (times.stream().mapToDouble(time -> time).sum() < patience) {
                    times.add(time(round * 37 % agencies));
                }
            }
        }
    }

    private TestStore store;
    private List<String> codes;
    private int[] ids;
    private Map<Integer, String> open;
    private @Nullable StockTasks stock;
    private Worklist worklist;
    private Results results;
    private long size;

    @Override
    public void run(BenchServer server, long wanted, Results into) throws Exception {
        size = wanted == 0 ? USUAL : wanted;
        results = into;
        try (TestStore tasks = TaskStore.open(server, size)) {
            store = tasks;
            codes = TaskStore.agencies(tasks);
            ids = codes.stream()
                    .mapToInt(code -> tasks.bean(Agencies.class).get(code).id())
                    .toArray();
            open = withOfficers(tasks);
            worklist = tasks.bean(Worklist.class);
            server.tidy("tasks_" + size);
            if (System.getProperty("bench.only", "").equals("motcua")) {
                ask();
                return;
            }
            try (StockTasks other = StockTasks.open(server, size, codes)) {
                stock = other;
                server.tidy("tasks_stock_" + size);
                ask();
            }
        }
    }

    private void ask() {
        compare("group's first page", a -> page(group(a), WorklistTab.ALL, null), true, q -> q.get()
                .listPage(0, PAGE));
        compare("group's five tab counts | four counts", a -> counts(group(a)), true, WorklistBench::tabs);
        compare("search by name", a -> found(group(a), "Nguyễn Văn An"), false, q -> q.get()
                .processVariableValueLike("applicant", "%Nguyễn Văn An%")
                .listPage(0, PAGE));
        compare("search by whole code", a -> check(found(group(a), open.get(ids[a]))), true, (q, a) -> q.get()
                .processInstanceBusinessKey(open.get(ids[a]))
                .listPage(0, PAGE));
        String deep = pageThousand();
        compareWide("province's first page", a -> page(province(), WorklistTab.ALL, null), q -> q.get()
                .listPage(0, PAGE));
        compareWide("province's page 1,000", a -> page(province(), WorklistTab.ALL, deep), q -> q.get()
                .listPage(Math.min(19_980, (int) size / 2), PAGE));
        compareWide("province's five tab counts | four counts", a -> counts(province()), WorklistBench::tabs);

        alone("agency's first page", a -> page(agency(a), WorklistTab.ALL, null));
        alone("agency's last page", a -> page(agency(a), WorklistTab.ALL, Worklist.LAST));
        alone("agency's overdue", a -> page(agency(a), WorklistTab.OVERDUE, null));
        alone("agency's tab counts", a -> counts(agency(a)));
        alone("agency, search by name", a -> found(agency(a), NAMES.get(a % NAMES.size())));
        alone("agency, search by part of a code", a -> found(agency(a), "-000" + a % 10));
        alone("agency, search by phone", a -> found(agency(a), "0912345"));
        alone("agency, search that finds nothing", a -> found(agency(a), "khong co ai"));
        alone("agency, counts of a search", a -> worklist.counts(agency(a), WorklistFilter.search("nguyen"))
                .of(WorklistTab.ALL));
        alone("agency, one procedure", a -> filtered(agency(a)));
        alone("mine, first page", a -> page(mine(a), WorklistTab.ALL, null));
        alone("mine, tab counts", a -> counts(mine(a)));
        alone("province, search by name", a -> found(province(), NAMES.get(a % NAMES.size())));
        alone("province, search by whole code", a -> check(found(province(), open.get(ids[a]))));
    }

    /** A clerk's question: to us, to a stock engine, and to the engine of our store. */
    private void compare(String what, Question ours, boolean onOurs, Function<Supplier<TaskQuery>, ?> query) {
        compare(what, ours, onOurs, (q, a) -> query.apply(q));
    }

    private void compare(
            String what, Question ours, boolean onOurs, BiFunction<Supplier<TaskQuery>, Integer, ?> query) {
        measure(
                what,
                ours,
                a -> asStock(
                        "officer-" + lower(a),
                        "officer",
                        List.of(codes.get(a)),
                        () -> query.apply(
                                () -> ofOfficers(stock.engine().getTaskService())
                                        .tenantIdIn(codes.get(a)),
                                a)),
                onOurs ? a -> asStaff("officer-" + lower(a), () -> query.apply(() -> ofOfficers(tasks()), a)) : null);
    }

    /** The same of somebody who sees the whole province. */
    private void compareWide(String what, Question ours, Function<Supplier<TaskQuery>, ?> query) {
        String person = "officer-" + lower(0);
        measure(
                what,
                ours,
                a -> asStock(
                        person,
                        "officer",
                        codes,
                        () -> query.apply(() ->
                                ofOfficers(stock.engine().getTaskService()).tenantIdIn(codes.toArray(String[]::new)))),
                a -> asStaff(person, () -> query.apply(() -> ofOfficers(tasks()))));
    }

    private void alone(String what, Question ours) {
        measure(what, ours, null, null);
    }

    private void measure(String what, Question ours, @Nullable Question theirs, @Nullable Question mixed) {
        Asked own = new Asked(ours);
        Asked other = new Asked(stock == null ? null : theirs);
        Asked both = new Asked(mixed);
        List.of(own, other, both).forEach(each -> each.warm(ids.length));
        for (int first = 0; first < ROUNDS; first += IN_TURN) {
            own.ask(first, ids.length, Double.MAX_VALUE);
            other.ask(first, ids.length, PATIENCE);
            both.ask(first, ids.length, PATIENCE);
        }
        add(what + ", Motcua", own);
        add(what + ", stock engine, default rows", other);
        add(what + ", engine with our grants", both);
        ratio(what + ", stock / Motcua", other, own);
        ratio(what + ", engine with our grants / Motcua", both, own);
    }

    private static String causes(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage());
        }
        return all.toString();
    }

    private void add(String what, Asked asked) {
        if (!asked.times.isEmpty()) {
            results.add(
                    what, size, "ms", asked.times.stream().mapToDouble(t -> t).toArray());
            if (asked.found == 0 && !what.contains("finds nothing")) {
                throw new IllegalStateException(what + ": nothing was ever found");
            }
        }
    }

    private void ratio(String what, Asked theirs, Asked own) {
        if (!theirs.times.isEmpty()) {
            results.add(what, size, "×", median(theirs.times) / median(own.times));
        }
    }

    private static double median(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private TaskService tasks() {
        return store.bean(TaskService.class);
    }

    /** What Tasklist asks for the list of the officers. */
    private static TaskQuery ofOfficers(TaskService tasks) {
        return tasks.createTaskQuery()
                .taskCandidateGroup("officer")
                .includeAssignedTasks()
                .orderByDueDate()
                .asc();
    }

    /** The tabs that the engine can tell: all, overdue, today, soon. It knows nobody who waits for papers. */
    private static long tabs(Supplier<TaskQuery> tasks) {
        Date now = new Date();
        Date midnight = Date.from(now.toInstant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
        Date soon = Date.from(midnight.toInstant().plus(3, ChronoUnit.DAYS));
        return tasks.get().count()
                + tasks.get().dueBefore(now).count()
                + tasks.get().dueAfter(now).dueBefore(midnight).count()
                + tasks.get().dueAfter(midnight).dueBefore(soon).count();
    }

    private long asStock(String person, String group, List<String> tenants, Supplier<?> query) {
        IdentityService identity = stock.engine().getIdentityService();
        identity.setAuthentication(person, List.of(group), tenants);
        try {
            return found(query.get());
        } finally {
            identity.clearAuthentication();
        }
    }

    private long asStaff(String person, Supplier<?> query) {
        return found(store.bean(EngineLogin.class).as(person, query));
    }

    private static long found(Object answer) {
        return answer instanceof List<?> rows ? rows.size() : ((Number) answer).longValue();
    }

    /** Where page 1,000 of the province begins, found by going there. */
    private String pageThousand() {
        WorklistQuery query = new WorklistQuery(province(), WorklistTab.ALL, WorklistFilter.NONE, null, 180);
        String cursor = null;
        for (int rows = 0; rows < Math.min(19_980, size / 2); rows += 180) {
            cursor = worklist.page(query.at(cursor)).next();
        }
        return cursor;
    }

    private int page(WorklistScope scope, WorklistTab tab, @Nullable String cursor) {
        return check(worklist.page(new WorklistQuery(scope, tab, WorklistFilter.NONE, cursor, PAGE))
                .rows()
                .size());
    }

    private static int check(int rows) {
        if (rows == 0) {
            throw new IllegalStateException("The question finds nothing");
        }
        return rows;
    }

    private int counts(WorklistScope scope) {
        return check(worklist.counts(scope, WorklistFilter.NONE).of(WorklistTab.ALL));
    }

    private int found(WorklistScope scope, String text) {
        return worklist.page(new WorklistQuery(scope, WorklistTab.ALL, WorklistFilter.search(text), null, PAGE))
                .rows()
                .size();
    }

    private int filtered(WorklistScope scope) {
        WorklistFilter filter = new WorklistFilter("1.009374", null, null, Channel.POST, null);
        return worklist.page(new WorklistQuery(scope, WorklistTab.ALL, filter, null, PAGE))
                .rows()
                .size();
    }

    /** For each agency the code of a dossier that its officers have. */
    private static Map<Integer, String> withOfficers(TestStore store) {
        Map<Integer, String> open = new HashMap<>();
        store.jdbc().sql("""
                        select w.agency_id, min(d.code) as code from motcua.work_item w
                        join motcua.dossier d on d.id = w.dossier_id where w.staff_group = 'officer' group by 1
                        """).query(row -> {
            open.put(row.getInt("agency_id"), row.getString("code"));
        });
        return open;
    }

    private String lower(int agency) {
        return codes.get(agency).toLowerCase(Locale.ROOT);
    }

    private WorklistScope group(int agency) {
        return new WorklistScope(Set.of(ids[agency]), Set.of("officer"), null);
    }

    private WorklistScope agency(int agency) {
        return new WorklistScope(Set.of(ids[agency]), EVERYBODY, null);
    }

    private WorklistScope mine(int agency) {
        return new WorklistScope(Set.of(ids[agency]), Set.of("officer"), "officer-" + lower(agency));
    }

    private WorklistScope province() {
        return new WorklistScope(Arrays.stream(ids).boxed().collect(Collectors.toSet()), Set.of("officer"), null);
    }
}
