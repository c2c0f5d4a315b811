package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.worklist.WorkItem;

/** What is done to a dossier beside its tasks. */
class ActionsPageTest {

    private static final String PRINTERS = "2.001740";

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void a_leader_extends_the_limit_with_its_legal_basis() {
        String code = accepted();
        Visit leader = office.as("leader");
        assertThat(leader.get(actions(code)).body())
                .contains("Gia hạn giải quyết theo căn cứ pháp lý", "value=\"Nguyễn Thị leader\"", "ngày làm việc")
                .doesNotContain("Lý do rút", "??");
        HttpResponse<String> wrong = leader.submit(
                actions(code), actions(code) + "/extension", "amount", "0", "legalBasis", "Điều 5 & 6", "approver", "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"f-amount-error\"", "id=\"f-approver-error\"", "href=\"#f-amount\"", "Điều 5 &amp; 6")
                .doesNotContain("id=\"f-legalBasis-error\"");
        HttpResponse<String> done = leader.submit(
                actions(code),
                actions(code) + "/extension",
                "amount",
                "5",
                "legalBasis",
                "Điều 5",
                "approver",
                "Bà Lan");
        assertThat(leader.location(done)).isEqualTo("/desk/dossiers/" + code + "?done");
        ClockEvent event = last(code);
        assertThat(event.kind()).isEqualTo(EventKind.EXTENDED);
        assertThat(event.actor()).isEqualTo("leader");
        assertThat(List.of(event.amount(), event.legalBasis(), event.approver()))
                .containsExactly(5, "Điều 5", "Bà Lan");
    }

    @Test
    void the_counter_records_that_the_applicant_wants_the_dossier_back() {
        String code = accepted();
        Visit counter = office.as("counter");
        assertThat(counter.submit(actions(code), actions(code) + "/withdrawal", "withdrawalReason", " ")
                        .body())
                .contains("id=\"f-withdrawalReason-error\"");
        counter.submit(actions(code), actions(code) + "/withdrawal", "withdrawalReason", "Không còn nhu cầu");
        assertThat(last(code))
                .extracting(ClockEvent::kind, ClockEvent::actor, ClockEvent::reason)
                .containsExactly(EventKind.WITHDRAWAL_ASKED, "counter", "Không còn nhu cầu");
        HttpResponse<String> twice =
                counter.submit("/password", actions(code) + "/withdrawal", "withdrawalReason", "Hỏi lần nữa");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("role=\"alert\"").doesNotContain("??");
    }

    @Test
    void an_officer_asks_another_agency_and_reads_its_answer_in_the_dossier() {
        String code = office.fileAny(PRINTERS, DeskOffice.DEPARTMENT);
        assertThat(office.as("officer").get(actions(code)).body()).doesNotContain("f-askedAgency");
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        LocalDateTime due = office.store.bean(Dossiers.class).get(code).due();
        Visit officer = office.as("officer");
        assertThat(officer.get(actions(code)).body())
                .contains("value=\"Công an tỉnh (H37.CA)\"", "list=\"f-askedAgency-list\"")
                .doesNotContain("(H37.15)", "(H37.QS)", "??");
        assertThat(ask(officer, code, "Công an").body())
                .contains("id=\"f-askedAgency-error\"", "Không có cơ quan “Công an”", "Cơ sở in có thuộc diện cấm?");
        assertThat(officer.location(ask(officer, code, "Công an tỉnh (H37.CA)")))
                .isEqualTo("/desk/dossiers/" + code + "?done");
        HttpResponse<String> twice = ask(officer, code, "h37.ca");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("đang được hỏi ý kiến", "Cơ sở in có thuộc diện cấm?");

        WorkItem asked = task(code, "give-opinion");
        assertThat(asked.name()).isEqualTo("Cho ý kiến theo đề nghị");
        assertThat(String.valueOf(asked.due())).startsWith("2026-11-25T23:59");
        assertThat(officer.get("/desk/tasks/" + task(code, "handle").taskId()).body())
                .contains("Hồ sơ này còn việc khác chưa xong", "Cho ý kiến theo đề nghị – Công an tỉnh");
        assertThat(officer.get("/desk/tasks/" + asked.taskId()).statusCode()).isEqualTo(404);
        Visit police = office.as("police.officer");
        assertThat(police.get("/desk/tasks/" + asked.taskId()).body())
                .contains("Nội dung được hỏi", "Cơ sở in có thuộc diện cấm?");
        police.submit(
                "/desk/tasks/" + asked.taskId(),
                "/desk/tasks/" + asked.taskId(),
                "opinion",
                "Không thuộc diện cấm",
                "decision",
                "agree");

        assertThat(officer.get("/desk/dossiers/" + code).body())
                .contains("Lấy ý kiến Công an tỉnh", "Nội dung cần cho ý kiến", "3 ngày làm việc")
                .contains("Cho ý kiến theo đề nghị", "Không thuộc diện cấm");
        assertThat(office.store.bean(Dossiers.class).get(code).due()).isEqualTo(due);
        assertThat(ask(officer, code, "H37.CA").statusCode()).isEqualTo(302);
    }

