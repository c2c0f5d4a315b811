package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submissions;
import vn.motcua.refusal.Refusal;

/** Several people, timers and messages at one dossier at once, on two nodes. */
class RacesTest {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private static Office office;
    private static Office other;
    private static Publications publications;

    @BeforeAll
    static void open() {
        office = Office.open();
        other = office.another();
        publications = new Publications(office);
    }

    @AfterAll
    static void close() {
        THREADS.shutdownNow();
        other.close();
        office.close();
    }

    @BeforeEach
    void monday() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
    }

    // --- two people

    @RepeatedTest(4)
    void of_two_who_complete_one_task_at_once_one_does_and_the_other_reads_who() {
        String code = publications.at("intake-check");
        String task = office.task(code, "intake-check").getId();
        List<Object> outcomes = atOnce(
                () -> complete(office, "lan", "counter", task, Publications.accepted()),
                () -> complete(other, "minh", "counter", task, Publications.accepted()));
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        String first = outcomes.get(0).equals("done") ? "lan" : "minh";
        assertThat(outcomes)
                .filteredOn(Refusal.class::isInstance)
                .singleElement()
                .satisfies(refused -> assertThat(((Refusal) refused).getMessage())
                        .isEqualTo("Việc “Kiểm tra hồ sơ” đã được " + first
                                + " hoàn thành lúc 09:00 thứ Hai 02/11/2026; hãy tải lại danh sách việc"));
        assertThat(office.events(code)).containsExactly(EventKind.FILED, EventKind.ACCEPTED, EventKind.PAYMENT_ASKED);
        assertThat(office.openTasks(code)).containsExactly("confirm-payment");
        assertThat(office.workItems(code)).hasSize(1);
        assertThat(office.store
                        .bean(Submissions.class)
                        .ofTask(task)
                        .orElseThrow()
                        .actor())
                .isEqualTo(first);
    }

    @RepeatedTest(3)
    void steps_side_by_side_completed_at_one_instant_all_succeed() {
        String code = office.fileAny("1.003659");
        office.complete(code, "intake-check", fields("decision", "accept"));
        office.flow().paymentReceived(code, "Cổng thanh toán");
        Task plan = office.task(code, "Thẩm định phương án kinh doanh");
        Task contract = office.task(code, "Thẩm định mẫu hợp đồng");
        Task security = office.task(code, "Ý kiến về bảo đảm an ninh");
        Map<String, Object> forward = fields("decision", "forward", "opinion", "Đủ điều kiện");
        List<Object> outcomes = atOnce(
                () -> complete(office, "lan", "officer", plan.getId(), forward),
                () -> complete(other, "minh", "officer", contract.getId(), forward),
                () -> office.as("cong-an", List.of("officer"), List.of("H37.CA"), () -> {
                    office.flow().complete(security.getId(), fields("decision", "agree", "opinion", "Bảo đảm"));
                    return "done";
                }));
        assertThat(outcomes).containsOnly("done");
        assertThat(office.openTasks(code)).containsExactly("approve");
        assertThat(office.workItems(code)).hasSize(1);
    }

    @RepeatedTest(3)
    void of_a_signature_and_an_agreed_withdrawal_one_stands() {
        String code = publications.at("leader-decision");
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        String sign = office.task(code, "leader-decision").getId();
        String agree = office.task(code, "consider-withdrawal").getId();
        List<Object> outcomes = atOnce(
                () -> complete(office, "giam-doc", "leader", sign, Publications.signed()),
                () -> complete(other, "minh", "counter", agree, fields("decision", "agree")));
        assertOneDoneOneRefused(outcomes);
        if (outcomes.get(0).equals("done")) {
            assertThat(office.isRunning(code)).isTrue();
            assertThat(office.events(code)).doesNotContain(EventKind.WITHDRAWN);
            assertThat(office.openTasks(code)).isEmpty();
        } else {
            assertThat(office.isRunning(code)).isFalse();
            assertThat(office.dossier(code).status()).isEqualTo(Status.STOPPED);
        }
    }

    // --- timers and messages

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_papers_that_come_and_a_wait_that_lapses_at_one_instant_one_counts(boolean timerFirst) throws Exception {
        String code = publications.waitingForPapers();
        office.store.clock().set(LocalDateTime.of(2026, 12, 3, 0, 0));
        String task = office.task(code, "receive-supplement").getId();
        String job = office.jobs(code, "supplement-deadline").get(0).getId();
        Callable<Object> papers = () -> complete(office, "lan", "counter", task, Publications.papers());
        Callable<Object> lapse = () -> {
            other.engine.getManagementService().executeJob(job);
            return "done";
        };
        List<Object> outcomes = whileHeld(code, timerFirst ? List.of(lapse, papers) : List.of(papers, lapse));
        Object ofPapers = outcomes.get(timerFirst ? 1 : 0);
        if (ofPapers.equals("done")) {
            assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
            assertThat(office.openTasks(code)).contains("appraisal");
        } else {
            assertThat(ofPapers).isInstanceOf(Refusal.class);
            assertThat(office.dossier(code).status()).isEqualTo(Status.STOPPED);
            assertThat(office.isRunning(code)).isFalse();
        }
        assertThat(office.workItems(code)).hasSize(office.tasks(code).size());
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_a_payment_reported_and_one_confirmed_at_the_desk_one_counts(boolean messageFirst) throws Exception {
        String code = publications.at("confirm-payment");
        String task = office.task(code, "confirm-payment").getId();
        Callable<Object> desk = () -> complete(office, "lan", "counter", task, Publications.paid());
        Callable<Object> gateway = () -> {
            other.flow().paymentReceived(code, "Cổng thanh toán");
            return "done";
        };
        List<Object> outcomes = whileHeld(code, messageFirst ? List.of(gateway, desk) : List.of(desk, gateway));
        assertOneDoneOneRefused(outcomes);
        assertThat(office.events(code))
                .containsExactly(
                        EventKind.FILED,
                        EventKind.ACCEPTED,
                        EventKind.PAYMENT_ASKED,
                        EventKind.PAYMENT_RECEIVED,
                        EventKind.PROCESSING_BEGUN);
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertThat(office.workItems(code)).hasSize(1);
    }

    @Test
    void who_completes_a_task_that_went_away_is_told_so() {
        String code = publications.at("confirm-payment");
        String task = office.task(code, "confirm-payment").getId();
        office.flow().paymentReceived(code, "Cổng thanh toán");
        assertThat(outcome(() -> complete(office, "lan", "counter", task, Publications.paid())))
                .isInstanceOf(Refusal.class)
                .asString()
                .contains("không còn");
    }

    @RepeatedTest(3)
    void a_deadline_that_passes_while_somebody_decides_on_the_apology_loses_nothing() {
        String code = publications.at("appraisal");
        office.at(LocalDateTime.of(2026, 11, 13, 7, 0));
        office.store.clock().set(LocalDateTime.of(2026, 11, 17, 0, 0));
        String task = office.task(code, "reappoint").getId();
        String job = office.jobs(code, "deadline-passed").get(0).getId();
        List<Object> outcomes = atOnce(
                () -> complete(
                        office, "hoa", "officer", task, fields("decision", "not-needed", "reason", "Sắp xong rồi")),
                () -> {
                    other.engine.getManagementService().executeJob(job);
                    return "done";
                });
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        if (outcomes.get(1).equals("done")) {
            assertThat(outcomes.get(0)).isInstanceOf(Refusal.class);
        }
        office.runDueJobs();
        assertThat(office.openTasks(code)).containsExactly("appraisal", "overdue");
        assertThat(office.workItems(code)).hasSize(2);
    }

    // --- filing and numbering

    @Test
    void the_same_filing_four_times_at_once_is_one_dossier_on_one_process() {
        int before = office.count("motcua.dossier");
        Map<String, Object> form = Office.publicationForm(Map.of());
        List<Object> codes = atOnce(
                () -> office.flow().file("1.003868", Office.DEPARTMENT, form, "Nam", "key-1"),
                () -> other.flow().file("1.003868", Office.DEPARTMENT, form, "Nam", "key-1"),
                () -> office.flow().file("1.003868", Office.DEPARTMENT, form, "Nam", "key-1"),
                () -> other.flow().file("1.003868", Office.DEPARTMENT, form, "Nam", "key-1"));
        assertThat(codes).allMatch(String.class::isInstance).hasSize(4);
        assertThat(codes.stream().distinct()).hasSize(1);
        String code = (String) codes.get(0);
        assertThat(office.count("motcua.dossier")).isEqualTo(before + 1);
        assertThat(office.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(code)
                        .count())
                .isEqualTo(1);
        assertThat(office.events(code)).containsExactly(EventKind.FILED);
        assertThat(office.openTasks(code)).containsExactly("intake-check");
    }

    @Test
    void licences_issued_on_two_nodes_at_once_have_one_number_each_and_no_gap() {
        List<String> codes = Stream.generate(() -> publications.at("leader-decision"))
                .limit(4)
                .toList();
        codes.forEach(code -> office.complete(code, "leader-decision", Publications.signed()));
        List<Callable<Object>> jobs = new ArrayList<>();
        for (String code : codes) {
            String job = office.jobs(code, "issue-licence").get(0).getId();
            Office node = jobs.size() % 2 == 0 ? office : other;
            jobs.add(() -> {
                node.engine.getManagementService().executeJob(job);
                return "done";
            });
        }
        assertThat(atOnce(jobs)).containsOnly("done");
        List<Integer> numbers = new ArrayList<>(codes.stream()
                .map(code -> office.store
                        .jdbc()
                        .sql("select split_part(number, '/', 1)::int from motcua.issued_licence where dossier_id = ?")
                        .param(office.dossier(code).id())
                        .query(Integer.class)
                        .single())
                .toList());
        Collections.sort(numbers);
        assertThat(numbers.get(3) - numbers.get(0)).isEqualTo(3);
        assertThat(numbers).doesNotHaveDuplicates();
    }

    private static void assertOneDoneOneRefused(List<Object> outcomes) {
        assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Refusal.class::isInstance).hasSize(1);
    }

    private static Object complete(Office node, String person, String group, String task, Map<String, Object> fields) {
        return node.as(person, List.of(group), List.of(Office.DEPARTMENT), () -> {
            node.flow().complete(task, fields);
            return "done";
        });
    }

    @SafeVarargs
    private static List<Object> atOnce(Callable<Object>... acts) {
        return atOnce(Arrays.asList(acts));
    }

    private static List<Object> atOnce(List<Callable<Object>> acts) {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        return acts.stream()
                .map(act -> THREADS.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return act.call();
                }))
                .toList()
                .stream()
                .map(RacesTest::outcome)
                .toList();
    }

    /** Starts one after the other while the dossier is held, so that all have begun before any can go on. */
    private static List<Object> whileHeld(String code, List<Callable<Object>> acts) {
        TransactionTemplate transaction = new TransactionTemplate(office.store.bean(PlatformTransactionManager.class));
        List<Future<Object>> running = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            office.store
                    .jdbc()
                    .sql("select id from motcua.dossier where code = ? for update")
                    .param(code)
                    .query(Long.class)
                    .single();
            for (Callable<Object> act : acts) {
                running.add(THREADS.submit(act));
                pause();
            }
        });
        return running.stream().map(RacesTest::outcome).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an act returned, or what it threw. */
    private static Object outcome(Future<Object> act) {
        return outcome(() -> act.get(30, TimeUnit.SECONDS));
    }

    private static Object outcome(Callable<Object> act) {
        try {
            return act.call();
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (Exception e) {
            return e;
        }
    }
}
