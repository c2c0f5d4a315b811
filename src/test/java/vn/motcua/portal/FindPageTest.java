package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.StaffSession.encoded;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.TestStore;

/** Finding a procedure, and what its page tells before anybody files. */
class FindPageTest {

    private static final String PUBLICATION = "1.003868";

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"giấy phép xuất bản tài liệu", "giay phep XUAT ban tai lieu", "tài liệu xuất bản", "1.003868"})
    void a_procedure_is_found_by_words_in_any_order_with_or_without_diacritics_and_by_its_code(String asked) {
        assertThat(get("/?q=" + encoded(asked)))
                .contains("/thu-tuc/" + PUBLICATION, "Cấp giấy phép xuất bản tài liệu không kinh doanh");
    }

    @Test
    void field_and_level_narrow_what_is_found() {
        String field = encoded("Báo chí");
        assertThat(get("/?sector=" + field)).contains("/thu-tuc/1.009374").doesNotContain("/thu-tuc/" + PUBLICATION);
        assertThat(get("/?q=giay+phep&level=XA")).doesNotContain("/thu-tuc/" + PUBLICATION);
        assertThat(get("/?q=giay+phep&level=TINH")).contains("/thu-tuc/" + PUBLICATION);
        assertThat(get("/?sector=nope&level=nope&most=abc")).contains("/thu-tuc/");
    }

    @Test
    void what_matches_nothing_and_what_is_hostile_is_answered_kindly() {
        for (String asked :
                new String[] {"%", "_", "\\", "'; drop table", "<script>alert(1)</script>", "😀", "x".repeat(2_000)}) {
            String page = get("/?q=" + encoded(asked));
            assertThat(page).as(asked).contains("Không tìm thấy thủ tục nào").doesNotContain("<script>alert");
        }
    }

    @Test
    void while_somebody_types_only_what_is_found_is_sent() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + office.store.port() + "/?q=in"))
                .header("HX-Request", "true")
                .build();
        String part = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        assertThat(part).contains("<section id=\"found\"").doesNotContain("<html", "name=\"q\"");
    }

    @Test
    void its_page_tells_papers_limit_fee_steps_and_by_when_there_would_be_a_result() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        assertThat(get("/thu-tuc/" + PUBLICATION))
                .contains("10 ngày làm việc", "nhận kết quả chậm nhất thứ Sáu 04/12/2026", "15.000", "trang quy chuẩn")
                .contains("Bản thảo tài liệu đóng dấu từng tờ", "2 bản chính", "Ký giấy phép", "trực tuyến một phần")
                .contains("Luật Xuất bản 2012", "Cấp tỉnh")
                .doesNotContain("??", "Thay đổi sắp tới");
        office.store.clock().set(LocalDateTime.of(2026, 11, 20, 16, 59, 59));
        assertThat(get("/thu-tuc/" + PUBLICATION)).contains("chậm nhất thứ Sáu 04/12/2026");
        assertThat(office.nobody().get("/thu-tuc/9.999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_version_that_comes_into_force_later_is_announced_and_shown_from_its_day() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        Procedures procedures = office.store.bean(Procedures.class);
        ProcedureDefinition now =
                procedures.getInForce("1.009374", LocalDate.of(2026, 11, 20)).definition();
        procedures.put(new ProcedureDefinition(
                now.code(),
                LocalDate.of(2027, 1, 1),
                now.name(),
                now.sector(),
                new vn.motcua.calendar.TimeLimit(7, vn.motcua.calendar.LimitUnit.WORKING_DAYS),
                now.clockPolicy(),
                now.paymentStopsClock(),
                now.supplementRequests(),
                now.acceptanceHours(),
                now.serviceLevel(),
                now.agencyLevel(),
                now.fee(),
                now.feeUnit(),
                now.licenceKind(),
                now.processId(),
                "Nghị định mới",
                now.components(),
                now.steps()));
        assertThat(get("/thu-tuc/1.009374"))
                .contains("20 ngày", "Thay đổi sắp tới", "Từ 01/01/2027:", "7 ngày làm việc");
        office.store.clock().set(LocalDateTime.of(2027, 1, 4, 9, 0));
        assertThat(get("/thu-tuc/1.009374"))
                .contains("7 ngày làm việc", "Áp dụng từ")
                .doesNotContain("Thay đổi sắp tới");
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    private static String get(String path) {
        HttpResponse<String> answer = office.nobody().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
