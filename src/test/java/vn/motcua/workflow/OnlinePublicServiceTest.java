package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.workflow.Office.fields;

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
import vn.motcua.calendar.LimitUnit;
import vn.motcua.catalogue.ProcedureDefinition.Step;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Status;
import vn.motcua.refusal.Refusal;

class OnlinePublicServiceTest {

    private static final LocalDateTime MON_2_NOV_2026 = LocalDateTime.of(2026, 11, 2, 9, 0);

    /** An officer, then a leader; three working days, nothing to pay, no licence. */
    private static final String PRINTERS = "2.001740";

    /** Two own steps and one of the police side by side, then a leader; to be paid for. */
    private static final String POSTAL_LICENCE = "1.003659";

    /** A leader alone, eight working hours. */
    private static final String BIRTH = "1.001193";

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void monday() {
        office.store.clock().set(MON_2_NOV_2026);
    }

    // --- steps

    @Test
    void a_procedure_goes_through_the_steps_of_the_catalogue_one_after_another() {
        String code = office.fileAny(PRINTERS);
        assertThat(office.dossier(code).status()).isEqualTo(Status.FILED);
        office.complete(code, "intake-check", fields("decision", "accept"));
        Task step = office.task(code, "handle");
        assertThat(step.getName()).isEqualTo("Xử lý hồ sơ");
        assertThat(office.item(code, "handle").staffGroup()).isEqualTo("officer");
        assertThat(office.item(code, "handle").allowance()).isEqualTo("PT14H");
        assertThat(office.dueOf(code, "handle").toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 3));
        office.complete(code, "handle", forward());
        assertThat(office.openTasks(code)).containsExactly("approve");
        assertThat(office.dueOf(code, "approve")).isEqualTo(LocalDateTime.of(2026, 11, 2, 17, 0));
        office.complete(code, "approve", fields("decision", "approve"));
        office.runDueJobs();
        assertThat(office.dossier(code).status()).isEqualTo(Status.RESOLVED);
        office.complete(code, "hand-over", fields("receiver", "Lê Văn Nam"));
        assertEnded(code, "returned", Status.RETURNED, Outcome.GRANTED);
        assertThat(office.events(code))
                .containsExactly(
                        EventKind.FILED,
                        EventKind.ACCEPTED,
                        EventKind.PROCESSING_BEGUN,
                        EventKind.RESOLVED,
                        EventKind.RETURNED);
        assertThat(licences(code)).isEmpty();
    }

    @Test
    void steps_of_one_stage_run_side_by_side_in_several_agencies() {
        String code = inHandling(POSTAL_LICENCE);
        assertThat(office.openTasks(code)).containsExactly("give-opinion", "handle", "handle");
        assertThat(office.dueOf(code, "Thẩm định phương án kinh doanh").toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(office.dueOf(code, "Thẩm định mẫu hợp đồng").toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(office.dueOf(code, "Ý kiến về bảo đảm an ninh").toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(office.task(code, "Ý kiến về bảo đảm an ninh").getTenantId()).isEqualTo("H37.CA");
        assertThat(office.agency(office.item(code, "Ý kiến về bảo đảm an ninh").agencyId()))
                .isEqualTo("H37.CA");
        office.complete(code, "Ý kiến về bảo đảm an ninh", opinion());
        office.complete(code, "Thẩm định mẫu hợp đồng", forward());
        assertThat(office.openTasks(code)).containsExactly("handle");
        office.complete(code, "Thẩm định phương án kinh doanh", forward());
        assertThat(office.openTasks(code)).containsExactly("approve");
        office.complete(code, "approve", fields("decision", "approve"));
        office.runDueJobs();
        assertThat(licences(code)).singleElement().asString().matches("\\d+/2026/GP");
    }

    @Test
    void a_step_of_the_stage_is_handled_while_another_one_waits_for_papers() {
        String code = inHandling(POSTAL_LICENCE);
        office.complete(code, "Thẩm định mẫu hợp đồng", incomplete());
        assertThat(office.dossier(code).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        office.complete(code, "Thẩm định phương án kinh doanh", forward());
        office.complete(code, "Ý kiến về bảo đảm an ninh", opinion());
        assertThat(office.openTasks(code)).containsExactly("receive-supplement");
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertThat(office.tasks(code)).extracting(Task::getName).containsExactly("Thẩm định mẫu hợp đồng");
        assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
        office.complete(code, "handle", forward());
        assertThat(office.openTasks(code)).containsExactly("approve");
    }

    @Test
    void what_the_leader_sends_back_goes_through_the_former_stage_again() {
        String code = inHandling(POSTAL_LICENCE);
        completeStage(code);
        office.complete(code, "approve", fields("decision", "send-back", "reason", "Cần nêu rõ căn cứ"));
        assertThat(office.openTasks(code)).containsExactly("give-opinion", "handle", "handle");
        completeStage(code);
        assertThat(office.openTasks(code)).containsExactly("approve");
    }

    @Test
    void what_is_sent_back_from_the_first_stage_is_done_there_again() {
        office.ship("BACK-1", 5, LimitUnit.WORKING_DAYS, List.of(step(1, "Ký ngay", "leader", null)));
        String code = inHandling("BACK-1");
        office.complete(code, "approve", fields("decision", "send-back", "reason", "Cần nêu rõ căn cứ"));
        assertThat(office.openTasks(code)).containsExactly("approve");
    }

    @Test
    void a_refusal_ends_the_steps_beside_it_too() {
        office.ship(
                "SIDE-1",
                5,
                LimitUnit.WORKING_DAYS,
                List.of(
                        step(1, "Soạn thảo", "officer", null),
                        step(1, "Quyết định", "leader", null),
                        step(1, "Cho ý kiến", "officer", "H37.CA")));
        String code = inHandling("SIDE-1");
        assertThat(office.openTasks(code)).containsExactly("approve", "give-opinion", "handle");
        office.complete(code, "approve", fields("decision", "refuse", "reason", "Không đủ điều kiện"));
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        assertThat(office.workItems(code)).hasSize(1);
        assertThat(office.dossier(code).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(office.lastEvent(code).reason()).isEqualTo("Không đủ điều kiện");
        office.complete(code, "hand-over", fields("receiver", "Lê Văn Nam"));
        assertEnded(code, "returned", Status.RETURNED, Outcome.REFUSED);
    }

    @Test
    void nothing_is_sent_back_while_a_step_beside_it_waits_for_papers() {
        office.ship(
                "SIDE-2",
                5,
                LimitUnit.WORKING_DAYS,
                List.of(step(1, "Soạn thảo", "officer", null), step(1, "Quyết định", "leader", null)));
        String code = inHandling("SIDE-2");
        office.complete(code, "handle", incomplete());
        assertThatThrownBy(() -> office.complete(
                        code, "approve", fields("decision", "send-back", "reason", "Cần nêu rõ căn cứ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chờ bổ sung");
        office.flow().supplementReceived(code, "Lê Văn Nam");
        office.complete(code, "approve", fields("decision", "send-back", "reason", "Cần nêu rõ căn cứ"));
        assertThat(office.openTasks(code)).containsExactly("approve", "handle");
        assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void a_procedure_without_steps_gets_appraisal_and_approval_within_its_limit() {
        office.ship("NONE-1", 9, LimitUnit.WORKING_DAYS, List.of());
        String code = inHandling("NONE-1");
        assertThat(office.task(code, "handle").getName()).isEqualTo("Thẩm định");
        assertThat(office.item(code, "handle").allowance()).isEqualTo("P6D");
        office.complete(code, "handle", forward());
        assertThat(office.item(code, "approve").allowance()).isEqualTo("P3D");
    }

    @Test
    void a_proposal_to_refuse_goes_forward_to_who_decides() {
        String code = inHandling(PRINTERS);
        office.complete(
                code,
                "handle",
                fields("decision", "refuse", "opinion", "Không đạt yêu cầu", "reason", "Thiếu điều kiện"));
        assertThat(office.openTasks(code)).containsExactly("approve");
        assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
        Object opinions = office.shown(code, "approve").get("opinion");
        assertThat(opinions).asString().contains("Không đạt yêu cầu");
    }

    @Test
    void a_leader_who_handled_a_step_himself_does_not_approve_it() {
        String code = inHandling(PRINTERS);
        office.completeAs("hoa", "officer", code, "handle", forward());
        String before = office.everything();
        assertThatThrownBy(() -> office.completeAs("hoa", "leader", code, "approve", fields("decision", "approve")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không được tự quyết định");
        assertThat(office.everything()).isEqualTo(before);
    }

    // --- the rest of its life

    @ParameterizedTest
    @CsvSource({"2.001740, 0", "1.003659, 10750000", "2.000815, 2000"})
    void the_fee_is_what_the_catalogue_says(String procedure, long fee) {
        String code = office.fileAny(procedure);
        office.complete(code, "intake-check", fields("decision", "accept"));
        if (fee == 0) {
            assertThat(office.events(code)).doesNotContain(EventKind.PAYMENT_ASKED);
            return;
        }
        assertThat(office.openTasks(code)).containsExactly("confirm-payment");
        Object shown = office.shown(code, "confirm-payment").get("fee");
        assertThat(shown).isEqualTo(fee);
        office.flow().paymentReceived(code, "Cổng thanh toán");
        assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void the_desk_answers_a_filing_within_eight_working_hours() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 6, 15, 0));
        String code = office.fileAny(PRINTERS);
        LocalDateTime due = LocalDateTime.of(2026, 11, 9, 15, 0);
        assertThat(office.dueOf(code, "intake-check")).isEqualTo(due);
        assertThat(office.item(code, "intake-check").due()).isEqualTo(due);
        assertThat(office.dossier(code).acceptanceDue()).isEqualTo(due);
    }

    @Test
    void of_a_limit_in_hours_the_warning_comes_when_half_is_left() {
        String code = inHandling(BIRTH);
        assertThat(office.dossier(code).due()).isEqualTo(LocalDateTime.of(2026, 11, 3, 9, 0));
        assertThat(office.wakesAt(code, "warning-time")).isEqualTo(LocalDateTime.of(2026, 11, 2, 15, 0));
        office.at(LocalDateTime.of(2026, 11, 2, 14, 59, 59));
        assertThat(office.openTasks(code)).containsExactly("approve");
        office.at(LocalDateTime.of(2026, 11, 2, 15, 0));
        assertThat(office.openTasks(code)).containsExactly("approve", "reappoint");
        office.at(LocalDateTime.of(2026, 11, 3, 9, 0));
        assertThat(office.openTasks(code)).containsExactly("approve", "reappoint");
        office.at(LocalDateTime.of(2026, 11, 3, 9, 0, 1));
        assertThat(office.openTasks(code)).containsExactly("approve", "overdue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "unanswered", "unpaid", "lapsed", "withdrawn-early", "withdrawn"})
    void every_other_way_out_closes_everything(String way) {
        String code = office.fileAny(POSTAL_LICENCE);
        switch (way) {
            case "reject" ->
                office.complete(code, "intake-check", fields("decision", "reject", "reason", "Sai thẩm quyền"));
            case "unanswered" -> {
                office.complete(code, "intake-check", fields("decision", "supplement", "reason", "Thiếu đơn đề nghị"));
                office.at(LocalDateTime.of(2026, 12, 3, 0, 0));
            }
            case "unpaid" -> {
                office.complete(code, "intake-check", fields("decision", "accept"));
                office.complete(code, "confirm-payment", fields("decision", "unpaid", "reason", "Không nộp phí"));
            }
            case "lapsed" -> {
                toHandling(code);
                office.complete(code, "Thẩm định mẫu hợp đồng", incomplete());
                office.at(LocalDateTime.of(2026, 12, 3, 0, 0));
            }
            case "withdrawn-early" -> office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
            default -> {
                toHandling(code);
                office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
                office.complete(code, "consider-withdrawal", fields("decision", "agree"));
            }
        }
        switch (way) {
            case "reject", "unanswered" -> assertEnded(code, "not-accepted", Status.NOT_ACCEPTED, Outcome.NOT_ACCEPTED);
            case "unpaid", "lapsed" -> assertEnded(code, "stopped", Status.STOPPED, Outcome.STOPPED);
            default -> assertEnded(code, "withdrawn", Status.STOPPED, Outcome.WITHDRAWN);
        }
    }

    @Test
    void a_procedure_with_a_process_of_its_own_is_not_filed_on_the_general_one() {
        String before = office.everything();
        assertThatThrownBy(
                        () -> office.as("counter-1", List.of("counter"), List.of(Office.DEPARTMENT), () -> office.engine
                                .getRuntimeService()
                                .startProcessInstanceByKey(
                                        "online-public-service", Office.anyForm(Map.of("procedure", "1.003868")))))
                .hasMessageContaining("có quy trình riêng");
        assertThat(office.everything()).isEqualTo(before);
    }

    private void assertEnded(String code, String end, Status status, Outcome outcome) {
        assertThat(office.isRunning(code)).isFalse();
        assertThat(office.endedAt(code)).isEqualTo(end);
        assertThat(office.dossier(code).status()).isEqualTo(status);
        assertThat(office.dossier(code).outcome()).isEqualTo(outcome);
        assertThat(office.workItems(code)).isEmpty();
        assertThat(office.tasks(code)).isEmpty();
    }

    private static String inHandling(String procedure) {
        return toHandling(office.fileAny(procedure));
    }

    private static String toHandling(String code) {
        office.complete(code, "intake-check", fields("decision", "accept"));
        if (office.openTasks(code).contains("confirm-payment")) {
            office.flow().paymentReceived(code, "Cổng thanh toán");
        }
        return code;
    }

    private static void completeStage(String code) {
        office.complete(code, "Thẩm định phương án kinh doanh", forward());
        office.complete(code, "Thẩm định mẫu hợp đồng", forward());
        office.complete(code, "Ý kiến về bảo đảm an ninh", opinion());
    }

    private static Step step(int stage, String name, String group, String agency) {
        return new Step(stage, name, group, agency, "P2D");
    }

    private static Map<String, Object> forward() {
        return fields("decision", "forward", "opinion", "Đủ điều kiện");
    }

    private static Map<String, Object> incomplete() {
        return fields("decision", "supplement", "opinion", "Chưa đủ giấy tờ", "reason", "Thiếu mẫu hợp đồng");
    }

    private static Map<String, Object> opinion() {
        return fields("decision", "agree", "opinion", "Bảo đảm an ninh");
    }

    private static List<String> licences(String code) {
        return office.store
                .jdbc()
                .sql("select number from motcua.issued_licence where dossier_id = ?")
                .param(office.dossier(code).id())
                .query(String.class)
                .list();
    }
}
