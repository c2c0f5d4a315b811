package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;

/** Following a dossier by its code and PIN, and trying to follow somebody else's. */
class TrackPageTest {

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

    @BeforeEach
    void nobodyHasTriedAnything() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        office.store.jdbc().sql("delete from motcua.lookup_attempt").update();
    }

    // --- what is told

    @Test
    void whoever_has_code_and_pin_is_told_where_the_dossier_is_and_by_when_there_is_a_result() {
        String code = filed();
        assertThat(tracked(code))
                .contains("bộ phận một cửa đang kiểm tra", "Trả lời việc tiếp nhận", "còn 1 ngày làm việc");
        accept(code);
        assertThat(tracked(code))
                .contains("Hồ sơ đang được xử lý", "Hẹn trả kết quả", "thứ Tư 25/11/2026")
                .contains("Xử lý hồ sơ – Sở Văn hóa, Thể thao và Du lịch", "Được tiếp nhận", "còn 3 ngày")
                .doesNotContain("Trả lời việc tiếp nhận", "??");
    }

    @Test
    void a_line_shows_what_is_done_what_goes_on_and_what_is_ahead() {
        String code = filed();
        assertThat(way(tracked(code)))
                .containsExactly(
                        "done Nộp hồ sơ 20/11/2026",
                        "now Tiếp nhận đang thực hiện",
                        "ahead Giải quyết",
                        "ahead Có kết quả",
                        "ahead Trả kết quả");
        accept(code);
        assertThat(way(tracked(code)))
                .containsExactly(
                        "done Nộp hồ sơ 20/11/2026",
                        "done Tiếp nhận 20/11/2026",
                        "now Giải quyết 20/11/2026",
                        "ahead Có kết quả hẹn thứ Tư 25/11/2026",
                        "ahead Trả kết quả");
    }

    @Test
    void while_the_clock_stands_no_day_is_promised() {
        String code = office.filePublication();
        office.complete(code, "intake-check", "counter", fields("decision", "accept"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        office.complete(
                code,
                "appraisal",
                "officer",
                Map.of("decision", "supplement", "opinion", "Cần thêm", "reason", "Thiếu bản thảo đóng dấu"));
        assertThat(way(tracked(code))).contains("ahead Có kết quả");
    }

    private static List<String> way(String page) {
        return Pattern.compile("mc-way-(\\w+)\"[^>]*>(.*?)</li>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(step -> step.group(1)
                        + step.group(2)
                                .replaceAll("<[^>]+>", " ")
                                .replaceAll("\\s+", " ")
                                .stripTrailing())
                .toList();
    }

    @Test
    void nothing_of_it_tells_about_persons() {
        String code = filed();
        accept(code);
        assertThat(tracked(code))
                .doesNotContain(
                        "Nông Thị Hằng", "0987654321", "Xã Hội Hoan", "Nguyễn Thị", "counter", "Đề nghị giải quyết");
    }

    @Test
    void who_waits_for_papers_is_told_which_and_until_when() {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                fields("decision", "supplement", "reason", "Thiếu 2 bản thảo đóng dấu giáp lai"));
        assertThat(tracked(code))
                .contains("đang chờ bạn bổ sung giấy tờ", "Cần bổ sung", "Thiếu 2 bản thảo đóng dấu giáp lai")
                .contains("Hạn chót nộp bổ sung: hết ngày")
                .doesNotContain("Chờ bổ sung trước khi tiếp nhận –");
    }

    @Test
    void every_status_is_told_in_both_languages() {
        Map<Status, String> seen = new HashMap<>();
        String code = office.filePublication();
        remember(code, seen);
        office.complete(code, "intake-check", "counter", fields("decision", "accept"));
        remember(code, seen);
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        remember(code, seen);
        office.complete(
                code,
                "appraisal",
                "officer",
                Map.of("decision", "supplement", "opinion", "Cần thêm", "reason", "Thiếu bản dịch"));
        remember(code, seen);
        office.complete(code, "receive-supplement", "counter", Map.of("receivedPapers", "Bản dịch"));
        office.complete(
                code,
                "appraisal",
                "officer",
                Map.of("decision", "refuse", "opinion", "Trái luật", "reason", "Trái luật"));
        office.complete(
                code, "leader-decision", "leader", Map.of("decision", "refuse", "reason", "Nội dung trái Điều 10"));
        remember(code, seen);
        assertThat(tracked(code)).contains("Bị từ chối giải quyết", "Nội dung trái Điều 10");
        office.complete(code, "hand-over", "counter", Map.of("receiver", "Lê Văn Nam"));
        remember(code, seen);
        assertThat(tracked(code)).doesNotContain("Lê Văn Nam");
        String refused = office.filePublication();
        office.complete(refused, "intake-check", "counter", fields("decision", "reject", "reason", "Sai thẩm quyền"));
        remember(refused, seen);
        String withdrawn = filed();
        accept(withdrawn);
        office.store.bean(DossierFlow.class).askWithdrawal(withdrawn, "Người nộp", "Không cần nữa");
        remember(withdrawn, seen);
        office.complete(withdrawn, "consider-withdrawal", "counter", Map.of("decision", "agree"));
        remember(withdrawn, seen);
        assertThat(seen.keySet())
                .containsExactlyInAnyOrder(
                        Status.FILED,
                        Status.WAITING_PAYMENT,
                        Status.IN_PROCESS,
                        Status.WAITING_SUPPLEMENT,
                        Status.RESOLVED,
                        Status.RETURNED,
                        Status.NOT_ACCEPTED,
                        Status.WITHDRAWAL_ASKED,
                        Status.STOPPED);
    }

    @Test
    void a_code_is_found_however_it_was_copied() {
        String code = filed();
        Visit visit = office.nobody();
        String spaced = " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", "- ") + "\t";
        String pin = pin(code);
        HttpResponse<String> answer =
                visit.submit("/track", "/track", "code", spaced, "pin", pin.substring(0, 3) + " " + pin.substring(3));
        assertThat(visit.location(answer)).isEqualTo("/track/" + code);
    }

    // --- who tries

    @Test
    void what_is_wrong_is_told_beside_the_field_and_the_code_is_kept() {
        HttpResponse<String> nothing = office.nobody().submit("/track", "/track", "code", "", "pin", "12a");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("id=\"code-error\"", "id=\"pin-error\"", "aria-invalid=\"true\"");
        String code = filed();
        HttpResponse<String> wrong = guess(code, other(pin(code)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Mã hồ sơ hoặc mã tra cứu không đúng", "value=\"" + code + "\"");
        HttpResponse<String> unknown = guess("000.00.00.H99-260101-0001", "123456");
        assertThat(unknown.body().replace("000.00.00.H99-260101-0001", code).replaceAll("value=\"[^\"]{20,}\"", ""))
                .as("an unknown code is answered as a wrong PIN is")
                .isEqualTo(wrong.body().replaceAll("value=\"[^\"]{20,}\"", ""));
    }

    @Test
    void after_five_wrong_tries_a_code_is_locked_for_fifteen_minutes_to_everybody() {
        String code = filed();
        String pin = pin(code);
        for (int i = 0; i < 4; i++) {
            guess(code, other(pin));
        }
        assertThat(guess(code, pin).statusCode())
                .as("the fifth try may be right")
                .isEqualTo(302);
        for (int i = 0; i < 5; i++) {
            office.store.clock().advance(Duration.ofMinutes(2));
            assertThat(guess(code, other(pin)).statusCode()).isEqualTo(422);
        }
        HttpResponse<String> locked = guess(code, pin);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.headers().firstValue("Retry-After")).hasValue("901");
        assertThat(locked.body()).contains("hãy thử lại sau 16 phút");
        office.store.clock().advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(guess(code, pin).statusCode()).isEqualTo(429);
        office.store.clock().advance(Duration.ofSeconds(1));
        assertThat(guess(code, pin).statusCode()).isEqualTo(302);
    }

    @Test
    void an_address_may_try_thirty_times_an_hour_whatever_codes_it_guesses() {
        for (int i = 0; i < 30; i++) {
            assertThat(guess("H37.15-260101-%04d".formatted(i), "123456").statusCode())
                    .isEqualTo(422);
        }
        String code = filed();
        assertThat(guess(code, pin(code)).statusCode()).isEqualTo(429);
        office.store.clock().advance(Duration.ofHours(1));
        assertThat(guess(code, pin(code)).statusCode()).isEqualTo(302);
    }

    @Test
    void nobody_sees_a_dossier_that_another_browser_opened() {
        String code = filed();
        tracked(code);
        Visit stranger = office.nobody();
        assertThat(stranger.location(stranger.get("/track/" + code))).isEqualTo("/track?code=" + code);
        Visit owner = office.nobody();
        owner.submit("/track", "/track", "code", code, "pin", pin(code));
        String other = filed();
        assertThat(owner.get("/track/" + code).statusCode()).isEqualTo(200);
        assertThat(owner.location(owner.get("/track/" + other))).isEqualTo("/track?code=" + other);
    }

    @Test
    void the_address_in_the_printed_code_asks_for_the_pin_alone() {
        String code = filed();
        assertThat(office.nobody().get("/track?code=" + code).body())
                .contains("value=\"" + code + "\"")
                .doesNotContain("<script>", "is-invalid");
        assertThat(office.nobody()
                        .get("/track?code=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<SCRIPT>ALERT");
    }

    private static void remember(String code, Map<Status, String> seen) {
        Status status = office.store.bean(Dossiers.class).get(code).status();
        Visit visit = opened(code);
        assertThat(visit.get("/track/" + code).body())
                .contains("<html lang=\"vi\"")
                .doesNotContain("??");
        assertThat(visit.get("/track/" + code + "?lang=en").body())
                .contains("<html lang=\"en\"", "What happened")
                .doesNotContain("??", "Diễn biến");
        seen.put(status, code);
        office.store.jdbc().sql("delete from motcua.lookup_attempt").update();
    }

    private static String tracked(String code) {
        return opened(code).get("/track/" + code).body();
    }

    private static Visit opened(String code) {
        Visit visit = office.nobody();
        HttpResponse<String> answer = visit.submit("/track", "/track", "code", code, "pin", pin(code));
        assertThat(visit.location(answer)).as(answer.body()).isEqualTo("/track/" + code);
        return visit;
    }

    private static HttpResponse<String> guess(String code, String pin) {
        return office.nobody().submit("/track", "/track", "code", code, "pin", pin);
    }

    private static String pin(String code) {
        return office.store
                .bean(LookupPins.class)
                .of(office.store.bean(Dossiers.class).get(code).id());
    }

    private static String other(String pin) {
        return pin.startsWith("1") ? "2" + pin.substring(1) : "1" + pin.substring(1);
    }

    private static String filed() {
        return office.fileAny(PRINTERS, DeskOffice.DEPARTMENT);
    }

    private static void accept(String code) {
        office.complete(code, "intake-check", "counter", Map.of("decision", "accept"));
    }

    private static Map<String, Object> fields(String... pairs) {
        Map<String, Object> fields = new HashMap<>(Map.of("media", "printed", "units", 120, "subject", "none"));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }
}
