package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.workflow.Office.fields;
import static vn.motcua.workflow.Publications.accepted;
import static vn.motcua.workflow.Publications.approved;
import static vn.motcua.workflow.Publications.handedOver;
import static vn.motcua.workflow.Publications.incomplete;
import static vn.motcua.workflow.Publications.notYetAccepted;
import static vn.motcua.workflow.Publications.paid;
import static vn.motcua.workflow.Publications.papers;
import static vn.motcua.workflow.Publications.signed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Timeliness;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.WorkItem;

class NonBusinessPublicationLicenceTest {

    /** Ten working days from here end on Monday the 16th. */
    private static final LocalDateTime MON_2_NOV_2026 = LocalDateTime.of(2026, 11, 2, 9, 0);

    private static final LocalDateTime FRI_13_NOV_OPENING = LocalDateTime.of(2026, 11, 13, 7, 0);
    private static final LocalDateTime TUE_17_NOV_MIDNIGHT = LocalDateTime.of(2026, 11, 17, 0, 0);

    private static Office office;
    private static Publications publications;

    @BeforeAll
    static void open() {
        office = Office.open();
        publications = new Publications(office);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void monday() {
        office.store.clock().set(MON_2_NOV_2026);
    }

    // --- endings

    @Test
    void a_granted_dossier_goes_from_filing_to_the_licence_in_the_applicants_hand() {
        String code = office.filePublication(Map.of());
        assertThat(office.openTasks(code)).containsExactly("intake-check");
        assertThat(office.dossier(code).status()).isEqualTo(Status.FILED);
        office.complete(code, "intake-check", accepted());
        assertThat(office.openTasks(code)).containsExactly("confirm-payment");
        assertThat(office.dossier(code).status()).isEqualTo(Status.WAITING_PAYMENT);
        office.complete(code, "confirm-payment", paid());
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
        office.complete(code, "appraisal", approved());
        assertThat(office.openTasks(code)).containsExactly("leader-decision");
        office.complete(code, "leader-decision", signed());
        office.runDueJobs();
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        assertThat(office.dossier(code).status()).isEqualTo(Status.RESOLVED);
        office.complete(code, "hand-over", handedOver());
        assertEnded(code, "returned", Status.RETURNED, Outcome.GRANTED);
        assertThat(office.dossier(code).timeliness()).isEqualTo(Timeliness.EARLY);
        assertThat(office.events(code))
                .containsExactly(
                        EventKind.FILED,
                        EventKind.ACCEPTED,
                        EventKind.PAYMENT_ASKED,
                        EventKind.PAYMENT_RECEIVED,
                        EventKind.PROCESSING_BEGUN,
                        EventKind.RESOLVED,
                        EventKind.RETURNED);
        assertThat(office.ledger(code))
                .extracting(ClockEvent::actor)
                .containsExactly(
                        "Người nộp", "counter-1", "counter-1", "counter-1", "counter-1", "Hệ thống", "counter-1");
        assertThat(office.ledger(code)).extracting(ClockEvent::reason).containsOnlyNulls();
    }

    @Test
    void a_dossier_that_the_desk_rejects_is_not_accepted_and_not_counted_as_received() {
        String code = publications.at("intake-check");
        office.complete(code, "intake-check", notYetAccepted("reject", "Không thuộc thẩm quyền của Sở"));
        assertEnded(code, "not-accepted", Status.NOT_ACCEPTED, Outcome.NOT_ACCEPTED);
        assertThat(office.dossier(code).received()).isNull();
        assertThat(office.lastEvent(code).reason()).isEqualTo("Không thuộc thẩm quyền của Sở");
    }

    @Test
    void papers_asked_for_before_acceptance_bring_the_dossier_back_to_the_desk() {
        String code = publications.at("intake-check");
        office.complete(code, "intake-check", notYetAccepted("supplement", "Thiếu đơn đề nghị"));
        assertThat(office.openTasks(code)).containsExactly("await-papers");
        assertThat(office.dossier(code).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        office.at(LocalDateTime.of(2026, 11, 4, 14, 0));
        office.complete(code, "await-papers", papers());
        assertThat(office.openTasks(code)).containsExactly("intake-check");
        assertThat(office.dossier(code).status()).isEqualTo(Status.FILED);
        assertThat(office.dueOf(code, "intake-check")).isEqualTo(LocalDateTime.of(2026, 11, 5, 14, 0));
        office.complete(code, "intake-check", accepted());
        assertThat(office.dossier(code).received()).isEqualTo(LocalDateTime.of(2026, 11, 4, 14, 0));
    }

    @Test
    void a_dossier_whose_missing_papers_never_come_before_acceptance_is_not_accepted() {
        String code = publications.at("intake-check");
        office.complete(code, "intake-check", notYetAccepted("supplement", "Thiếu đơn đề nghị"));
        assertThat(office.wakesAt(code, "papers-deadline")).isEqualTo(LocalDateTime.of(2026, 12, 3, 0, 0));
        office.at(LocalDateTime.of(2026, 12, 2, 23, 59, 59));
        assertThat(office.openTasks(code)).containsExactly("await-papers");
        office.at(LocalDateTime.of(2026, 12, 3, 0, 0));
        assertEnded(code, "not-accepted", Status.NOT_ACCEPTED, Outcome.NOT_ACCEPTED);
        assertThat(office.lastEvent(code).actor()).isEqualTo("Hệ thống");
        assertThat(office.lastEvent(code).reason()).contains("chưa bổ sung đủ giấy tờ");
    }

    @Test
    void a_dossier_that_is_not_paid_for_is_stopped() {
        String code = publications.at("confirm-payment");
        office.complete(code, "confirm-payment", fields("decision", "unpaid", "reason", "Người nộp không nộp phí"));
        assertEnded(code, "stopped", Status.STOPPED, Outcome.STOPPED);
        assertThat(office.lastEvent(code).reason()).isEqualTo("Người nộp không nộp phí");
    }

    @Test
    void a_dossier_whose_missing_papers_never_come_is_stopped_after_thirty_days() {
        String code = publications.waitingForPapers();
        assertThat(office.openTasks(code)).containsExactly("receive-supplement");
        assertThat(office.wakesAt(code, "supplement-deadline")).isEqualTo(LocalDateTime.of(2026, 12, 3, 0, 0));
        office.at(LocalDateTime.of(2026, 12, 2, 23, 59, 59));
        assertThat(office.openTasks(code)).containsExactly("receive-supplement");
        office.at(LocalDateTime.of(2026, 12, 3, 0, 0));
        assertEnded(code, "stopped", Status.STOPPED, Outcome.STOPPED);
        assertThat(office.lastEvent(code).reason()).contains("chưa bổ sung đủ giấy tờ");
        assertThat(office.dossier(code).timeliness()).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void a_refused_dossier_is_resolved_and_its_papers_are_handed_over() {
        String code = publications.at("leader-decision");
        office.complete(code, "leader-decision", fields("decision", "refuse", "reason", "Nội dung vi phạm Điều 10"));
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        assertThat(office.dossier(code).status()).isEqualTo(Status.RESOLVED);
        assertThat(office.lastEvent(code).reason()).isEqualTo("Nội dung vi phạm Điều 10");
        office.complete(code, "hand-over", handedOver());
        assertEnded(code, "returned", Status.RETURNED, Outcome.REFUSED);
        assertThat(licenceNumber(code)).isEmpty();
    }

    private void assertEnded(String code, String end, Status status, Outcome outcome) {
        assertThat(office.isRunning(code)).isFalse();
        assertThat(office.endedAt(code)).isEqualTo(end);
        assertThat(office.dossier(code).status()).isEqualTo(status);
        assertThat(office.dossier(code).outcome()).isEqualTo(outcome);
        assertThat(office.workItems(code)).isEmpty();
        assertThat(office.tasks(code)).isEmpty();
    }

    // --- withdrawal

    @ParameterizedTest
    @ValueSource(strings = {"intake-check", "await-papers"})
    void a_filing_that_is_not_accepted_yet_is_withdrawn_at_once(String phase) {
        String code = publications.at("intake-check");
        if (phase.equals("await-papers")) {
            office.complete(code, "intake-check", notYetAccepted("supplement", "Thiếu đơn đề nghị"));
        }
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        assertEnded(code, "withdrawn", Status.STOPPED, Outcome.WITHDRAWN);
        assertThat(office.lastEvent(code).actor()).isEqualTo("Lê Văn Nam");
        assertThat(office.lastEvent(code).reason()).isEqualTo("Không còn nhu cầu");
        assertThat(office.dossier(code).received()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm-payment", "appraisal", "receive-supplement", "leader-decision"})
    void an_accepted_dossier_is_withdrawn_when_the_desk_agrees(String phase) {
        String code = inPhase(phase);
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        assertThat(office.dossier(code).status()).isEqualTo(Status.WITHDRAWAL_ASKED);
        assertThat(office.openTasks(code)).containsExactlyInAnyOrder(phase, "consider-withdrawal");
        office.complete(code, "consider-withdrawal", fields("decision", "agree"));
        assertEnded(code, "withdrawn", Status.STOPPED, Outcome.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({
        "confirm-payment, WAITING_PAYMENT",
        "appraisal, IN_PROCESS",
        "receive-supplement, WAITING_SUPPLEMENT",
        "leader-decision, IN_PROCESS"
    })
    void a_dossier_whose_withdrawal_is_declined_goes_on_where_it_was(String phase, Status status) {
        String code = inPhase(phase);
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        office.complete(code, "consider-withdrawal", fields("decision", "decline", "reason", "Hồ sơ sắp có kết quả"));
        assertThat(office.openTasks(code)).containsExactly(phase);
        assertThat(office.dossier(code).status()).isEqualTo(status);
        assertThat(office.lastEvent(code).reason()).isEqualTo("Hồ sơ sắp có kết quả");
    }

    @Test
    void a_withdrawal_during_the_other_agencys_opinion_closes_its_task_too() {
        String code = publications.at("appraisal", Map.of("subject", "police"));
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        office.complete(code, "consider-withdrawal", fields("decision", "agree"));
        assertEnded(code, "withdrawn", Status.STOPPED, Outcome.WITHDRAWN);
    }

    @Test
    void a_withdrawal_is_asked_for_once_at_a_time() {
        String code = publications.at("appraisal");
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        assertRefused(() -> office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu"), "rút hồ sơ");
        assertThat(office.openTasks(code)).containsExactly("appraisal", "consider-withdrawal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hand-over", "nothing"})
    void what_is_decided_is_not_withdrawn_any_more(String phase) {
        String code = publications.at(phase);
        assertRefused(() -> office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu"), "không rút được nữa");
    }

    @Test
    void a_decision_that_comes_before_the_answer_to_the_withdrawal_stands() {
        String code = publications.at("leader-decision");
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        office.complete(code, "leader-decision", signed());
        office.runDueJobs();
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        assertThat(office.dossier(code).outcome()).isEqualTo(Outcome.GRANTED);
    }

    private static String inPhase(String phase) {
        return phase.equals("receive-supplement") ? publications.waitingForPapers() : publications.at(phase);
    }

    // --- timers

    @Test
    void the_duty_of_apology_comes_at_the_opening_of_the_working_day_before_the_due_day() {
        String code = publications.at("appraisal");
        assertThat(office.dossier(code).due()).isEqualTo(LocalDateTime.of(2026, 11, 16, 23, 59, 59, 999_999_000));
        assertThat(office.wakesAt(code, "warning-time")).isEqualTo(FRI_13_NOV_OPENING);
        office.at(FRI_13_NOV_OPENING.minusSeconds(1));
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        office.at(FRI_13_NOV_OPENING);
        assertThat(office.openTasks(code)).containsExactly("appraisal", "reappoint");
        assertThat(office.dueOf(code, "reappoint")).isEqualTo(LocalDateTime.of(2026, 11, 13, 11, 0));
    }

    @Test
    void before_acceptance_no_duty_of_apology_can_come() {
        String code = publications.at("intake-check");
        assertThat(office.wakesAt(code, "warning-time")).isAfter(LocalDateTime.of(2040, 1, 1, 0, 0));
    }

    @Test
    void an_apology_gives_a_new_appointment_and_excuses_nothing() {
        String code = publications.at("appraisal");
        LocalDateTime due = office.dossier(code).due();
        office.at(FRI_13_NOV_OPENING);
        office.complete(
                code,
                "reappoint",
                fields("decision", "reappoint", "appointment", "2026-11-20", "reason", "Chờ ý kiến chuyên gia"));
        assertThat(office.lastEvent(code).kind()).isEqualTo(EventKind.REAPPOINTED);
        assertThat(office.lastEvent(code).appointment()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(office.lastEvent(code).reason()).isEqualTo("Chờ ý kiến chuyên gia");
        assertThat(office.dossier(code).due()).isEqualTo(due);
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertThat(office.wakesAt(code, "await-overdue")).isEqualTo(TUE_17_NOV_MIDNIGHT);
    }

    @Test
    void an_appointment_that_is_not_after_the_due_day_is_refused_and_the_task_stays() {
        String code = publications.at("appraisal");
        office.at(FRI_13_NOV_OPENING);
        assertNothingChanges(
                () -> office.complete(
                        code,
                        "reappoint",
                        fields("decision", "reappoint", "appointment", "2026-11-16", "reason", "Chờ ý kiến")),
                "Ngày hẹn lại phải sau hạn");
    }

    @Test
    void no_apology_is_needed_where_the_result_will_come_in_time() {
        String code = publications.at("appraisal");
        office.at(FRI_13_NOV_OPENING);
        office.complete(code, "reappoint", fields("decision", "not-needed", "reason", "Sẽ xong trong ngày mai"));
        assertThat(office.events(code)).doesNotContain(EventKind.REAPPOINTED);
        assertThat(office.openTasks(code)).containsExactly("appraisal");
    }

    @Test
    void a_dossier_that_is_overdue_after_all_is_brought_before_the_leader() {
        String code = publications.at("appraisal");
        office.at(FRI_13_NOV_OPENING);
        office.complete(code, "reappoint", fields("decision", "not-needed", "reason", "Sẽ xong trong ngày mai"));
        office.at(TUE_17_NOV_MIDNIGHT.minusSeconds(1));
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        office.at(TUE_17_NOV_MIDNIGHT);
        assertThat(office.openTasks(code)).containsExactly("appraisal", "overdue");
        assertThat(outbox(code)).singleElement().asString().contains(code, "quá hạn", "16/11/2026");
        office.complete(code, "overdue", fields("direction", "Hoàn thành trong ngày"));
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertThat(office.isRunning(code)).isTrue();
    }

    @Test
    void an_apology_nobody_decided_on_gives_way_to_the_leaders_task_once_it_is_too_late() {
        String code = publications.at("appraisal");
        office.at(FRI_13_NOV_OPENING);
        office.at(TUE_17_NOV_MIDNIGHT);
        assertThat(office.openTasks(code)).containsExactly("appraisal", "overdue");
        assertThat(outbox(code)).hasSize(1);
    }

    @Test
    void what_watches_the_due_date_ends_with_the_handling() {
        String code = publications.at("appraisal");
        office.at(FRI_13_NOV_OPENING);
        office.complete(code, "appraisal", approved());
        office.complete(code, "leader-decision", signed());
        office.runDueJobs();
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        office.at(TUE_17_NOV_MIDNIGHT.plusDays(60));
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        assertThat(outbox(code)).isEmpty();
    }

    @Test
    void a_warning_that_wakes_up_too_early_waits_on() {
        String code = publications.at("appraisal");
        office.fire(code, "warning-time");
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertThat(office.wakesAt(code, "await-warning")).isEqualTo(FRI_13_NOV_OPENING);
        office.fire(code, "await-warning");
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        office.at(FRI_13_NOV_OPENING);
        assertThat(office.openTasks(code)).containsExactly("appraisal", "reappoint");
    }

    @Test
    void a_due_date_that_wakes_up_too_early_waits_on() {
        String code = publications.at("appraisal");
        office.at(FRI_13_NOV_OPENING);
        office.fire(code, "deadline-passed");
        assertThat(office.openTasks(code)).containsExactly("appraisal", "reappoint");
        assertThat(office.wakesAt(code, "deadline-passed")).isEqualTo(TUE_17_NOV_MIDNIGHT);
        office.complete(code, "reappoint", fields("decision", "not-needed", "reason", "Sẽ xong trong ngày mai"));
        office.fire(code, "await-overdue");
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertThat(office.wakesAt(code, "await-overdue")).isEqualTo(TUE_17_NOV_MIDNIGHT);
        assertThat(outbox(code)).isEmpty();
    }

    @Test
    void a_lapse_that_wakes_up_too_early_waits_on() {
        String accepted = publications.waitingForPapers();
        office.fire(accepted, "supplement-deadline");
        assertThat(office.openTasks(accepted)).containsExactly("receive-supplement");
        assertThat(office.wakesAt(accepted, "supplement-deadline")).isEqualTo(LocalDateTime.of(2026, 12, 3, 0, 0));
        String filed = publications.at("intake-check");
        office.complete(filed, "intake-check", notYetAccepted("supplement", "Thiếu đơn đề nghị"));
        office.fire(filed, "papers-deadline");
        assertThat(office.openTasks(filed)).containsExactly("await-papers");
        assertThat(office.dossier(filed).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
    }

    private List<String> outbox(String code) {
        return office.store
                .jdbc()
                .sql("select body from motcua.outbox where dossier_id = ? and kind = 'overdue'")
                .param(office.dossier(code).id())
                .query(String.class)
                .list();
    }

    // --- messages

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void papers_that_come_through_the_portal_end_the_wait(boolean accepted) {
        String code = accepted ? publications.waitingForPapers() : publications.at("intake-check");
        if (!accepted) {
            office.complete(code, "intake-check", notYetAccepted("supplement", "Thiếu đơn đề nghị"));
        }
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertThat(office.lastEvent(code).kind()).isEqualTo(EventKind.SUPPLEMENT_RECEIVED);
        assertThat(office.lastEvent(code).actor()).isEqualTo("Lê Văn Nam");
        assertThat(office.openTasks(code)).containsExactly(accepted ? "appraisal" : "intake-check");
        assertThat(office.workItems(code)).hasSize(1);
    }

    @Test
    void a_payment_through_the_gateway_ends_the_wait_for_it() {
        String code = publications.at("confirm-payment");
        office.flow().paymentReceived(code, "Cổng thanh toán");
        assertThat(office.events(code)).endsWith(EventKind.PAYMENT_RECEIVED, EventKind.PROCESSING_BEGUN);
        assertThat(office.lastEvent(code).actor()).isEqualTo("Cổng thanh toán");
        assertThat(office.openTasks(code)).containsExactly("appraisal");
    }

    @Test
    void an_extension_moves_the_due_date_and_leaves_the_tasks_where_they_are() {
        String code = publications.at("appraisal");
        office.flow().extend(code, 5, "Khoản 2 Điều 25 Luật Xuất bản", "Phó Giám đốc", "officer-1");
        ClockEvent extension = office.lastEvent(code);
        assertThat(extension.kind()).isEqualTo(EventKind.EXTENDED);
        assertThat(extension.legalBasis()).isEqualTo("Khoản 2 Điều 25 Luật Xuất bản");
        assertThat(extension.approver()).isEqualTo("Phó Giám đốc");
        assertThat(office.dossier(code).due().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(office.wakesAt(code, "warning-time")).isEqualTo(LocalDateTime.of(2026, 11, 20, 7, 0));
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        office.flow().extend(code, 1, "Khoản 2 Điều 25 Luật Xuất bản", "Giám đốc", "officer-1");
        assertThat(office.dossier(code).due().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void what_cannot_come_now_is_refused_in_words_and_changes_nothing() {
        String filed = publications.at("intake-check");
        String handled = publications.at("appraisal");
        String decided = publications.at("hand-over");
        DossierFlow flow = office.flow();
        assertNothingChanges(() -> flow.supplementReceived(handled, "A"), "không chờ bổ sung giấy tờ");
        assertNothingChanges(() -> flow.paymentReceived(handled, "A"), "không chờ nộp phí");
        assertNothingChanges(() -> flow.extend(filed, 5, "Luật", "Giám đốc", "A"), "không thể gia hạn");
        assertNothingChanges(() -> flow.extend(decided, 5, "Luật", "Giám đốc", "A"), "không gia hạn được nữa");
        assertNothingChanges(() -> flow.extend(handled, 0, "Luật", "Giám đốc", "A"), "từ 1 đến");
        assertNothingChanges(() -> flow.extend(handled, 5, " ", "Giám đốc", "A"), "căn cứ pháp lý");
        assertNothingChanges(() -> flow.paymentReceived("H37.15-260101-0001", "A"), "Không có hồ sơ mã");
    }

    @Test
    void an_extension_after_the_due_date_is_refused() {
        String code = publications.at("appraisal");
        office.store.clock().set(TUE_17_NOV_MIDNIGHT.plusHours(9));
        assertNothingChanges(
                () -> office.flow().extend(code, 5, "Luật", "Giám đốc", "officer-1"), "không thể gia hạn nữa");
    }

    // --- what the tasks decide

    @ParameterizedTest
    @CsvSource({"printed, 15000", "audio, 6000", "audiovisual, 27000"})
    void the_fee_is_units_times_what_the_decision_table_says_for_the_media(String media, long perUnit) {
        String code = publications.at("confirm-payment", Map.of("media", media, "units", 12));
        assertThat(((Number) office.field(code, "fee")).longValue()).isEqualTo(12 * perUnit);
        Object shown = office.shown(code, "confirm-payment").get("fee");
        assertThat(shown).isEqualTo(12 * perUnit);
    }

    @Test
    void the_fee_follows_what_the_desk_confirmed_and_not_what_the_applicant_wrote() {
        String code = office.filePublication(Map.of("media", "printed", "units", 1));
        office.complete(code, "intake-check", accepted(Map.of("media", "audio", "units", 30)));
        assertThat(((Number) office.field(code, "fee")).longValue()).isEqualTo(180_000);
    }

    @ParameterizedTest
    @CsvSource({"military, H37.QS", "police, H37.CA", "party-history, H37.TG"})
    void a_specialised_agency_gives_its_opinion_in_its_own_office(String subject, String agency) {
        String code = publications.at("appraisal", Map.of("subject", subject));
        assertThat(office.openTasks(code)).containsExactly("appraisal", "give-opinion");
        Task task = office.task(code, "give-opinion");
        assertThat(task.getTenantId()).isEqualTo(agency);
        assertThat(task.getName()).isEqualTo("Cho ý kiến chuyên ngành về tài liệu");
        assertThat(office.dueOf(code, "give-opinion").toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 9));
        WorkItem item = office.item(code, "give-opinion");
        assertThat(office.agency(item.agencyId())).isEqualTo(agency);
        assertThat(item.staffGroup()).isEqualTo("officer");
        assertThat(office.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getTenantId())
                .isEqualTo(agency);
        office.complete(code, "appraisal", approved());
        assertThat(office.openTasks(code)).containsExactly("give-opinion");
        office.complete(code, "give-opinion", fields("decision", "agree", "opinion", "Không có nội dung mật"));
        assertThat(office.openTasks(code)).containsExactly("leader-decision");
        assertThat(office.field(code, "decision")).isEqualTo("approve");
    }

    @Test
    void the_leader_reads_every_opinion_with_its_author() {
        String code = publications.at("leader-decision", Map.of("subject", "military"));
        Object opinions = office.shown(code, "leader-decision").get("opinion");
        assertThat(opinions)
                .asString()
                .contains("Thẩm định nội dung tài liệu (officer-1): Nội dung phù hợp")
                .contains("Cho ý kiến chuyên ngành về tài liệu (officer-1): Không có nội dung mật");
    }

    @Test
    void opinions_as_long_as_their_forms_allow_reach_the_leader_with_something_of_each() {
        String code = publications.at("appraisal", Map.of("subject", "military"));
        office.complete(code, "appraisal", fields("decision", "approve", "opinion", "a".repeat(4000)));
        office.complete(code, "give-opinion", fields("decision", "agree", "opinion", "\uD83D\uDCD6".repeat(2000)));
        Object opinions = office.shown(code, "leader-decision").get("opinion");
        assertThat(opinions).asString().contains("a".repeat(1500) + "a").contains("\uD83D\uDCD6".repeat(1500));
        assertThat(office.store
                        .jdbc()
                        .sql(
                                "select fields ->> 'opinion' from motcua.submission where dossier_id = ? and task_key = 'appraisal'")
                        .param(office.dossier(code).id())
                        .query(String.class)
                        .single())
                .isEqualTo("a".repeat(4000));
    }

    @Test
    void nobody_of_the_filing_agency_gives_the_other_agencys_opinion() {
        String code = publications.at("appraisal", Map.of("subject", "military"));
        String task = office.task(code, "give-opinion").getId();
        String before = office.everything();
        assertThatThrownBy(() -> office.as("officer-1", List.of("officer"), List.of(Office.DEPARTMENT), () -> {
                    office.flow().complete(task, fields("decision", "agree", "opinion", "Đồng ý hết"));
                    return task;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(office.everything()).isEqualTo(before);
    }

    @Test
    void nobody_signs_what_he_has_appraised_himself() {
        String code = publications.at("appraisal");
        office.completeAs("hoa", "officer", code, "appraisal", approved());
        assertNothingChanges(
                () -> office.completeAs("hoa", "leader", code, "leader-decision", signed()),
                "không được tự quyết định");
        office.completeAs("binh", "leader", code, "leader-decision", signed());
        assertThat(office.openTasks(code)).isEmpty();
    }

    @Test
    void a_task_is_completed_by_its_group_only() {
        String code = publications.at("appraisal");
        assertNothingChanges(
                () -> office.completeAs("lan", "counter", code, "appraisal", approved()), "là của chuyên viên");
    }

    @Test
    void what_the_leader_sends_back_is_appraised_again_without_the_other_agency() {
        String code = publications.at("leader-decision", Map.of("subject", "military"));
        office.complete(code, "leader-decision", fields("decision", "send-back", "reason", "Cần nêu rõ căn cứ"));
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        office.complete(code, "appraisal", approved());
        assertThat(office.openTasks(code)).containsExactly("leader-decision");
        office.complete(code, "leader-decision", signed());
        office.runDueJobs();
        assertThat(office.openTasks(code)).containsExactly("hand-over");
    }

    @Test
    void papers_are_asked_for_once() {
        String code = publications.waitingForPapers();
        office.complete(code, "receive-supplement", papers());
        assertThat(office.openTasks(code)).containsExactly("appraisal");
        assertNothingChanges(() -> office.complete(code, "appraisal", incomplete()), "chỉ cho phép 1 lần");
    }

    @Test
    void licences_are_numbered_one_after_the_other_within_the_year() {
        int first = number(licenceNumber(publications.at("hand-over")));
        String second = publications.at("hand-over");
        assertThat(licenceNumber(second)).isEqualTo(List.of((first + 1) + "/2026/GP"));
        assertThat(office.store
                        .jdbc()
                        .sql(
                                "select kind || '|' || holder || '|' || valid_from from motcua.issued_licence where dossier_id = ?")
                        .param(office.dossier(second).id())
                        .query(String.class)
                        .single())
                .isEqualTo("Giấy phép xuất bản tài liệu không kinh doanh|Hội Văn học nghệ thuật tỉnh|2026-11-02");
        office.store.clock().set(LocalDateTime.of(2026, 12, 31, 16, 0));
        String third = publications.at("leader-decision");
        office.store.clock().set(LocalDateTime.of(2027, 1, 4, 8, 0));
        office.complete(third, "leader-decision", signed());
        office.runDueJobs();
        assertThat(licenceNumber(third)).isEqualTo(List.of("1/2027/GP"));
    }

    private static int number(List<String> licence) {
        return Integer.parseInt(licence.get(0).replaceFirst("/.*", ""));
    }

    private static List<String> licenceNumber(String code) {
        return office.store
                .jdbc()
                .sql("select number from motcua.issued_licence where dossier_id = ?")
                .param(office.dossier(code).id())
                .query(String.class)
                .list();
    }

    private static void assertRefused(Runnable act, String because) {
        assertThatThrownBy(act::run).isInstanceOf(Refusal.class).hasMessageContaining(because);
    }

    private static void assertNothingChanges(Runnable act, String because) {
        String before = office.everything();
        assertRefused(act, because);
        assertThat(office.everything()).isEqualTo(before);
    }
}