    @Test
    void what_was_asked_and_not_answered_ends_with_the_decision() {
        for (String code : List.of(accepted(), office.fileAny(PRINTERS, DeskOffice.DEPARTMENT))) {
            boolean publication = office.tasks(code).get(0).taskKey().equals("confirm-payment");
            if (publication) {
                office.complete(
                        code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-002"));
            } else {
                office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
            }
            ask(office.as("officer"), code, "H37.CA");
            Map<String, Object> opinion = Map.of("decision", publication ? "approve" : "forward", "opinion", "Hợp lệ");
            office.complete(code, publication ? "appraisal" : "handle", "officer", opinion);
            String decision = publication ? "leader-decision" : "approve";
            assertThat(office.as("leader")
                            .get("/desk/tasks/" + task(code, decision).taskId())
                            .body())
                    .contains("Cho ý kiến theo đề nghị – Công an tỉnh");
            office.complete(code, decision, "leader", Map.of("decision", publication ? "sign" : "approve"));
            assertThat(office.tasks(code)).extracting(WorkItem::taskKey).doesNotContain("give-opinion");
            assertThat(ask(office.as("officer"), code, "H37.CA").statusCode()).isEqualTo(409);
        }
    }

    private static HttpResponse<String> ask(Visit who, String code, String agency) {
        return who.submit(
                "/password",
                actions(code) + "/opinion",
                "askedAgency",
                agency,
                "question",
                "Cơ sở in có thuộc diện cấm?",
                "answerDays",
                "3");
    }

    private static WorkItem task(String code, String key) {
        return office.tasks(code).stream()
                .filter(item -> item.taskKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void papers_and_payments_are_the_tasks_that_wait_for_them() {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of(
                        "decision",
                        "supplement",
                        "reason",
                        "Thiếu bản thảo",
                        "media",
                        "printed",
                        "units",
                        1,
                        "subject",
                        "none"));
        Visit counter = office.as("counter");
        assertThat(counter.get(actions(code)).body())
                .contains("/desk/tasks/" + office.tasks(code).get(0).taskId());
        HttpResponse<String> empty =
                counter.submit(actions(code), actions(code) + "/supplement-received", "receivedPapers", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"f-receivedPapers-error\"");
        HttpResponse<String> done =
                counter.submit(actions(code), actions(code) + "/supplement-received", "receivedPapers", "Hai bản thảo");
        assertThat(counter.location(done)).isEqualTo("/desk/dossiers/" + code + "?done");
        assertThat(last(code).kind()).isEqualTo(EventKind.SUPPLEMENT_RECEIVED);
        assertThat(counter.submit("/password", actions(code) + "/supplement-received", "receivedPapers", "Nữa")
                        .statusCode())
                .isEqualTo(409);

        String paying = accepted();
        counter.submit(
                actions(paying), actions(paying) + "/payment-received", "decision", "paid", "receiptNumber", "BL-9");
        assertThat(office.store.bean(Dossiers.class).get(paying).status()).isEqualTo(Status.IN_PROCESS);
    }

    @ParameterizedTest
    @CsvSource({
        "counter, supplement-received, 409",
        "counter, payment-received, 422",
        "counter, extension, 403",
        "counter, withdrawal, 422",
        "counter, burning, 404",
        "officer, withdrawal, 403",
        "officer, payment-received, 403",
        "leader, extension, 422",
        "leader, withdrawal, 403",
        "manager, extension, 403",
        "admin, extension, 403",
        "commune.leader, extension, 404",
        "commune.counter, withdrawal, 404"
    })
    void each_is_for_the_group_and_agency_whose_it_is(String who, String action, int status) {
        String code = accepted();
        Visit visit = office.as(who);
        assertThat(visit.submit("/password", actions(code) + "/" + action).statusCode())
                .isEqualTo(status);
        if (status == 404 && !action.equals("burning")) {
            assertThat(visit.get(actions(code)).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void who_was_only_asked_for_an_opinion_decides_nothing_about_the_dossier() {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 1, "subject", "police"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        office.complete(code, "appraisal", "officer", Map.of("decision", "approve", "opinion", "Nội dung phù hợp"));
        office.employ("police.leader", "leader", "H37.CA");
        assertThat(office.as("police.officer").get(actions(code)).body())
                .contains("không có thao tác nào dành cho bạn");
        assertThat(office.as("police.leader")
                        .submit("/password", actions(code) + "/extension")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String accepted() {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 1, "subject", "none"));
        return code;
    }

    private static String actions(String code) {
        return "/desk/dossiers/" + code + "/actions";
    }

    private static ClockEvent last(String code) {
        Dossiers dossiers = office.store.bean(Dossiers.class);
        List<ClockEvent> events = dossiers.ledger(dossiers.get(code)).events();
        return events.get(events.size() - 1);
    }
}
