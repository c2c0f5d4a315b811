package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;

/** The page of a dossier, for each of those who may see it and those who may not. */
class DossierPageTest {

    /** Three working days, of which the officer has fourteen hours and the leader six. */
    private static final String PRINTERS = "2.001740";

    private static final Map<String, Visit> VISITS = new ConcurrentHashMap<>();

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void friday() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    // --- what it shows

    @Test
    void a_filing_shows_its_applicant_what_was_filled_in_and_by_when_it_must_be_answered() {
        String page = page("counter", office.filePublication());
        assertThat(page)
                .contains("Hội Văn học nghệ thuật tỉnh", "0912345678", "Phường Lương Văn Tri, tỉnh Lạng Sơn")
                .contains("Mới đăng ký", "Trực tuyến", "Hạn trả lời việc tiếp nhận", "còn 1 ngày làm việc")
                .contains("Kỷ yếu 50 năm", "Số trang quy chuẩn hoặc số phút", ">120<", "Tài liệu in")
                .contains("Chưa được tiếp nhận vào lúc", "2 bản")
                .doesNotContain("/print/");
    }

    @Test
    void a_received_dossier_tells_its_deadline_and_why_it_is_that_one() {
        String code = accepted(PRINTERS);
        String page = page("officer", code);
        assertThat(page)
                .contains("Hạn trả kết quả", "còn 3 ngày", "thứ Tư 25/11/2026")
                .contains("Vì sao có hạn này?", "Tiếp nhận lúc 09:00 thứ Sáu 20/11/2026", "Điều 147")
                .contains("/desk/dossiers/" + code + "/print/receipt", "/print/control-sheet")
                .doesNotContain("/print/refusal", "/print/supplement-request", "Hạn trả lời việc tiếp nhận");
    }

    @Test
    void the_timeline_tells_in_order_who_did_what_and_how_long_it_took_of_what_was_allowed() {
        String code = resolved();
        String page = page("leader", code);
        assertThat(text(page))
                .containsSubsequence(
                        "Nộp hồ sơ Người nộp",
                        "Kiểm tra hồ sơ Nguyễn Thị counter, Bộ phận một cửa",
                        "Mất 2 giờ làm việc, được giao 1 ngày",
                        "Quyết định Tiếp nhận",
                        "Tiếp nhận",
                        "Hạn 25/11/2026",
                        "Xử lý hồ sơ Nguyễn Thị officer, Cán bộ chuyên môn",
                        "Trễ hạn bước. Mất 3 ngày làm việc, được giao 1 ngày 6 giờ",
                        "Hồ sơ hợp lệ",
                        "Phê duyệt Nguyễn Thị leader, Lãnh đạo",
                        "Mất 1 giờ làm việc, được giao 6 giờ",
                        "Có kết quả tại bộ phận một cửa");
        assertThat(page).contains("class=\"mc-was-late\"", "Đã giải quyết", "mc-timely-on_time");
        assertThat(page.split("mc-was-late\"")).as("one late step").hasSize(2);
    }

    @Test
    void while_the_applicant_is_awaited_no_step_is_charged_and_the_reason_is_told_once() {
        String code = accepted(PRINTERS);
        office.complete(
                code,
                "handle",
                "officer",
                Map.of("decision", "supplement", "opinion", "Chưa đủ", "reason", "Thiếu danh mục thiết bị"));
        String waiting = page("officer", code);
        assertThat(waiting).contains("tạm dừng từ 20/11", "/print/supplement-request");
        assertThat(waiting.split("Thiếu danh mục thiết bị")).hasSize(2);
        office.store.clock().set(LocalDateTime.of(2026, 11, 24, 9, 0));
        office.complete(code, "receive-supplement", "counter", Map.of("receivedPapers", "Danh mục thiết bị"));
        assertThat(text(page("officer", code)))
                .contains("Chờ người nộp 2 ngày làm việc, không tính vào thời gian xử lý", "Nhận đủ giấy tờ bổ sung")
                .contains("Hạn 27/11/2026");
    }

    @Test
    void the_control_sheet_has_a_row_for_each_hand_over_between_groups() {
        String sheet = text(section(page("manager", resolved()), "control-sheet"));
        assertThat(sheet)
                .containsSubsequence(
                        "Người nộp",
                        "giao lúc 09:00 20/11/2026",
                        "Nguyễn Thị counter Bộ phận một cửa nhận lúc 09:00 20/11/2026 Kiểm tra hồ sơ",
                        "trước hạn",
                        "Nguyễn Thị officer Cán bộ chuyên môn nhận lúc 11:00 20/11/2026 Xử lý hồ sơ 09:00 24/11/2026",
                        "11:00 25/11/2026 quá hạn",
                        "Nguyễn Thị leader Lãnh đạo nhận lúc 11:00 25/11/2026 Phê duyệt",
                        "trước hạn",
                        "Bộ phận một cửa chưa ai nhận Trả kết quả",
                        "đang làm");
    }

