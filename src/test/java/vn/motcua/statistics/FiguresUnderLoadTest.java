package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Recount;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

/** Two nodes at work while a third party rolls back, kills connections, folds and reads. */
class FiguresUnderLoadTest {

    private static final int CLERKS = 4;
    private static final int ROUNDS = 3;
    private static final LocalDateTime THU_1_OCT_2026 = LocalDateTime.of(2026, 10, 1, 7, 30);

    private static TestStore node;
    private static TestStore otherNode;

    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean over;

    @BeforeAll
    static void open() {
        node = TestStore.withCatalogue();
        otherNode = node.anotherNode();
        node.clock().set(THU_1_OCT_2026);
    }

    @AfterAll
    static void close() {
        otherNode.close();
        node.close();
    }

    @Test
    void reports_are_exact_at_every_moment_whatever_people_networks_and_folding_do() throws Exception {
        RandomReports reports = new RandomReports(node, LocalDate.of(2026, 9, 20), LocalDate.of(2026, 12, 31));
        for (int round = 0; round < ROUNDS; round++) {
            over = false;
            work(round, reports);
            Random random = new Random(round);
            reports.agree(random, 30);
            otherNode.bean(Figures.class).fold();
            reports.agree(random, 60);
        }
        assertThat(done.get()).isGreaterThan(200);
        assertThat(lost.get()).isPositive();
        List<Difference> differences = new ArrayList<>();
        node.bean(TotalsRecount.class).all(node.bean(Recount.class), differences::add);
        assertThat(differences).isEmpty();
    }

    private void work(int round, RandomReports reports) throws Exception {
        ExecutorService people = Executors.newCachedThreadPool();
        List<Future<?>> all = new ArrayList<>();
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            Random random = new Random(round * 100L + clerk);
            TestStore at = clerk % 2 == 0 ? node : otherNode;
            all.add(people.submit(() -> until(() -> operate(at, random))));
        }
        Random random = new Random(round * 100L + 99);
        all.add(people.submit(() -> until(() -> otherNode.bean(Figures.class).fold())));
        all.add(people.submit(() -> until(() -> {
            reports.agree(random, 1);
            return null;
        })));
        int enough = done.get() + 80;
        for (int tick = 0; tick < 40 || done.get() < enough && tick < 600; tick++) {
            Thread.sleep(100);
            node.clock().advance(Duration.ofMinutes(random.nextInt(tick < 40 ? 16 * 60 : 60)));
            if (tick % 4 == 3) {
                killOne();
            }
        }
        over = true;
        for (Future<?> each : all) {
            each.get();
        }
        people.shutdown();
    }

    /** A connection that somebody killed is an error of that operation only. */
    private Void until(Callable<?> one) throws Exception {
        while (!over) {
            try {
                one.call();
            } catch (DataAccessException | TransactionException killed) {
                lost.incrementAndGet();
            }
        }
        return null;
    }

    private Void operate(TestStore at, Random random) {
        TransactionTemplate transaction = new TransactionTemplate(at.bean(PlatformTransactionManager.class));
        List<String> added = new ArrayList<>();
        boolean undone = random.nextInt(6) == 0;
        try {
            transaction.executeWithoutResult(status -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    operateOne(at.bean(Dossiers.class), random, added);
                }
                if (undone) {
                    status.setRollbackOnly();
                }
            });
        } catch (Refusal impossible) {
            return null;
        }
        if (!undone) {
            codes.addAll(added);
            done.incrementAndGet();
        }
        return null;
    }

    private void operateOne(Dossiers dossiers, Random random, List<String> added) {
        Act act = Act.by("clerk").because("kiểm thử");
        if (random.nextBoolean()) {
            act = act.at(LocalDateTime.now(node.clock()).minusMinutes(random.nextInt(3 * 24 * 60)));
        }
        int choice = codes.isEmpty() ? random.nextInt(3) : random.nextInt(16);
        String code = codes.isEmpty() ? "" : codes.get(random.nextInt(codes.size()));
        switch (choice) {
            case 0, 1, 2 -> added.add(dossiers.receive(filing(random), act).code());
            case 3 -> added.add(dossiers.file(filing(random), act).code());
            case 4 -> dossiers.accept(code, act);
            case 5 -> dossiers.beginProcessing(code, act);
            case 6, 7 -> dossiers.askSupplement(code, act);
            case 8, 9 -> dossiers.supplementReceived(code, act);
            case 10 -> dossiers.askPayment(code, act);
            case 11 -> dossiers.paymentReceived(code, act);
            case 12 -> dossiers.extend(code, 1, "Điều 5", "Giám đốc", act);
            case 13 -> dossiers.withdraw(code, act);
            case 14 -> dossiers.refuse(code, act);
            default -> dossiers.resolve(code, act);
        }
    }

    private static Filing filing(Random random) {
        List<String> procedures = List.of("1.003868", "2.001740", "1.009374");
        List<String> agencies = List.of("000.00.14.H37", "000.00.20.H37", "000.00.21.H37");
        return new Filing(
                procedures.get(random.nextInt(procedures.size())),
                agencies.get(random.nextInt(agencies.size())),
                Channel.values()[random.nextInt(3)],
                new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam"));
    }

    private static void killOne() throws Exception {
        try (Connection connection = DriverManager.getConnection(node.url());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
                    order by random() limit 1
                    """);
        }
    }
}
