package vn.motcua.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.motcua.statistics.Figures;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;

/** Clerks at work and the public over HTTP, on the store of the worklist bench; everybody on the same machine. */
final class ServeBench implements Benchmark {

    private static final long USUAL = 1_000_000;
    /** Of a hundred; fewer people show what a page costs when nobody waits for others. */
    private static final int PEOPLE = Integer.getInteger("bench.people", 100);

    private static final int CLERKS = 2 * PEOPLE;
    private static final int TRACKERS = 10 * PEOPLE;
    private static final Duration CLERK_THINKS = Duration.ofSeconds(10);
    private static final Duration TRACKER_THINKS = Duration.ofSeconds(30);
    private static final int WARMING = 6;
    private static final Duration WARMING_THINK = Duration.ofMillis(50);
    private static final Duration RAMP = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm", 60));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    /** A table of fewer rows is rightly read at once. */
    private static final long LARGE = 10_000;

    private static final long SEED = 4_200;
    private static final String PASSWORD = "mưa xuân đến sớm";
    private static final List<String> GROUPS = List.of("counter", "officer", "officer", "leader", "counter", "officer");

    /** Someone who works in an agency. */
    private record Desk(String agency, String group, StaffSession session) {}

    private final ExecutorService answers = Executors.newFixedThreadPool(2);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(answers)
            .build();

    @Override
    public void run(BenchServer server, long wanted, Results results) throws Exception {
        long size = wanted == 0 ? USUAL : wanted;
        String url;
        try (TestStore made = TaskStore.open(server, size)) {
            url = made.url();
            count(made);
            seeCalendar(made);
        }
        try (TestStore store = TestStore.engineWebAt(
                url, "--spring.datasource.hikari.maximum-pool-size=20", "--server.forward-headers-strategy=native")) {
            List<Desk> desks = signIn(store, size, results);
            List<String> codes = Trackers.codes(store, TRACKERS);
            List<StaffSession> following = Trackers.sessions(store, http, codes);
            warmUp(store, desks, codes, following);
            TableScans scans = TableScans.from(store, LARGE);
            try (Load load = new Load(http, RAMP, MEASURED)) {
                clock(store, load);
                clerks(store, desks, CLERK_THINKS, load);
                trackers(Trackers.of(store, codes, following, load), TRACKERS, TRACKER_THINKS, load);
                load.await();
                load.waits().forEach((kind, times) -> results.add(kind, size, "ms", times));
                results.add("all pages and acts", size, "requests/s", load.perSecond());
                results.add("errors", size, "", load.errors());
                judge(load, scans.since());
            }
        } finally {
            answers.shutdownNow();
            workers.shutdownNow();
        }
    }

    /** The copied dossiers came without their figures. */
    private static void count(TestStore store) {
        boolean counted = store.jdbc()
                .sql("select exists (select from motcua.store_fact where name = 'bench-figures')")
                .query(Boolean.class)
                .single();
        if (!counted) {
            store.bean(Figures.class).rebuild();
            store.bean(Figures.class).fold();
            store.jdbc()
                    .sql("insert into motcua.store_fact values ('bench-figures', 'counted')")
                    .update();
        }
    }

    /** A store filled by copying has not looked at its calendar, and would go through all its dossiers once for that. */
    private static void seeCalendar(TestStore store) {
        store.jdbc().sql("""
                        insert into motcua.store_fact select 'calendar-seen-by-engine', coalesce(max(id), 0)::text
                        from motcua.calendar_day on conflict (name) do update set value = excluded.value
                        """).update();
    }

    private List<Desk> signIn(TestStore store, long size, Results results) throws Exception {
        List<String> agencies = open(store);
        String hash = store.bean(PasswordEncoder.class).encode(PASSWORD);
        store.jdbc()
                .sql("update motcua.staff set password_hash = ? where password_hash <> ''")
                .param(hash)
                .update();
        List<Future<Desk>> arriving = new ArrayList<>();
        double[] times = new double[CLERKS];
        ExecutorService doors = Executors.newFixedThreadPool(2);
        for (int i = 0; i < CLERKS; i++) {
            int number = i;
            arriving.add(doors.submit(() -> {
                long start = System.nanoTime();
                String agency = agencies.get(number);
                String group = GROUPS.get(number % GROUPS.size());
                StaffSession session = StaffSession.signIn(http, store.port(), Clerk.username(group, agency), PASSWORD);
                times[number] = (System.nanoTime() - start) / 1e6;
                return new Desk(agency, group, session);
            }));
        }
        List<Desk> desks = new ArrayList<>();
        for (Future<Desk> one : arriving) {
            desks.add(one.get());
        }
        doors.shutdown();
        results.add("signing in, two at once, before the load", size, "ms", times);
        return desks;
    }

    /** The agencies that are open, the province first, the communes made for the bench last. */
    private static List<String> open(TestStore store) {
        return store.jdbc()
                .sql("""
                        select code from motcua.agency where closed_from is null or closed_from > '2026-11-20'
                        order by code <> :province, code limit :most
                        """)
                .param("province", TaskStore.PROVINCE)
                .param("most", CLERKS)
                .query(String.class)
                .list();
    }

    private void warmUp(TestStore store, List<Desk> desks, List<String> codes, List<StaffSession> following) {
        try (Load load = Load.warmUp(http, WARM_UP)) {
            clock(store, load);
            clerks(store, desks.subList(0, Math.min(WARMING, desks.size())), WARMING_THINK, load);
            trackers(Trackers.of(store, codes, following, load), WARMING, WARMING_THINK, load);
            load.await();
            judge(load, List.of());
        }
    }

    /** What is kept for half a minute must grow old as it would. */
    private static void clock(TestStore store, Load load) {
        LocalDateTime before = LocalDateTime.now(store.clock());
        long start = System.nanoTime();
        load.every(Duration.ofMillis(5), () -> store.clock().set(before.plusNanos(System.nanoTime() - start)));
    }

    private void clerks(TestStore store, List<Desk> desks, Duration think, Load load) {
        for (int i = 0; i < desks.size(); i++) {
            Desk desk = desks.get(i);
            Random random = Load.random(SEED + i);
            Clerk clerk = new Clerk(store, desk.agency(), desk.group(), desk.session(), load, workers, random);
            load.person(think, SEED * 2 + i, clerk::visit);
        }
    }

    private static void trackers(Trackers trackers, int number, Duration think, Load load) {
        for (int i = 0; i < Math.min(number, trackers.number()); i++) {
            int tracker = i;
            Random random = Load.random(SEED * 3 + i);
            load.person(think, SEED * 4 + i, since -> trackers.look(tracker, random, since));
        }
    }

    private static void judge(Load load, List<String> scanned) {
        List<String> wrong = new ArrayList<>();
        if (load.errors() > 0) {
            wrong.add("%,d errors, among them:%n%s".formatted(load.errors(), String.join("\n", load.told())));
        }
        scanned.forEach(table -> wrong.add("read from end to end: " + table));
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("\n", wrong));
        }
    }
}