    @Test
    void a_task_that_somebody_took_was_received_then() {
        String code = accepted(PRINTERS);
        String task = office.tasks(code).get(0).taskId();
        office.store.clock().set(LocalDateTime.of(2026, 11, 20, 10, 15));
        office.store.bean(vn.motcua.worklist.WorkItems.class).assign(task, "officer");
        assertThat(section(page("officer", code), "control-sheet")).contains("10:15 20/11/2026");
        office.store.clock().set(LocalDateTime.of(2026, 11, 20, 14, 0));
        appraise(code);
        assertThat(section(page("officer", code), "control-sheet"))
                .contains("nhận lúc 10:15 20/11/2026", "14:00 20/11/2026");
    }

    @Test
    void a_dossier_from_a_register_has_its_ledger_and_no_forms() {
        Dossiers dossiers = office.store.bean(Dossiers.class);
        String code = dossiers.receive(
                        new Filing(
                                PRINTERS,
                                DeskOffice.DEPARTMENT,
                                Channel.IN_PERSON,
                                new Applicant(Applicant.Kind.PERSON, "Hoàng <b>Văn</b> Thụ")),
                        Act.by("import"))
                .code();
        assertThat(page("counter", code))
                .contains("Hoàng &lt;b&gt;Văn&lt;/b&gt; Thụ", "Tiếp nhận", "không có nội dung nhập trên biểu mẫu")
                .contains("Không còn việc nào", "Chưa có lần chuyển giao nào");
    }

    // --- rights

    @ParameterizedTest
    @ValueSource(strings = {"counter", "officer", "officer2", "leader", "manager", "admin"})
    void everybody_of_the_agency_and_above_sees_it(String username) {
        String code = accepted(PRINTERS);
        assertThat(page(username, code)).contains("Nông Thị Hằng", "0987654321", "Ghi chú nội bộ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commune.counter", "commune.officer", "commune.leader", "police.officer"})
    void others_are_told_that_there_is_no_such_dossier(String username) {
        String code = accepted(PRINTERS);
        Visit visit = as(username);
        HttpResponse<String> answer = visit.get(address(code));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(text(answer.body()))
                .isEqualTo(text(visit.get(address("H37.15-261120-9999")).body()));
        assertThat(visit.submit("/desk", address(code) + "/notes", "text", "Chào")
                        .statusCode())
                .isEqualTo(404);
        assertThat(written(code)).isZero();
        assertThat(looks(code)).isZero();
    }

    @Test
    void the_department_does_not_see_the_dossiers_of_a_commune() {
        String code = office.fileAny(PRINTERS, DeskOffice.COMMUNE);
        assertThat(as("leader").get(address(code)).statusCode()).isEqualTo(404);
        assertThat(page("commune.leader", code)).contains(code);
        assertThat(page("manager", code)).contains(code);
    }

    @Test
    void only_people_of_the_tasks_group_are_led_to_it() {
        String code = accepted(PRINTERS);
        String link = "/desk/tasks/" + office.tasks(code).get(0).taskId();
        assertThat(page("officer", code)).contains(link, "Xử lý");
        assertThat(page("officer2", code)).contains(link);
        for (String other : List.of("counter", "leader", "manager", "admin")) {
            assertThat(page(other, code)).as(other).contains("Xử lý hồ sơ").doesNotContain(link);
        }
    }

    @Test
    void an_agency_that_is_asked_sees_what_was_sent_to_it_and_nothing_else() {
        String code = askedOfThePolice();
        as("officer").submit(address(code), address(code) + "/notes", "text", "Nội bộ của Sở");
        Visit police = as("police.officer");
        String page = police.get(address(code)).body();
        String task = office.tasks(code).stream()
                .filter(item -> item.taskKey().equals("give-opinion"))
                .findFirst()
                .orElseThrow()
                .taskId();
        assertThat(page)
                .contains("Kỷ yếu 50 năm", "được lấy ý kiến", "/desk/tasks/" + task)
                .doesNotContain("0912345678", "Phường Lương Văn Tri", "Nội bộ của Sở", "BL-001", "/print/")
                .doesNotContain("Vì sao có hạn này", "Lịch sử xem", "id=\"notes\"", "Thẩm định nội dung");
        assertThat(police.submit("/desk", address(code) + "/notes", "text", "Chào")
                        .statusCode())
                .isEqualTo(404);

        office.complete(
                code, "give-opinion", "police.officer", Map.of("decision", "agree", "opinion", "Không lộ bí mật"));
        assertThat(text(police.get(address(code)).body()))
                .contains("Nguyễn Thị police.officer", "Không lộ bí mật", "Không còn việc nào");
        assertThat(text(page("officer", code))).contains("Nguyễn Thị police.officer", "Không lộ bí mật", "Công an");
    }

