package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.forms.Drafts;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** A task from its page: seen, filled in, kept, completed, and done by somebody else meanwhile. */
class TaskPageTest {

    private static final String OPINION = "Nội dung phù hợp, đủ điều kiện cấp phép";

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
    void a_task_shows_what_the_dossier_knows_whose_it_is_and_what_to_fill_in() {
        String code = office.filePublication();
        String page = office.as("counter").get(task(code, "intake-check")).body();
        assertThat(page)
                .contains("href=\"/desk/dossiers/" + code + "\"", "Hội Văn học nghệ thuật tỉnh", "Kỷ yếu 50 năm")
                .contains("Chưa ai nhận", "Cấp giấy phép xuất bản tài liệu không kinh doanh", "class=\"mc-burn")
                .contains("name=\"units\" value=\"120\"")
                .containsPattern("<option value=\"printed\"\\s+selected=\"selected\"")
                .containsPattern("id=\"f-reason-field\" hidden=\"hidden\"")
                .contains("(bắt buộc)")
                .doesNotContain("name=\"dossierCode\"", "??");
        assertThat(office.as("counter")
                        .get(task(code, "intake-check") + "?lang=en")
                        .body())
                .contains("(required)", "Nobody yet")
                .doesNotContain("bắt buộc", "??");
    }

