package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.payment.PayingOffice.FEE;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Status;
import vn.motcua.payment.PaymentGateway.Outcome;
import vn.motcua.payment.PaymentGateway.Report;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;

/** Money through a gateway: never lost, never counted twice, whatever the gateway tells and when. */
class PaymentsTest {

    private static PayingOffice office;

    @BeforeAll
    static void open() {
        office = PayingOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void onFriday() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    // --- call-backs

    @Test
    void a_payment_lets_the_dossier_go_on_and_stands_in_its_ledger_as_the_gateways() {
        String code = office.waiting();
        String reference = office.begun(code);
        assertThat(office.callBack(reference, FEE, "PAID").statusCode()).isEqualTo(200);
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.order(reference).answered()).isEqualTo(TestStore.FRI_20_NOV_2026);
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
        assertThat(office.payments(code)).extracting(ClockEvent::actor).containsExactly("gateway:sandbox");
        assertThat(office.tasks(code)).containsExactly("appraisal");
        assertThat(office.engineWaits(code)).isFalse();
    }

    @Test
    void the_same_call_back_again_changes_nothing() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.callBack(reference, FEE, "PAID");
        PaymentOrder paid = office.order(reference);
        office.store.clock().advance(Duration.ofMinutes(1));
        assertThat(office.callBack(reference, FEE, "PAID").statusCode()).isEqualTo(200);
        assertThat(office.order(reference)).isEqualTo(paid);
        assertThat(office.payments(code)).hasSize(1);
        assertThat(office.verdicts(reference)).containsExactly("TAKEN", "KNOWN");
    }

    @Test
    void of_many_call_backs_at_the_same_time_one_counts() throws Exception {
        String code = office.waiting();
        String reference = office.begun(code);
        List<Integer> answers =
                atOnce(6, () -> office.callBack(reference, FEE, "PAID").statusCode());
        assertThat(answers).containsOnly(200);
        assertThat(office.verdicts(reference)).containsOnlyOnce("TAKEN").hasSize(6);
        assertThat(office.payments(code)).hasSize(1);
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.tasks(code)).containsExactly("appraisal");
    }

    @Test
    void a_failure_leaves_the_dossier_waiting_and_another_try_is_another_order() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.callBack(reference, FEE, "FAILED");
        assertThat(office.state(reference)).isEqualTo(OrderState.FAILED);
        assertThat(office.status(code)).isEqualTo(Status.WAITING_PAYMENT);
        assertThat(office.engineWaits(code)).isTrue();
        String again = office.begun(code);
        assertThat(again).isNotEqualTo(reference);
        office.callBack(again, FEE, "PAID");
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void money_that_comes_after_a_failure_was_told_is_taken_and_the_second_payment_is_paid_back() {
        String code = office.waiting();
        String failed = office.begun(code);
        office.callBack(failed, FEE, "FAILED");
        String again = office.begun(code);
        office.callBack(failed, FEE, "PAID");
        assertThat(office.state(failed)).isEqualTo(OrderState.PAID);
        office.callBack(again, FEE, "PAID");
        assertThat(office.state(again)).isEqualTo(OrderState.SURPLUS);
        assertThat(office.payments(code)).hasSize(1);
    }

    @Test
    void what_the_gateway_did_not_sign_is_refused_and_changes_nothing() {
        String code = office.waiting();
        String reference = office.begun(code);
        String body = PayingOffice.body(reference, FEE, "PAID");
        String other = office.store
                .bean(SandboxSeal.class)
                .sign(PayingOffice.body(reference, FEE, "FAILED").getBytes());
        for (String signature : List.of("x", "00".repeat(32), other)) {
            assertThat(office.post(body, signature).statusCode()).isEqualTo(400);
        }
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        assertThat(office.verdicts(reference)).isEmpty();
        assertThat(office.status(code)).isEqualTo(Status.WAITING_PAYMENT);
    }

    @Test
    void signed_nonsense_is_refused_too() {
        for (String body : List.of("", "[]", "{\"amount\":5}", "{\"reference\":null,\"outcome\":\"PAID\"}")) {
            String signature = office.store.bean(SandboxSeal.class).sign(body.getBytes());
            assertThat(office.post(body, signature).statusCode()).as(body).isEqualTo(400);
        }
        String tooLong = " ".repeat(20_000);
        assertThat(office.post(tooLong, office.store.bean(SandboxSeal.class).sign(tooLong.getBytes()))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(longs = {FEE - 1, FEE + 1, 0, -FEE})
    void another_amount_is_refused_and_recorded(long amount) {
        String code = office.waiting();
        String reference = office.begun(code);
        assertThat(office.callBack(reference, amount, "PAID").statusCode()).isEqualTo(409);
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        assertThat(office.verdicts(reference)).containsExactly("OTHER_AMOUNT");
        assertThat(office.status(code)).isEqualTo(Status.WAITING_PAYMENT);
    }

    @Test
    void an_unknown_order_is_refused_and_recorded() {
        assertThat(office.callBack("khong-co-don-nay", FEE, "PAID").statusCode())
                .isEqualTo(404);
        assertThat(office.verdicts("khong-co-don-nay")).containsExactly("UNKNOWN_ORDER");
        String reference = office.begun(office.waiting());
        assertThat(office.store.bean(CallBacks.class).take("another", new Report(reference, FEE, Outcome.PAID)))
                .as("an order is its own gateway's")
                .isEqualTo(Verdict.UNKNOWN_ORDER);
    }

    @Test
    void what_was_paid_cannot_be_told_failed_afterwards() {
        String reference = office.begun(office.waiting());
        office.callBack(reference, FEE, "PAID");
        assertThat(office.callBack(reference, FEE, "FAILED").statusCode()).isEqualTo(409);
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.verdicts(reference)).containsExactly("TAKEN", "CONTRADICTION");
    }

    // --- the dossier did not wait

    @Test
    void money_that_comes_after_cash_is_kept_and_is_to_be_paid_back() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.payCash(code);
        assertThat(office.callBack(reference, FEE, "PAID").statusCode()).isEqualTo(200);
        assertThat(office.state(reference)).isEqualTo(OrderState.SURPLUS);
        assertThat(office.payments(code)).extracting(ClockEvent::actor).containsExactly("counter");
        assertThat(office.tasks(code)).containsExactly("appraisal");
        assertThat(toPayBack()).contains(reference);
    }

    @Test
    void money_that_comes_after_the_dossier_was_stopped_is_to_be_paid_back() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.desk.complete(
                code, "confirm-payment", "counter", Map.of("decision", "unpaid", "reason", "Người nộp không nộp phí"));
        assertThat(office.status(code)).isEqualTo(Status.STOPPED);
        office.callBack(reference, FEE, "PAID");
        assertThat(office.state(reference)).isEqualTo(OrderState.SURPLUS);
        assertThat(office.status(code)).isEqualTo(Status.STOPPED);
        assertThat(office.payments(code)).isEmpty();
        assertThat(toPayBack()).contains(reference);
    }

    @Test
    void cash_and_a_call_back_at_the_same_time_count_once() throws Exception {
        for (int round = 0; round < 4; round++) {
            String code = office.waiting();
            String reference = office.begun(code);
            List<Callable<Object>> both = List.of(() -> office.callBack(reference, FEE, "PAID"), () -> {
                try {
                    office.payCash(code);
                } catch (Refusal | AssertionError tooLate) {
                    return tooLate;
                }
                return code;
            });
            atOnce(both);
            assertThat(office.payments(code)).hasSize(1);
            boolean online = office.payments(code).get(0).actor().equals("gateway:sandbox");
            assertThat(office.state(reference)).isEqualTo(online ? OrderState.PAID : OrderState.SURPLUS);
            assertThat(office.tasks(code)).containsExactly("appraisal");
        }
    }

    @Test
    void money_that_comes_while_a_withdrawal_is_considered_is_used_when_that_is_declined() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.store.bean(DossierFlow.class).askWithdrawal(code, "Người nộp", "Không cần nữa");
        office.callBack(reference, FEE, "PAID");
        assertThat(office.state(reference)).isEqualTo(OrderState.HELD);
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.HELD);
        office.desk.complete(
                code, "consider-withdrawal", "counter", Map.of("decision", "decline", "reason", "Đã có kết quả"));
        assertThat(office.store.bean(Payments.class).begin(code, "/"))
                .as("no second payment is begun")
                .isEqualTo("/payment/" + reference);
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
        assertThat(office.payments(code)).hasSize(1);
    }

    @Test
    void money_that_comes_while_a_withdrawal_is_considered_is_to_be_paid_back_when_that_is_agreed() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.store.bean(DossierFlow.class).askWithdrawal(code, "Người nộp", "Không cần nữa");
        office.callBack(reference, FEE, "PAID");
        office.desk.complete(code, "consider-withdrawal", "counter", Map.of("decision", "agree"));
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.SURPLUS);
        assertThat(office.status(code)).isEqualTo(Status.STOPPED);
    }

    @Test
    void where_the_process_refuses_the_money_is_held_and_used_later() {
        String code = office.waiting();
        String reference = office.begun(code);
        long id = office.dossier(code).id();
        office.store
                .jdbc()
                .sql("update motcua.dossier set code = code || 'x' where id = ?")
                .param(id)
                .update();
        office.callBack(reference, FEE, "PAID");
        office.store
                .jdbc()
                .sql("update motcua.dossier set code = ? where id = ?")
                .params(code, id)
                .update();
        assertThat(office.state(reference)).isEqualTo(OrderState.HELD);
        assertThat(office.status(code)).isEqualTo(Status.WAITING_PAYMENT);
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
    }

    @ParameterizedTest
    @CsvSource({"PAID, HELD, 200", "FAILED, BEGUN, 500"})
    void where_the_books_cannot_be_written_money_is_held_and_a_failure_is_for_the_gateway_to_tell_again(
            String outcome, OrderState state, int answer) {
        String code = office.waiting();
        String reference = office.begun(code);
        String rule =
                "alter table motcua.payment_order add constraint fault check (reference <> '%s' or state <> '%s')";
        office.store.jdbc().sql(rule.formatted(reference, outcome)).update();
        try {
            assertThat(office.callBack(reference, FEE, outcome).statusCode()).isEqualTo(answer);
        } finally {
            office.store
                    .jdbc()
                    .sql("alter table motcua.payment_order drop constraint fault")
                    .update();
        }
        assertThat(office.state(reference)).isEqualTo(state);
        assertThat(office.status(code)).isEqualTo(Status.WAITING_PAYMENT);
        assertThat(office.payments(code)).isEmpty();
        office.callBack(reference, FEE, outcome);
        look();
        assertThat(office.state(reference).name()).isEqualTo(outcome);
    }

    // --- orders

    @Test
    void there_is_no_order_for_a_dossier_that_waits_for_nothing() {
        Payments payments = office.store.bean(Payments.class);
        String filed = office.desk.filePublication();
        assertThat(payments.toPay(filed)).isEmpty();
        assertThatThrownBy(() -> payments.begin(filed, "/"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không chờ nộp phí");
        office.store
                .jdbc()
                .sql("update motcua.dossier set status = 6 where code = ?")
                .param(filed)
                .update();
        assertThat(office.status(filed)).isEqualTo(Status.WAITING_PAYMENT);
        assertThatThrownBy(() -> payments.begin(filed, "/"))
                .as("as a dossier of an old register, which no process would go on with")
                .isInstanceOf(Refusal.class);
        String paid = office.waiting();
        office.payCash(paid);
        assertThatThrownBy(() -> payments.begin(paid, "/")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> payments.begin("H37.15-260101-0001", "/")).isInstanceOf(Refusal.class);
    }

    @Test
    void an_open_order_is_gone_on_with_as_long_as_its_amount_is_the_fee() throws Exception {
        String code = office.waiting();
        List<String> both = atOnce(4, () -> office.begun(code));
        assertThat(both.stream().distinct()).hasSize(1);
        assertThat(office.order(both.get(0)).amount()).isEqualTo(FEE);
        of(both.get(0), 5);
        String another = office.begun(code);
        assertThat(another).isNotEqualTo(both.get(0));
        assertThat(office.state(both.get(0))).isEqualTo(OrderState.LAPSED);
        office.callBack(both.get(0), 5, "PAID");
        assertThat(office.state(both.get(0)))
                .as("what is not the fee is kept and lets nothing go on")
                .isEqualTo(OrderState.SURPLUS);
        assertThat(office.status(code)).isEqualTo(Status.WAITING_PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "track", "//evil.example/", "/\\evil.example", "https://evil.example/", "/a\nb", "/a b"})
    void a_payment_leads_back_to_pages_of_ours_only(String path) {
        String code = office.waiting();
        assertThatThrownBy(() -> office.store.bean(Payments.class).begin(code, path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void references_cannot_be_guessed() {
        String one = office.begun(office.waiting());
        String two = office.begun(office.waiting());
        assertThat(one).hasSizeGreaterThanOrEqualTo(26).isNotEqualTo(two).matches("[A-Za-z0-9_-]+");
    }

    // --- the call-back never came

    @Test
    void after_five_minutes_the_gateway_is_asked_and_its_answer_counts() {
        String code = office.waiting();
        String reference = office.begun(code);
        paidWithoutCallBack(reference, Outcome.PAID);
        office.store.clock().advance(Reconciliation.PATIENCE.minusSeconds(1));
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        office.store.clock().advance(Duration.ofSeconds(1));
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
        assertThat(office.verdicts(reference)).containsExactly("TAKEN");
        look();
        assertThat(office.payments(code)).hasSize(1);
    }

    @Test
    void a_failure_that_was_never_told_is_found_too() {
        String reference = office.begun(office.waiting());
        paidWithoutCallBack(reference, Outcome.FAILED);
        office.store.clock().advance(Reconciliation.PATIENCE);
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.FAILED);
    }

    @Test
    void an_order_lapses_after_a_day_and_money_that_comes_later_is_taken_all_the_same() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.store.clock().advance(Payments.LAPSE.minusSeconds(1));
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        office.store.clock().advance(Duration.ofSeconds(1));
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.LAPSED);
        assertThat(office.begun(code)).isNotEqualTo(reference);
        office.callBack(reference, FEE, "PAID");
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void an_order_paid_in_its_last_minute_does_not_lapse() {
        String code = office.waiting();
        String reference = office.begun(code);
        paidWithoutCallBack(reference, Outcome.PAID);
        office.store.clock().advance(Duration.ofDays(3));
        look();
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
    }

    @Test
    void before_another_order_takes_the_place_of_a_lapsed_one_its_gateway_is_asked() {
        String code = office.waiting();
        String reference = office.begun(code);
        paidWithoutCallBack(reference, Outcome.PAID);
        office.store.clock().advance(Payments.LAPSE);
        assertThat(office.begun(code)).isEqualTo(reference);
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void an_order_that_was_given_up_for_another_is_asked_about_until_no_money_can_come_for_it() {
        String code = office.waiting();
        String givenUp = office.begun(code);
        of(givenUp, 5);
        String another = office.begun(code);
        office.callBack(another, FEE, "PAID");
        paidWithoutCallBack(givenUp, Outcome.PAID);
        of(givenUp, FEE);
        look();
        assertThat(office.state(givenUp)).isEqualTo(OrderState.SURPLUS);
        assertThat(toPayBack()).contains(givenUp);
    }

    @Test
    void an_answer_about_another_amount_is_kept_once_and_the_order_lapses_in_its_time() {
        String reference = office.begun(office.waiting());
        paidWithoutCallBack(reference, Outcome.PAID);
        of(reference, 5);
        office.store.clock().advance(Reconciliation.PATIENCE);
        look();
        look();
        assertThat(office.verdicts(reference)).containsExactly("OTHER_AMOUNT");
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        office.store.clock().advance(Payments.LAPSE);
        look();
        assertThat(office.verdicts(reference)).containsExactly("OTHER_AMOUNT");
        assertThat(office.state(reference)).isEqualTo(OrderState.LAPSED);
    }

    // --- the sandbox

    @Test
    void the_secret_of_a_store_is_made_once() {
        SandboxSeal one = new SandboxSeal(office.store.jdbc(), "");
        SandboxSeal two = new SandboxSeal(office.store.jdbc(), "");
        byte[] message = {1, 2, 3};
        assertThat(two.isSigned(message, one.sign(message))).isTrue();
        assertThat(office.store.bean(SandboxSeal.class).isSigned(message, one.sign(message)))
                .as("another secret was set")
                .isFalse();
    }

    @Test
    void the_sandbox_takes_no_money_for_what_has_lapsed() {
        String reference = office.begun(office.waiting());
        office.store.clock().advance(Payments.LAPSE);
        SandboxBooks books = office.store.bean(SandboxBooks.class);
        office.store.bean(SandboxBank.class).press(books.find(reference).orElseThrow(), SandboxBank.Button.PAY);
        assertThat(books.find(reference).orElseThrow().state()).isEqualTo(Outcome.OPEN);
    }

    private static void of(String reference, long amount) {
        office.store
                .jdbc()
                .sql("update motcua.payment_order set amount = ? where reference = ?")
                .params(amount, reference)
                .update();
    }

    private static void look() {
        office.store.bean(Reconciliation.class).look();
    }

    private static void paidWithoutCallBack(String reference, Outcome outcome) {
        SandboxBooks books = office.store.bean(SandboxBooks.class);
        books.answer(books.find(reference).orElseThrow(), outcome, 0, LocalDateTime.now(office.store.clock()));
    }

    private static List<String> toPayBack() {
        return office
                .store
                .bean(PaymentRegister.class)
                .toPayBack(office.store
                        .jdbc()
                        .sql("select id from motcua.agency")
                        .query(Integer.class)
                        .list())
                .stream()
                .map(PaymentRow::reference)
                .toList();
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            acts.add(act);
        }
        return atOnce(acts);
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