    @Test
    void who_is_not_signed_in_is_sent_to_the_sign_in() {
        String code = accepted(PRINTERS);
        Visit visit = office.as("counter");
        visit.submit(address(code), "/logout");
        assertThat(visit.location(visit.get(address(code)))).contains("/login");
    }

    // --- notes

    @Test
    void notes_are_shown_newest_first_as_they_were_written() {
        String code = accepted(PRINTERS);
        Visit officer = as("officer");
        HttpResponse<String> answer = note(officer, code, "Đã gọi người nộp\r\nhẹn thứ Hai");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(officer.location(answer)).isEqualTo(address(code) + "#notes");
        note(as("leader"), code, "  <script>alert(1)</script> & gấp  ");
        assertThat(section(page("counter", code), "notes"))
                .containsSubsequence(
                        "Nguyễn Thị leader",
                        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; gấp</p>",
                        "Nguyễn Thị officer",
                        "09:00 20/11/2026",
                        "Đã gọi người nộp\nhẹn thứ Hai")
                .doesNotContain("<script>");
        assertThatThrownBy(() -> office.store
                        .jdbc()
                        .sql("update motcua.dossier_note set body = 'x'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void an_empty_or_too_long_note_is_refused_beside_its_field_and_stays_there() {
        String code = accepted(PRINTERS);
        Visit officer = as("officer");
        HttpResponse<String> empty = note(officer, code, " \r\n ");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"text-error\"", "Hãy viết nội dung ghi chú");
        String longOne = "ộ".repeat(2001);
        HttpResponse<String> refused = note(officer, code, longOne);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("2001 ký tự", longOne);
        assertThat(written(code)).isZero();
        assertThat(note(officer, code, "ộ".repeat(2000)).statusCode()).isEqualTo(302);
        assertThat(note(officer, code, "có\0không").statusCode()).isEqualTo(302);
        assertThat(page("officer", code)).contains("cókhông");
    }

    @Test
    void a_note_without_the_token_of_its_form_is_refused() {
        String code = accepted(PRINTERS);
        Visit officer = as("officer");
        HttpResponse<String> answer = officer.send(officer.request(address(code) + "/notes")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("text=forged")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(written(code)).isZero();
    }

    // --- history

    @Test
    void looking_again_within_ten_minutes_counts_once() {
        String code = accepted(PRINTERS);
        Visit officer = as("officer");
        officer.get(address(code));
        office.store.clock().advance(Duration.ofMinutes(9));
        officer.get(address(code));
        assertThat(looks(code)).isEqualTo(1);
        as("counter").get(address(code));
        assertThat(looks(code)).isEqualTo(2);
        office.store.clock().advance(Duration.ofMinutes(1));
        officer.get(address(code));
        assertThat(looks(code)).isEqualTo(3);
    }

    @Test
    void leaders_managers_and_administrators_see_who_looked_and_what_changed() {
        String code = accepted(PRINTERS);
        note(as("counter"), code, "Ghi chú đầu tiên");
        for (String overseer : List.of("leader", "manager", "admin")) {
            assertThat(text(section(page(overseer, code), "history")))
                    .as(overseer)
                    .contains("Mở trang hồ sơ Nguyễn Thị counter, Bộ phận một cửa, Sở")
                    .contains("Mở trang hồ sơ Nguyễn Thị " + overseer)
                    .contains("Viết ghi chú Nguyễn Thị counter", "Hoàn thành “Kiểm tra hồ sơ” Nguyễn Thị counter")
                    .contains("Tiếp nhận Nguyễn Thị counter");
        }
        assertThat(page("officer", code)).doesNotContain("id=\"history\"", "Mở trang hồ sơ");
        assertThatThrownBy(() -> office.store
                        .jdbc()
                        .sql("delete from motcua.dossier_view")
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void whose_turn_it_is_does_the_task_on_the_page_of_the_dossier_and_nobody_else() {
        String code = accepted(PRINTERS);
        assertThat(page("officer", code))
                .contains("id=\"task\"", "Ý kiến", "Hoàn thành và sang việc tiếp theo", "/js/form.js");
        assertThat(page("counter", code)).doesNotContain("id=\"task\"", "/js/form.js");
        assertThat(page("leader", code)).doesNotContain("id=\"task\"");
        Visit officer = as("officer");
        String task = office.tasks(code).get(0).taskId();
        officer.submit(address(code), "/desk/tasks/" + task + "/draft", "opinion", "Đang viết dở");
        assertThat(page("officer", code)).contains("Đang viết dở", "Bản nháp lưu lúc");
        HttpResponse<String> done =
                officer.submit(address(code), "/desk/tasks/" + task, "opinion", "Hồ sơ hợp lệ", "decision", "forward");
        assertThat(officer.location(done)).isEqualTo(address(code) + "?done");
        assertThat(page("officer", code)).doesNotContain("id=\"task\"");
    }

    // --- languages and cost

    @Test
    void english_leaves_no_vietnamese_label_behind() {
        String code = resolved();
        String page = office.as("leader").get(address(code) + "?lang=en").body();
        assertThat(page)
                .contains(
                        "lang=\"en\"", "Open tasks", "Took 3 days of office time, 1 day 6 h allowed", "Why this date?")
                .contains("Phone", "Address", "Views and changes", "Control sheet", "Resolved", "on time")
                .doesNotContain(
                        "??",
                        "Việc đang mở",
                        "Diễn biến",
                        "Bộ phận một cửa</",
                        "Phiếu kiểm soát",
                        "làm việc, được giao");
    }

    @Test
    void a_long_story_costs_no_more_statements_than_a_short_one() {
        String brief = office.fileAny(PRINTERS, DeskOffice.DEPARTMENT);
        String longer = resolved();
        Visit leader = as("leader");
        for (int i = 0; i < 20; i++) {
            note(leader, longer, "Ghi chú " + i);
        }
        leader.get(address(brief));
        int few = office.store.statements().of(() -> leader.get(address(brief))).size();
        List<String> all = office.store.statements().of(() -> leader.get(address(longer)));
        assertThat(all).as(String.join("\n", all)).hasSizeLessThanOrEqualTo(few).hasSizeLessThanOrEqualTo(18);
    }

    private static String page(String username, String code) {
        HttpResponse<String> answer = as(username).get(address(code));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    /** A session lasts for a day of these stories. */
    private static Visit as(String username) {
        String day = LocalDateTime.now(office.store.clock()).toLocalDate().toString();
        return VISITS.computeIfAbsent(username + " " + day, any -> office.as(username));
    }

    private static HttpResponse<String> note(Visit visit, String code, String text) {
        return visit.submit(address(code), address(code) + "/notes", "text", text);
    }

    private static String address(String code) {
        return "/desk/dossiers/" + code;
    }

    private static String accepted(String procedure) {
        String code = office.fileAny(procedure, DeskOffice.DEPARTMENT);
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        return code;
    }

    /** Filed on Friday, appraised a day too late, decided on the due day. */
    private static String resolved() {
        String code = office.fileAny(PRINTERS, DeskOffice.DEPARTMENT);
        office.store.clock().set(LocalDateTime.of(2026, 11, 20, 11, 0));
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
        office.store.clock().set(LocalDateTime.of(2026, 11, 25, 11, 0));
        appraise(code);
        office.store.clock().set(LocalDateTime.of(2026, 11, 25, 14, 0));
        office.complete(code, "approve", "leader", Map.of("decision", "approve"));
        return code;
    }

    private static void appraise(String code) {
        office.complete(code, "handle", "officer", Map.of("decision", "forward", "opinion", "Hồ sơ hợp lệ"));
    }

    private static String askedOfThePolice() {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 120, "subject", "police"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-001"));
        return code;
    }

    private static int written(String code) {
        return count("dossier_note", code);
    }

    private static int looks(String code) {
        return count("dossier_view", code);
    }

    private static int count(String table, String code) {
        return office.store
                .jdbc()
                .sql("select count(*) from motcua." + table + " t join motcua.dossier d on d.id = t.dossier_id"
                        + " where d.code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private static String section(String page, String id) {
        var found = Pattern.compile("<section id=\"" + id + "\".*?</section>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(id).isTrue();
        return found.group();
    }

    /** What can be read, with single spaces. */
    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").replaceAll(" ([,;])", "$1");
    }
}