    @Test
    void completing_here_does_what_completing_anywhere_does() {
        String here = office.filePublication();
        String there = office.filePublication();
        HttpResponse<String> answer = complete(office.as("counter"), here, "intake-check", ACCEPTED);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(office.as("counter").location(answer)).isEqualTo("/desk/dossiers/" + here + "?done");
        office.complete(
                there,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 120, "subject", "none"));
        assertThat(traces(here)).isEqualTo(traces(there)).isNotEmpty();
    }

    @Test
    void what_was_done_is_told_with_what_can_be_printed_on_the_page_that_comes_next() {
        String code = office.filePublication();
        Visit counter = office.as("counter");
        String next = take(office.filePublication(), "intake-check", "counter");
        String[] fields = with(ACCEPTED, "_next", "true");
        HttpResponse<String> answer = complete(counter, code, "intake-check", fields);
        assertThat(counter.location(answer)).startsWith("/desk/tasks/");
        assertThat(counter.get("/desk/tasks/" + next).body())
                .contains("Đã xong: Kiểm tra hồ sơ", "/desk/dossiers/" + code + "/print/receipt");
        assertThat(counter.get("/desk/tasks/" + next).body()).doesNotContain("Đã xong");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_on_top_and_everything_typed_stays() {
        String code = office.filePublication();
        Visit counter = office.as("counter");
        HttpResponse<String> answer = complete(
                counter,
                code,
                "intake-check",
                "decision",
                "supplement",
                "media",
                "vinyl",
                "units",
                "1.000 trang",
                "reason",
                "<b>thiếu</b>\nhai tờ",
                "subject",
                "none");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#f-units\"", "id=\"f-units-error\"", "value=\"1.000 trang\"")
                .contains("href=\"#f-media\"", "id=\"f-media-error\"")
                .contains("\n&lt;b&gt;thiếu&lt;/b&gt;\nhai tờ</textarea>")
                .doesNotContain("id=\"f-reason-error\"")
                .containsPattern("value=\"supplement\" checked=\"checked\"");
        assertThat(describedBy(answer.body(), "f-units")).contains("f-units-error");
        assertThat(office.tasks(code)).hasSize(1);
        assertThat(counter.get(task(code, "intake-check")).body())
                .as("the draft after a crash of the browser")
                .contains("value=\"1.000 trang\"", "Bản nháp lưu lúc 09:00:00 20/11/2026");
    }

    @Test
    void a_field_that_is_not_asked_for_is_neither_demanded_nor_taken() {
        String code = office.filePublication();
        complete(office.as("counter"), code, "intake-check", with(ACCEPTED, "reason", "ghi nhầm chỗ"));
        Submission last = last(code);
        assertThat(last.fields()).containsEntry("decision", "accept").doesNotContainKey("reason");
        assertThat(complete(
                                office.as("counter"),
                                office.filePublication(),
                                "intake-check",
                                "decision",
                                "reject",
                                "media",
                                "printed",
                                "units",
                                "1",
                                "subject",
                                "none")
                        .body())
                .contains("id=\"f-reason-error\"");
    }

    @Test
    void the_page_asks_the_server_which_fields_are_asked_for() {
        String code = office.filePublication();
        Visit counter = office.as("counter");
        String task = task(code, "intake-check");
        assertThat(counter.submit(task, task + "/fields", "decision", "accept")
                        .headers()
                        .firstValue("HX-Trigger"))
                .hasValue("{\"motcua:hidden\":{\"fields\":[\"reason\"]}}");
        HttpResponse<String> asked = counter.submit(task, task + "/fields", "decision", "reject", "units", "x");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("HX-Trigger")).hasValue("{\"motcua:hidden\":{\"fields\":[]}}");
        assertThat(counter.get(task).body())
                .contains("data-hx-post=\"" + task + "/fields\"", "<noscript><link rel=\"stylesheet\"");
    }

    @Test
    void a_draft_outlives_the_session_and_is_gone_with_its_task() {
        String code = office.filePublication();
        String task = task(code, "intake-check");
        HttpResponse<String> saved = draft(office.as("counter"), task, "decision", "reject", "reason", "Viết dở");
        assertThat(saved.body())
                .contains("Bản nháp lưu lúc 09:00:00 20/11/2026")
                .doesNotContain("<html");
        assertThat(office.as("counter").get(task).body())
                .contains("\nViết dở</textarea>", "Bản nháp lưu lúc", "Bỏ bản nháp")
                .doesNotContainPattern("id=\"f-reason-field\" hidden");
        office.employ("counter2", "counter", DeskOffice.DEPARTMENT);
        assertThat(office.as("counter2").get(task).body())
                .as("of another person")
                .doesNotContain("Viết dở");
        assertThat(draft(office.as("commune.counter"), task, "reason", "x").statusCode())
                .isEqualTo(404);
        assertThat(draft(office.as("manager"), task, "reason", "x").statusCode())
                .isEqualTo(403);

        complete(office.as("counter"), code, "intake-check", ACCEPTED);
        assertThat(drafts(task)).isEmpty();
        assertThat(draft(office.as("counter"), task, "reason", "đến muộn").statusCode())
                .isEqualTo(409);
        assertThat(drafts(task)).isEmpty();
    }

    @Test
    void a_draft_is_discarded_when_asked_and_after_a_month() {
        String task = task(office.filePublication(), "intake-check");
        Visit counter = office.as("counter");
        draft(counter, task, "reason", "Bỏ đi");
        assertThat(counter.location(counter.submit(task, task + "/draft/discard")))
                .isEqualTo(task);
        assertThat(counter.get(task).body()).doesNotContain("Bỏ đi", "Bản nháp lưu lúc");
        draft(counter, task, "reason", "Để lâu");
        office.store
                .jdbc()
                .sql("update motcua.draft set saved_at = saved_at - interval '31 days'")
                .update();
        office.store.bean(Drafts.class).forgetOld();
        assertThat(drafts(task)).isEmpty();
    }

    @Test
    void a_form_that_is_sent_without_its_session_leads_back_to_it_through_the_sign_in() {
        String task = task(office.filePublication(), "intake-check");
        draft(office.as("counter"), task, "reason", "Viết trước khi mất phiên");
        Visit lost = office.nobody();
        HttpResponse<String> refused = lost.send(lost.request(task)
                .header("Referer", "http://localhost:" + office.store.port() + task)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("decision=accept&_csrf=stale")));
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(lost.location(refused)).isEqualTo("/login?ended");
        HttpResponse<String> back =
                lost.submit("/login?ended", "/login", "username", "counter", "password", DeskOffice.PASSWORD);
        assertThat(lost.location(back)).isEqualTo(task);
        assertThat(lost.get(task).body()).contains("Viết trước khi mất phiên", "Bản nháp lưu lúc");
    }

    @Test
    void a_stale_token_opens_the_page_again_and_a_script_is_told_plainly() {
        String task = task(office.filePublication(), "intake-check");
        Visit counter = office.as("counter");
        draft(counter, task, "reason", "Chưa mất");
        HttpResponse<String> refused = counter.send(stale(counter, task));
        assertThat(counter.location(refused)).isEqualTo(task + "?stale");
        assertThat(counter.get(task + "?stale").body()).contains("Trang trước đã cũ", "Chưa mất");
        assertThat(counter.send(stale(counter, task + "/draft").header("HX-Request", "true"))
                        .statusCode())
                .isEqualTo(403);
        Visit stranger = office.nobody();
        assertThat(stranger.send(stale(stranger, task + "/draft").header("HX-Request", "true"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(stranger.location(stranger.send(stranger.request(task)
                        .header("Referer", "https://example.org/elsewhere")
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))))
                .isEqualTo("/login?ended");
    }

    private static java.net.http.HttpRequest.Builder stale(Visit visit, String path) {
        return visit.request(path)
                .header("Referer", "http://localhost:" + office.store.port() + path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=stale"));
    }

    @Test
    void the_second_at_a_task_is_told_who_was_first_and_keeps_what_was_typed() {
        String code = appraisal();
        String task = task(code, "appraisal");
        Visit second = office.as("officer2");
        draft(second, task, "opinion", "Bản nháp của người thứ hai");
        office.complete(code, "appraisal", "officer", Map.of("decision", "approve", "opinion", OPINION));
        HttpResponse<String> late = second.submit(
                "/password", task, "decision", "refuse", "opinion", "Tôi thấy chưa đủ", "reason", "Thiếu");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Việc này đã xong", "Nguyễn Thị officer", "09:00:00 20/11/2026", "đồng ý")
                .contains("Tôi thấy chưa đủ</textarea>", "Thiếu</textarea>");
        HttpResponse<String> looked = second.get(task);
        assertThat(looked.statusCode()).isEqualTo(410);
        assertThat(looked.body()).contains("Bản nháp của người thứ hai", "Nguyễn Thị officer");
        assertThat(office.as("commune.officer").get(task).statusCode()).isEqualTo(404);
        assertThat(office.as("counter").get("/desk/tasks/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_task_that_something_else_made_needless_says_what() {
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
        String task = task(code, "await-papers");
        office.store.bean(DossierFlow.class).supplementReceived(code, "Người nộp");
        Visit counter = office.as("counter");
        HttpResponse<String> late = counter.submit("/password", task, "receivedPapers", "Một bản thảo");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("nhận đủ giấy tờ bổ sung", "Người nộp", "Một bản thảo</textarea>");
    }

    @Test
    void whoever_takes_it_meanwhile_is_named_before_somebody_else_goes_on() {
        String code = appraisal();
        String task = task(code, "appraisal");
        Visit officer = office.as("officer");
        take(code, "appraisal", "officer2");
        HttpResponse<String> warned =
                officer.submit("/password", task, "decision", "approve", "opinion", OPINION, "_seen", "");
        assertThat(warned.statusCode()).isEqualTo(409);
        assertThat(warned.body())
                .contains("Nguyễn Thị officer2 đã nhận việc", OPINION, "name=\"_seen\" value=\"officer2\"");
        assertThat(officer.get(task).body()).contains("Nguyễn Thị officer2 đã nhận việc này");
        assertThat(officer.submit(task, task, "decision", "approve", "opinion", OPINION, "_seen", "officer2")
                        .statusCode())
                .isEqualTo(302);
        assertThat(last(code).actor()).isEqualTo("officer");
    }

    @Test
    void a_leader_does_not_decide_what_he_appraised_and_keeps_what_he_wrote() {
        String code = appraisal();
        office.complete(code, "appraisal", "officer", Map.of("decision", "approve", "opinion", OPINION));
        office.store
                .jdbc()
                .sql("update motcua.staff set staff_group = 'leader' where username = 'officer'")
                .update();
        try {
            HttpResponse<String> refused = complete(
                    office.as("officer"), code, "leader-decision", "decision", "refuse", "reason", "Tôi tự từ chối");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("không được tự quyết định", "Tôi tự từ chối</textarea>");
        } finally {
            office.store
                    .jdbc()
                    .sql("update motcua.staff set staff_group = 'officer' where username = 'officer'")
                    .update();
        }
        assertThat(complete(office.as("leader"), code, "leader-decision", "decision", "sign")
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "officer, 404, 404",
        "leader, 404, 404",
        "commune.counter, 404, 404",
        "police.officer, 404, 404",
        "manager, 200, 403",
        "admin, 200, 403",
        "counter, 200, 422"
    })
    void a_task_is_seen_and_done_by_those_whose_it_is(String who, int seen, int done) {
        String task = task(office.filePublication(), "intake-check");
        Visit visit = office.as(who);
        assertThat(visit.get(task).statusCode()).isEqualTo(seen);
        assertThat(visit.submit("/password", task, "decision", "").statusCode()).isEqualTo(done);
        assertThat(visit.submit("/password", task + "/fields").statusCode()).isEqualTo(done == 422 ? 204 : done);
    }

    @Test
    void nobody_sees_a_task_without_signing_in() {
        Visit stranger = office.nobody();
        String task = task(office.filePublication(), "intake-check");
        assertThat(stranger.location(stranger.get(task))).isEqualTo("/login");
    }

    static final String[] ACCEPTED = {"decision", "accept", "media", "printed", "units", "120", "subject", "none"};

    private static String[] with(String[] fields, String... more) {
        return java.util.stream.Stream.concat(List.of(fields).stream(), List.of(more).stream())
                .toArray(String[]::new);
    }

    private static String appraisal() {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 1, "subject", "none"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        return code;
    }

    private static HttpResponse<String> complete(Visit visit, String code, String taskKey, String... fields) {
        String task = task(code, taskKey);
        return visit.submit(task, task, fields);
    }

    private static HttpResponse<String> draft(Visit visit, String task, String... fields) {
        return visit.submit("/password", task + "/draft", fields);
    }

    private static List<String> drafts(String task) {
        return office.store
                .jdbc()
                .sql("select owner from motcua.draft where key = ?")
                .param("task:" + task.substring("/desk/tasks/".length()))
                .query(String.class)
                .list();
    }

    private static String task(String code, String taskKey) {
        return "/desk/tasks/" + item(code, taskKey).taskId();
    }

    private static WorkItem item(String code, String taskKey) {
        return office.tasks(code).stream()
                .filter(item -> item.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task %s but %s".formatted(taskKey, office.tasks(code))));
    }

    /** Gives a task to somebody; its id. */
    private static String take(String code, String taskKey, String username) {
        String task = item(code, taskKey).taskId();
        office.store.bean(org.camunda.bpm.engine.TaskService.class).setAssignee(task, username);
        assertThat(office.store.bean(WorkItems.class).find(task).orElseThrow().assignee())
                .isEqualTo(username);
        return task;
    }

    private static Submission last(String code) {
        List<Submission> all = office.store
                .bean(Submissions.class)
                .of(office.store.bean(Dossiers.class).get(code).id());
        return all.get(all.size() - 1);
    }

    private static String describedBy(String page, String id) {
        Matcher control = Pattern.compile("<input[^>]*id=\"" + id + "\"[^>]*>").matcher(page);
        assertThat(control.find()).isTrue();
        Matcher described = Pattern.compile("aria-describedby=\"([^\"]*)\"").matcher(control.group());
        return described.find() ? described.group(1) : "";
    }

    /** All that a completed task leaves behind, but for what tells one dossier from another. */
    private static List<Object> traces(String code) {
        Dossier dossier = office.store.bean(Dossiers.class).get(code);
        assertThat(dossier.status()).isNotEqualTo(Status.FILED);
        return List.of(
                dossier.status(),
                String.valueOf(dossier.due()),
                office.store.bean(Dossiers.class).ledger(dossier).events().stream()
                        .map(event -> "%s %s %s".formatted(event.kind(), event.actor(), event.occurredAt()))
                        .toList(),
                office.tasks(code).stream()
                        .map(item -> "%s %s %s".formatted(item.taskKey(), item.due(), item.assignee()))
                        .toList(),
                last(code).fields(),
                last(code).actor());
    }
}
