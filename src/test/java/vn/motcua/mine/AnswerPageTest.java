package vn.motcua.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.files.FileShelf;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.TimeMachine;

/** The answer to a supplement request: nothing half-done reaches the office, nothing is sent twice, nothing is lost. */
class AnswerPageTest {

    private static final String MANUSCRIPT = "Bản thảo tài liệu đóng dấu từng tờ";

    private static DeskOffice office;
    private static int people;

    private SignedInApplicant who;
    private Visit visit;
    private String code;
    private String answer;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** Asked by the officer, after acceptance and payment. */
    @BeforeEach
    void papersAreAskedFor() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        who = OnlineApplicants.register(office.store, "answer%d@example.vn".formatted(people++));
        visit = office.as(who);
        code = OnlineApplicants.filePublication(office.store, who);
        answer = "/account/dossiers/" + code + "/answer";
        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        office.complete(
                code,
                "appraisal",
                "officer",
                Map.of("decision", "supplement", "opinion", "Cần thêm", "reason", "Thiếu bản dịch\nThiếu bản thảo"));
    }

    @Test
    void the_office_sees_nothing_before_it_is_sent_and_everything_after() {
        assertThat(visit.get("/account/dossiers/" + code).body()).contains("Thiếu bản dịch", "href=\"" + answer + "\"");
        assertThat(visit.get(answer).body()).contains("Thiếu bản thảo", "Hạn chót nộp bổ sung");
        Sending.of(visit, answer)
                .with("component", MANUSCRIPT)
                .with("comment", "Bản dịch có công chứng")
                .file("bản dịch.pdf", SampleFiles.pdf())
                .as("add");
        Visit officer = office.as("officer");
        assertThat(officer.get("/desk/dossiers/" + code).body())
                .doesNotContain("bản dịch.pdf", "Bản dịch có công chứng");
        assertThat(stored()).isEmpty();

        HttpResponse<String> sent = Sending.of(visit, answer)
                .with("comment", "Bản dịch có công chứng")
                .file("ảnh.png", SampleFiles.picture("png", 1))
                .as("send");
        assertThat(visit.location(sent)).isEqualTo("/account/dossiers/" + code + "?sent=");
        assertThat(visit.get(visit.location(sent)).body())
                .contains("Đã gửi bổ sung", "Hồ sơ đang được xử lý", "bản dịch.pdf", "ảnh.png");
        assertThat(stored()).extracting(Attachment::name).containsExactly("bản dịch.pdf", "ảnh.png");
        assertThat(officer.get("/desk/dossiers/" + code).body())
                .contains("bản dịch.pdf", "ảnh.png", "Bổ sung hồ sơ trực tuyến", "Bản dịch có công chứng")
                .contains("Lời nhắn của người nộp", "Tệp đã gửi", "Người nộp (trực tuyến)")
                .doesNotContain(who.actor());
        assertThat(officer.get("/desk/dossiers/" + code + "?lang=en").body())
                .contains("Applicant (online)")
                .doesNotContain(who.actor(), "Người nộp (trực tuyến)");
        assertThat(office.as("leader").get("/desk/dossiers/" + code).body())
                .as("the history that overseers see")
                .contains("Người nộp (trực tuyến)")
                .doesNotContain(who.actor());
        assertThat(office.tasks(code)).extracting(task -> task.taskKey()).containsExactly("appraisal");
    }

    @Test
    void the_clock_goes_on_from_the_moment_of_sending() {
        Sending.of(visit, answer).file("a.pdf", SampleFiles.pdf()).as("add");
        office.store.clock().set(LocalDateTime.of(2026, 11, 25, 14, 30));
        visit = office.as(who);
        assertThat(Sending.of(visit, answer).as("send").statusCode()).isEqualTo(302);
        ClockEvent last = events().get(events().size() - 1);
        assertThat(last.kind()).isEqualTo(EventKind.SUPPLEMENT_RECEIVED);
        assertThat(last.occurredAt()).isEqualTo(LocalDateTime.of(2026, 11, 25, 14, 30));
        assertThat(last.actor()).isEqualTo(who.actor());
        assertThat(dossiers().get(code).due())
                .as("ten working days anew from Wednesday 25/11")
                .isEqualToIgnoringNanos(LocalDateTime.of(2026, 12, 9, 23, 59, 59));
    }

    @Test
    void a_double_click_and_a_reload_send_once() {
        Sending first =
                Sending.of(visit, answer).with("comment", "Xin gửi bản dịch").file("a.pdf", SampleFiles.pdf());
        assertThat(first.as("send").statusCode()).isEqualTo(302);
        HttpResponse<String> again = first.as("send");
        assertThat(visit.location(again)).isEqualTo("/account/dossiers/" + code + "?sent=");
        assertThat(events())
                .filteredOn(event -> event.kind() == EventKind.SUPPLEMENT_RECEIVED)
                .hasSize(1);
        assertThat(stored()).hasSize(1);
        assertThat(sentByApplicant()).hasSize(1);
    }

    @Test
    void two_windows_at_once_send_once() throws Exception {
        Sending one = Sending.of(visit, answer).with("comment", "Xin gửi bản dịch");
        Sending other = Sending.of(office.as(who), answer).with("comment", "Xin gửi bản dịch");
        Thread meanwhile = new Thread(() -> other.as("send"));
        meanwhile.start();
        one.as("send");
        meanwhile.join();
        assertThat(events())
                .filteredOn(event -> event.kind() == EventKind.SUPPLEMENT_RECEIVED)
                .hasSize(1);
        assertThat(sentByApplicant()).hasSize(1);
    }

    @Test
    void what_is_wrong_is_told_and_what_was_typed_stays() {
        HttpResponse<String> nothing =
                Sending.of(visit, answer).with("comment", " ").as("send");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Hãy thêm ít nhất một tệp", "id=\"file-error\"", "href=\"#file\"");

        HttpResponse<String> badFile = Sending.of(visit, answer)
                .with("comment", "Kính gửi <b>quý cơ quan</b> 😀")
                .file("virus.exe", new byte[] {'M', 'Z', 1, 2})
                .file("tốt.pdf", SampleFiles.pdf())
                .as("send");
        assertThat(badFile.statusCode()).isEqualTo(422);
        assertThat(badFile.body())
                .contains("virus.exe: Chỉ nhận tệp PDF", "Kính gửi &lt;b&gt;quý cơ quan&lt;/b&gt; 😀", "tốt.pdf")
                .doesNotContain("<b>quý");
        assertThat(visit.get(answer).body()).contains("Kính gửi &lt;b&gt;quý", "tốt.pdf");

        HttpResponse<String> long_ =
                Sending.of(visit, answer).with("comment", "x".repeat(10_000)).as("send");
        assertThat(long_.statusCode()).isEqualTo(422);
        assertThat(long_.body()).contains("nhiều nhất 2.000 ký tự", "x".repeat(10_000), "id=\"comment-error\"");
        assertThat(dossiers().get(code).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_file_is_taken_out_again_and_never_reaches_the_office() {
        Sending.of(visit, answer)
                .file("nhầm.pdf", SampleFiles.pdf())
                .file("đúng.png", SampleFiles.picture("png", 2))
                .as("add");
        String shown = visit.get(answer).body();
        String wrong = shown.substring(shown.indexOf("remove:"), shown.indexOf("\"", shown.indexOf("remove:")));
        HttpResponse<String> removed =
                Sending.of(visit, answer).with("comment", "đang viết").as(wrong);
        assertThat(removed.statusCode()).isEqualTo(200);
        assertThat(removed.body()).contains("đang viết", "đúng.png").doesNotContain("nhầm.pdf");
        Sending.of(visit, answer).with("comment", "đang viết").as("send");
        assertThat(stored()).extracting(Attachment::name).containsExactly("đúng.png");
    }

    @Test
    void nobody_makes_a_result_of_a_file() {
        Sending.of(visit, answer)
                .with("component", FileShelf.RESULT)
                .file("giấy phép.pdf", SampleFiles.pdf())
                .as("send");
        assertThat(stored()).singleElement().satisfies(file -> assertThat(file.component())
                .isNull());
    }

    @Test
    void a_request_that_lapsed_or_was_closed_by_the_counter_is_told_and_nothing_is_lost() {
        Sending typed =
                Sending.of(visit, answer).with("comment", "Tôi gửi bản dịch").file("a.pdf", SampleFiles.pdf());
        typed.as("add");
        office.complete(code, "receive-supplement", "counter", Map.of("receivedPapers", "Bản dịch"));
        HttpResponse<String> late = typed.as("send");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("không còn chờ bổ sung", "Tôi gửi bản dịch", "a.pdf");
        assertThat(visit.get("/account/dossiers/" + code).body()).contains("Phần bổ sung chưa gửi");
        assertThat(visit.get(answer).body())
                .contains("Tôi gửi bản dịch", "a.pdf")
                .doesNotContain("type=\"file\"");
        assertThat(stored()).isEmpty();
        assertThat(sentByApplicant()).isEmpty();
        assertThat(events())
                .filteredOn(event -> event.kind() == EventKind.SUPPLEMENT_RECEIVED)
                .hasSize(1);
    }

    @Test
    void after_the_last_day_it_is_too_late() {
        Sending.of(visit, answer).file("a.pdf", SampleFiles.pdf()).as("add");
        office.store.bean(TimeMachine.class).moveTo(TestStore.FRI_20_NOV_2026.plusDays(31));
        assertThat(dossiers().get(code).status()).isEqualTo(Status.STOPPED);
        visit = office.as(who);
        HttpResponse<String> late = Sending.of(visit, "/account/dossiers/" + code)
                .with("comment", "Tôi gửi bản dịch")
                .to(answer)
                .as("send");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("không còn chờ bổ sung", "Tôi gửi bản dịch", "a.pdf");
    }

    @Test
    void a_script_gets_the_form_again_and_is_sent_on_after_sending() {
        HttpResponse<String> added = Sending.of(visit, answer)
                .byScript()
                .file("a.pdf", SampleFiles.pdf())
                .file("b.exe", new byte[] {'M', 'Z'})
                .as("add");
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("a.pdf", "b.exe: Chỉ nhận").doesNotContain("<html");
        HttpResponse<String> empty = Sending.of(visit, answer)
                .byScript()
                .with("comment", "x".repeat(2001))
                .as("send");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).contains("id=\"comment-error\"").doesNotContain("<html");
        HttpResponse<String> sent = Sending.of(visit, answer).byScript().as("send");
        assertThat(sent.headers().firstValue("HX-Redirect")).hasValue("/account/dossiers/" + code + "?sent");
        assertThat(dossiers().get(code).status()).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void before_acceptance_the_counter_checks_again_what_was_sent() {
        String early = OnlineApplicants.filePublication(office.store, who);
        office.complete(
                early,
                "intake-check",
                "counter",
                DeskOffice.checked("decision", "supplement", "reason", "Thiếu bản thảo"));
        String path = "/account/dossiers/" + early + "/answer";
        Sending.of(visit, path).with("comment", "Đã gửi qua bưu điện").as("send");
        assertThat(dossiers().get(early).status()).isEqualTo(Status.FILED);
        assertThat(office.tasks(early)).extracting(task -> task.taskKey()).containsExactly("intake-check");
        assertThat(office.as("counter").get("/desk/dossiers/" + early).body()).contains("Đã gửi qua bưu điện");
    }

    private List<Attachment> stored() {
        return office.store.bean(Attachments.class).of(dossiers().get(code).id());
    }

    private List<Submission> sentByApplicant() {
        return office.store.bean(Submissions.class).of(dossiers().get(code).id()).stream()
                .filter(submission -> submission.taskKey().equals(Submission.SUPPLEMENT))
                .toList();
    }

    private List<ClockEvent> events() {
        return dossiers().ledger(dossiers().get(code)).events();
    }

    private static Dossiers dossiers() {
        return office.store.bean(Dossiers.class);
    }
}
