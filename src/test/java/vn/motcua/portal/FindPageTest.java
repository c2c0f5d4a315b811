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
    void what_happens_in_life_leads_to_the_procedures_it_takes_in_their_order() {
        assertThat(get("/"))
                .contains("Theo sự kiện trong đời sống", "Người dân", "Sinh con và nuôi con nhỏ")
                .contains("Tổ chức, doanh nghiệp", "/?event=tro-choi");
        String press = get("/?event=xuat-ban");
        assertThat(press)
                .contains("Sự kiện:", "Xuất bản tài liệu, bản tin", "/thu-tuc/1.003725")
                .doesNotContain("/thu-tuc/1.001193");
        assertThat(press.indexOf("/thu-tuc/1.003868")).isLessThan(press.indexOf("/thu-tuc/1.009374"));
        assertThat(get("/?event=xuat-ban&q=ban+tin"))
                .contains("/thu-tuc/1.009374")
                .doesNotContain("/thu-tuc/1.003725");
        assertThat(get("/?event=nope")).contains("/thu-tuc/").doesNotContain("Sự kiện:");
    }

    @Test
    void an_agency_offers_what_is_of_its_level_and_not_of_others() {
        String department = get("/?agency=" + DeskOffice.DEPARTMENT + "&most=50");
        assertThat(department)
                .contains("/thu-tuc/" + PUBLICATION, "/thu-tuc/1.003659")
                .doesNotContain("/thu-tuc/1.001193");
        assertThat(get("/?agency=000.00.00.H37&most=50"))
                .as("the province itself does not offer what its department does")
                .contains("/thu-tuc/1.003659")
                .doesNotContain("/thu-tuc/" + PUBLICATION);
        assertThat(get("/?agency=" + DeskOffice.COMMUNE))
                .contains("/thu-tuc/1.001193")
                .doesNotContain("/thu-tuc/1.003659");
        assertThat(get("/?agency=000.00.20.H37")).as("closed since 2025").doesNotContain("value=\"000.00.20.H37\"");
    }

    @Test
    void its_page_tells_who_decides_and_leads_to_the_filing_where_that_is_online() {
        assertThat(get("/thu-tuc/" + PUBLICATION))
                .contains("Ai quyết định", "Lãnh đạo", "Sở Văn hóa, Thể thao và Du lịch", "(Ký giấy phép)")
                .contains("href=\"/file/" + PUBLICATION + "\"", "Giấy phép xuất bản tài liệu không kinh doanh");
        assertThat(get("/thu-tuc/2.001740")).contains("href=\"/file/2.001740\"");
        assertThat(get("/thu-tuc/1.000656"))
                .contains("UBND cấp xã nhận hồ sơ", "nộp tại bộ phận một cửa")
                .doesNotContain("/file/");
        assertThat(get("/thu-tuc/1.003659?lang=en")).contains("the agency of the province that receives it");
    }

    @Test
    void the_form_of_a_paper_is_downloaded_and_nothing_else() throws Exception {
        String form = "/thu-tuc/" + PUBLICATION + "/forms/don-de-nghi-xuat-ban-tai-lieu-khong-kinh-doanh.docx";
        assertThat(get("/thu-tuc/" + PUBLICATION)).contains("href=\"" + form + "\"", "Tải mẫu đơn (DOCX)");
        HttpResponse<byte[]> file = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + office.store.port() + form))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(file.headers().firstValue("Content-Type").orElse("")).contains("wordprocessingml.document");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(new String(file.body(), 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        for (String other : new String[] {
            "/thu-tuc/" + PUBLICATION + "/forms/to-khai-dang-ky-khai-sinh.odt",
            "/thu-tuc/" + PUBLICATION + "/forms/application.yaml",
            "/thu-tuc/" + PUBLICATION + "/forms/..%2f..%2fapplication.yaml",
            "/thu-tuc/" + PUBLICATION + "/forms/..%5c..%5capplication.yaml",
            "/thu-tuc/9.999999/forms/to-khai-dang-ky-khai-sinh.odt"
        }) {
            assertThat(office.nobody().get(other).statusCode()).as(other).isIn(400, 404);
        }
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
