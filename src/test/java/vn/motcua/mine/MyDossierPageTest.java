package vn.motcua.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.documents.Documents;
import vn.motcua.documents.PrintForm;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.OnlineApplicant;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.files.FileShelf;
import vn.motcua.statistics.Ratings;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.TestStore;

/** An applicant's own dossier, and somebody else's. */
class MyDossierPageTest {

    private static final String PRINTERS = "2.001740";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static DeskOffice office;
    private static int people;

    private SignedInApplicant who;
    private Visit visit;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void somebodyNew() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        who = OnlineApplicants.register(office.store, "own%d@example.vn".formatted(people++));
        visit = office.as(who);
    }

    // --- who may

    @Test
    void another_accounts_dossier_is_answered_like_one_that_there_is_not_at_every_address() {
        String theirs = OnlineApplicants.filePublication(office.store, who);
        office.complete(
                theirs, "intake-check", "counter", DeskOffice.checked("decision", "supplement", "reason", "Thiếu đơn"));
        Sending.of(visit, page(theirs) + "/answer")
                .file("a.pdf", SampleFiles.pdf())
                .as("add");
        long result = attach(theirs, FileShelf.RESULT, "kết quả.pdf", "officer");
        long draft = office.store
                .jdbc()
                .sql("select max(id) from motcua.attachment where answer_id is not null")
                .query(Long.class)
                .single();
        String nobodys = office.filePublication();
        Visit stranger = office.as(OnlineApplicants.register(office.store, "stranger@example.vn"));
        String unknown = theirs.substring(0, theirs.length() - 4) + "9999";
        for (String rest : List.of(
                "",
                "/answer",
                "/answer/files/" + draft,
                "/withdrawal",
                "/result-channel",
                "/files/" + result,
                "/files/" + draft,
                "/print/supplement-request",
                "/print/receipt",
                "/print/control-sheet",
                "/pay",
                "/rating")) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
                HttpResponse<String> none = ask(stranger, method, page(unknown) + rest);
                for (String foreign : List.of(theirs, nobodys)) {
                    HttpResponse<String> answer = ask(stranger, method, page(foreign) + rest);
                    assertThat(answer.statusCode())
                            .as(method + " " + rest)
                            .isEqualTo(none.statusCode())
                            .isGreaterThanOrEqualTo(method.equals("OPTIONS") ? 200 : 400);
                    assertThat(alike(answer.body(), foreign))
                            .as(method + " " + rest)
                            .isEqualTo(alike(none.body(), unknown));
                    assertThat(headers(answer)).isEqualTo(headers(none));
                }
            }
        }
        assertThat(dossiers().get(theirs).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(dossiers().get(nobodys).status()).isEqualTo(Status.FILED);
    }

    @Test
    void these_pages_are_for_applicants_and_applicants_are_for_no_others() {
        String code = OnlineApplicants.filePublication(office.store, who);
        Visit nobody = office.nobody();
        for (String path : List.of("/account/dossiers", page(code), page(code) + "/answer")) {
            assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(302);
            assertThat(office.as("counter").get(path).statusCode()).as(path).isNotEqualTo(200);
        }
        for (String path : List.of(
                "/desk",
                "/desk/dossiers/" + code,
                "/desk/dossiers/" + code + "/files",
                "/desk/tasks/" + office.tasks(code).get(0).taskId(),
                "/api/worklist",
                "/staff",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default")) {
            assertThat(visit.get(path).statusCode()).as(path).isNotEqualTo(200);
        }
    }

    @Test
    void what_an_applicant_is_called_is_told_from_staff() {
        assertThat(OnlineApplicant.isActor(who.actor())).isTrue();
        assertThat(OnlineApplicant.shown(who.actor())).isEqualTo("Người nộp (trực tuyến)");
        assertThat(OnlineApplicant.shown("counter")).isEqualTo("counter");
    }

    // --- what is told

    @Test
    void the_page_tells_where_it_is_by_when_and_what_to_pay() {
        String code = OnlineApplicants.filePublication(office.store, who);
        assertThat(visit.get(page(code)).body())
                .contains("Trả lời việc tiếp nhận", "Nộp hồ sơ", "Kiểm tra hồ sơ – Sở Văn hóa, Thể thao và Du lịch");
        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        assertThat(visit.get(page(code)).body())
                .contains("Hồ sơ đang chờ bạn nộp phí, lệ phí", "1.800.000 đồng", "Hẹn trả kết quả", "04/12/2026")
                .contains("Được tiếp nhận", "Cơ quan yêu cầu nộp phí, lệ phí")
                .doesNotContain("Nguyễn Thị", who.actor());
    }

    @Test
    void a_fee_is_paid_from_the_page_and_leads_back_to_it() {
        String code = OnlineApplicants.filePublication(office.store, who);
        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        assertThat(visit.get(page(code)).body())
                .contains("Hãy nộp tại bộ phận một cửa")
                .doesNotContain("Nộp phí trực tuyến");
        office.store.bean(StoreFacts.class).put(StoreFacts.DEMO, "now");
        assertThat(visit.get(page(code)).body()).contains("Nộp phí trực tuyến", "action=\"" + page(code) + "/pay\"");
        HttpResponse<String> begun = visit.submit(page(code), page(code) + "/pay");
        assertThat(visit.location(begun)).matches("/payment/[^/]+/go");
        assertThat(office.store
                        .jdbc()
                        .sql("select count(*) from motcua.payment_order where return_path = ?")
                        .param(page(code))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        HttpResponse<String> late = visit.submit(page(code) + "/withdrawal", page(code) + "/pay");
        assertThat(visit.location(late)).isEqualTo(page(code));
        assertThat(visit.get(page(code)).body()).contains("không chờ nộp phí, lệ phí");
        office.store
                .jdbc()
                .sql("delete from motcua.store_fact where name = 'demo'")
                .update();
    }

    @Test
    void the_forms_that_were_issued_are_the_ones_of_the_desk_with_their_numbers() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        assertThat(visit.get(page(code) + "/print/receipt").statusCode()).isEqualTo(404);
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        office.store.bean(Documents.class).print(dossiers().get(code), PrintForm.RECEIPT, "counter");
        int number = number(code);
        assertThat(visit.get(page(code)).body()).contains("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "/print/receipt");
        HttpResponse<String> printed = visit.get(page(code) + "/print/receipt");
        assertThat(printed.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(printed.body()).startsWith("%PDF-");
        assertThat(number(code)).isEqualTo(number);
        assertThat(visit.get(page(code) + "/print/control-sheet").statusCode())
                .as("the control sheet is the office's own")
                .isEqualTo(404);
        assertThat(visit.get(page(code) + "/print/apology").statusCode()).isEqualTo(404);
    }

    @Test
    void a_result_is_for_the_applicant_once_the_dossier_is_resolved_and_not_before() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        assertThat(office.as("officer").get("/desk/dossiers/" + code).body())
                .contains("Kết quả giải quyết (người nộp tải về được");
        long result = attach(code, FileShelf.RESULT, "giấy xác nhận.pdf", "officer");
        long internal = attach(code, null, "phiếu trình.pdf", "officer");
        assertThat(visit.get(page(code)).body()).doesNotContain("giấy xác nhận.pdf", "phiếu trình.pdf");
        assertThat(visit.get(page(code) + "/files/" + result).statusCode()).isEqualTo(404);
        resolve(code);
        assertThat(visit.get(page(code)).body())
                .contains("giấy xác nhận.pdf", "Đã có kết quả tại bộ phận một cửa")
                .doesNotContain("phiếu trình.pdf");
        HttpResponse<String> file = visit.get(page(code) + "/files/" + result);
        assertThat(file.body()).startsWith("%PDF-");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(visit.get(page(code) + "/files/" + internal).statusCode()).isEqualTo(404);
    }

    // --- withdrawing

    @Test
    void a_withdrawal_after_acceptance_is_considered_by_the_counter_and_asked_once() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        String ask = page(code) + "/withdrawal";
        assertThat(visit.get(ask).body()).contains("Bộ phận một cửa sẽ xem xét");
        HttpResponse<String> empty = visit.submit(ask, ask, "reason", "  x ", "seen", "2");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"reason-error\"", ">x</textarea>");
        String seen = seen(ask);
        String token = token(ask);
        HttpResponse<String> sent = post(ask, token, "seen", seen, "reason", "Nộp nhầm thủ tục");
        assertThat(visit.location(sent)).isEqualTo(page(code));
        assertThat(visit.location(post(ask, token, "seen", seen, "reason", "Nộp nhầm thủ tục")))
                .isEqualTo(page(code));
        assertThat(events(code, EventKind.WITHDRAWAL_ASKED)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo(who.actor());
            assertThat(event.reason()).isEqualTo("Nộp nhầm thủ tục");
        });
        assertThat(visit.get(page(code)).body())
                .contains("Đã ghi nhận đề nghị rút hồ sơ", "cơ quan đang xem xét", "Nếu được đồng ý");
        assertThat(office.as("counter").get("/desk/dossiers/" + code).body())
                .contains("Nộp nhầm thủ tục", "Người nộp (trực tuyến)")
                .doesNotContain(who.actor());
        assertThat(office.tasks(code)).anyMatch(task -> task.taskKey().equals("consider-withdrawal"));
        office.complete(code, "consider-withdrawal", "counter", Map.of("decision", "agree"));
        assertThat(visit.get(page(code)).body()).contains("Hồ sơ đã dừng xử lý", "Thông báo dừng giải quyết");
        assertThat(visit.get(page(code) + "/print/stop-notice").statusCode()).isEqualTo(200);
    }

    @Test
    void a_withdrawal_before_acceptance_ends_the_dossier_at_once() {
        String code = OnlineApplicants.filePublication(office.store, who);
        String ask = page(code) + "/withdrawal";
        assertThat(visit.get(ask).body()).contains("dừng lại ngay");
        visit.submit(ask, ask, "seen", seen(ask), "reason", "Nộp nhầm thủ tục");
        assertThat(dossiers().get(code).status()).isEqualTo(Status.STOPPED);
        assertThat(office.tasks(code)).isEmpty();
    }

    @Test
    void after_the_decision_it_is_too_late_to_withdraw_and_the_reason_is_not_lost() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        String ask = page(code) + "/withdrawal";
        String seen = seen(ask);
        String token = token(ask);
        resolve(code);
        HttpResponse<String> late = post(ask, token, "seen", seen, "reason", "Tôi đổi ý <b>rồi</b>");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Không gửi được đề nghị", "Tôi đổi ý &lt;b&gt;rồi&lt;/b&gt;")
                .doesNotContain("Nguyễn Thị", "(counter", "(leader");
        assertThat(visit.get(page(code)).body()).doesNotContain("/withdrawal");
        assertThat(dossiers().get(code).status()).isEqualTo(Status.RESOLVED);
    }

    // --- how the result comes

    @Test
    void a_result_by_post_is_recorded_with_who_and_when_and_shown_on_the_desk() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        String ask = page(code) + "/result-channel";
        assertThat(visit.get(ask).body()).contains("value=\"Xã Hội Hoan, tỉnh Lạng Sơn\"");
        HttpResponse<String> wrong = visit.submit(ask, ask, "channel", "POST", "address", "ở đó");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"address-error\"", "value=\"ở đó\"");
        String address = "Số 5 đường Hùng Vương, phường Lương Văn Tri";
        for (int click = 0; click < 2; click++) {
            assertThat(visit.submit(ask, ask, "channel", "POST", "address", address)
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(visit.get(page(code)).body()).contains("Kết quả gửi qua bưu chính đến", address);
        List<Submission> wishes = wishes(code);
        assertThat(wishes).singleElement().satisfies(wish -> {
            assertThat(wish.actor()).isEqualTo(who.actor());
            assertThat(wish.at()).isEqualTo(TestStore.FRI_20_NOV_2026);
        });
        assertThat(office.as("counter").get("/desk/dossiers/" + code).body())
                .contains("Gửi kết quả qua bưu chính đến", address, "Chọn cách nhận kết quả")
                .contains("Qua dịch vụ bưu chính công ích", "Người nộp (trực tuyến)");
        visit.submit(ask, ask, "channel", "COUNTER", "address", address);
        assertThat(office.as("counter").get("/desk/dossiers/" + code).body())
                .doesNotContain("Gửi kết quả qua bưu chính đến");
        assertThat(wishes(code)).hasSize(2);
    }

    @Test
    void once_it_is_handed_over_nothing_more_is_sent_anywhere() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        resolve(code);
        String ask = page(code) + "/result-channel";
        String token = token(ask);
        office.complete(code, "hand-over", "counter", Map.of("receiver", "Nông Thị Hằng"));
        HttpResponse<String> late = post(ask, token, "channel", "POST", "address", "Số 5 đường Hùng Vương");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("không đổi cách nhận được nữa");
        assertThat(wishes(code)).isEmpty();
        assertThat(visit.get(page(code)).body()).doesNotContain("/result-channel");
    }

    // --- rating

    @Test
    void a_rating_is_given_once_after_the_result_and_answered_with_thanks() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        String token = token(page(code) + "/withdrawal");
        assertThat(visit.get(page(code)).body()).doesNotContain("name=\"stars\"");
        post(page(code) + "/rating", token, "stars", "5");
        assertThat(stars(code)).isZero();
        resolve(code);
        HttpResponse<String> none = visit.submit(page(code), page(code) + "/rating", "comment", "Tốt & nhanh");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Hãy chọn từ 1 đến 5 sao", "id=\"stars-error\"", "Tốt &amp; nhanh");
        HttpResponse<String> six =
                visit.submit(page(code), page(code) + "/rating", "stars", "6", "comment", "x".repeat(2001));
        assertThat(six.body()).contains("id=\"stars-error\"", "id=\"comment-error\"", "x".repeat(2001));
        for (String stars : List.of("4", "1")) {
            assertThat(post(page(code) + "/rating", token, "stars", stars, "comment", "Tốt & nhanh")
                            .statusCode())
                    .isEqualTo(302);
        }
        assertThat(stars(code)).isEqualTo(4);
        assertThat(visit.get(page(code)).body())
                .contains("Cảm ơn bạn đã đánh giá", "★★★★☆", "Bạn đã cho 4/5 sao")
                .doesNotContain("name=\"stars\"");
    }

    @Test
    void a_word_is_as_long_as_it_looks() {
        String code = OnlineApplicants.file(office.store, who, PRINTERS, Map.of("content", "Đề nghị đăng ký"));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        resolve(code);
        visit.submit(page(code), page(code) + "/rating", "stars", "5", "comment", "🌸".repeat(2000));
        assertThat(stars(code)).isEqualTo(5);
    }

    private static HttpResponse<String> ask(Visit visit, String method, String path) {
        var request = visit.request(path);
        if (method.equals("POST")) {
            String token = TOKEN.matcher(visit.get("/track").body())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            return visit.send(
                    request.header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "_csrf=" + encoded(token)
                                                    + "&stars=5&do=send&comment=x&reason=Toi+doi+y&channel=POST&address=So+5+duong+Hung+Vuong")));
        }
        return visit.send(request.method(method, BodyPublishers.noBody()));
    }

    /** But for those of the connection, which the server closes after a hundred answers. */
    private static Set<String> headers(HttpResponse<?> answer) {
        Set<String> names = new TreeSet<>(answer.headers().map().keySet());
        names.removeAll(Set.of("connection", "keep-alive"));
        return names;
    }

    /** But for the code itself, tokens and what tells of the moment. */
    private static String alike(String body, String code) {
        return body.replace(code, "CODE")
                .replaceAll("value=\"[^\"]{20,}\"", "")
                .replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private HttpResponse<String> post(String path, String token, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return visit.send(visit.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String token(String path) {
        return found(path, "_csrf");
    }

    private String seen(String path) {
        return found(path, "seen");
    }

    private String found(String path, String hidden) {
        return Pattern.compile("name=\"" + hidden + "\" value=\"([^\"]+)\"")
                .matcher(visit.get(path).body())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static long attach(String code, String component, String name, String actor) {
        Attachment added = office.store
                .bean(Attachments.class)
                .add(
                        AttachmentHolder.dossier(dossiers().get(code).id()),
                        component,
                        name,
                        actor,
                        new ByteArrayInputStream(SampleFiles.pdf()));
        return added.id();
    }

    /** Every step of the procedure, whatever they are called. */
    private static void resolve(String code) {
        for (int step = 0; step < 5 && dossiers().get(code).status() != Status.RESOLVED; step++) {
            office.tasks(code)
                    .forEach(task -> office.complete(
                            code,
                            task.taskKey(),
                            task.staffGroup(),
                            task.taskKey().equals("approve")
                                    ? Map.of("decision", "approve")
                                    : Map.of("decision", "forward", "opinion", "Đủ điều kiện")));
        }
        assertThat(dossiers().get(code).status()).isEqualTo(Status.RESOLVED);
    }

    private static String page(String code) {
        return "/account/dossiers/" + code;
    }

    private static int number(String code) {
        return office.store
                .jdbc()
                .sql("select number from motcua.printed_document where dossier_id = ? and form = 'receipt'")
                .param(dossiers().get(code).id())
                .query(Integer.class)
                .single();
    }

    private static int stars(String code) {
        return office.store.bean(Ratings.class).of(dossiers().get(code).id()).orElse(0);
    }

    private static List<ClockEvent> events(String code, EventKind kind) {
        Stream<ClockEvent> all = dossiers().ledger(dossiers().get(code)).events().stream();
        return all.filter(event -> event.kind() == kind).toList();
    }

    private static List<Submission> wishes(String code) {
        return office.store.bean(Submissions.class).of(dossiers().get(code).id()).stream()
                .filter(submission -> submission.taskKey().equals(Submission.RESULT_WISH))
                .toList();
    }

    private static Dossiers dossiers() {
        return office.store.bean(Dossiers.class);
    }
}
