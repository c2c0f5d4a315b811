package vn.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Submission;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

/** What stands on each form, read from the PDF. */
class PrintedFormsTest {

    private static final String NAME = "Hội Văn học nghệ thuật ẪỞỮẬĐ ẫởữậđ";
    private static final LocalDateTime IN_2019 = LocalDateTime.of(2019, 3, 4, 9, 0);

    private static PrintOffice office;

    @BeforeAll
    static void open() {
        office = PrintOffice.open("--motcua.public-url=https://dichvucong.langson.gov.vn/");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void today() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    @Test
    void a_receipt_has_every_field_of_form_01_and_the_code_leads_to_the_dossier() throws IOException {
        Dossier dossier = received();
        byte[] pdf = office.print(dossier, PrintForm.RECEIPT);
        PrintOffice.picture("2025-01-receipt", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập – Tự do – Hạnh phúc",
                        "SỞ VĂN HÓA",
                        "/TNHS",
                        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                        dossier.code(),
                        NAME,
                        "4900123456",
                        "0912345678",
                        "hoi@langson.vn",
                        "Phường Lương Văn Tri",
                        "Cấp giấy phép xuất bản tài liệu không kinh doanh",
                        "Bản thảo tài liệu đóng dấu từng tờ",
                        "1 (bộ)",
                        "09 giờ 00 phút, ngày 20 tháng 11 năm 2026",
                        "thứ Sáu, ngày 04 tháng 12 năm 2026",
                        "1.800.000 đồng",
                        "quyển số: 2026",
                        "NGƯỜI NỘP HỒ SƠ",
                        "NGƯỜI TIẾP NHẬN HỒ SƠ",
                        "Hoàng Thị Thuỷ",
                        pin(dossier))
                .contains("Mẫu số 01 – TT 03/2025/TT-VPCP");
        assertThat(PrintOffice.scanned(pdf))
                .isEqualTo("https://dichvucong.langson.gov.vn/track?code=" + dossier.code())
                .doesNotContain(pin(dossier));
        assertPaper(pdf, PDRectangle.A5);
        assertFontsAreInside(pdf);
    }

    @Test
    void a_receipt_of_2019_is_on_the_form_of_2018_and_keeps_the_appointment_of_that_time() throws IOException {
        Dossier dossier = at(IN_2019, PrintedFormsTest::received);
        office.store.clock().set(IN_2019.plusDays(1));
        office.dossiers().askSupplement(dossier.code(), Act.by("officer").because("Bản dịch"));
        office.store.clock().set(IN_2019.plusDays(4));
        office.dossiers().supplementReceived(dossier.code(), Act.by("counter"));
        byte[] pdf = office.print(dossier, PrintForm.RECEIPT);
        PrintOffice.picture("2018-01-receipt", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("Mẫu số 01 – TT 01/2018/TT-VPCP", "BỘ PHẬN TIẾP NHẬN VÀ TRẢ")
                .contains("thứ Hai, ngày 18 tháng 03 năm 2019")
                .doesNotContain("2025");
        assertPaper(pdf, PDRectangle.A5);
    }

    @Test
    void a_supplement_request_lists_what_is_missing_line_by_line() throws IOException {
        Dossier dossier = received();
        office.dossiers()
                .askSupplement(
                        dossier.code(),
                        Act.by("officer")
                                .because(
                                        "- Bản dịch tiếng Việt: 1 bản sao\n2. Bản thảo đóng dấu (2 bản)\n\nĐơn đề nghị"));
        byte[] pdf = office.print(dossier, PrintForm.SUPPLEMENT_REQUEST);
        PrintOffice.picture("2025-02-supplement-request", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "/HDHS", NAME, pin(dossier))
                .contains("1 Bản dịch tiếng Việt 1 bản sao 2 Bản thảo đóng dấu 2 bản 3 Đơn đề nghị")
                .contains("liên hệ Đặng Văn Dũng", "Lý do:");
        assertThat(PrintOffice.scanned(pdf)).endsWith(dossier.code());
        assertPaper(pdf, PDRectangle.A5);
        assertFontsAreInside(pdf);
    }

    @Test
    void a_refusal_states_its_reason_whether_at_the_desk_or_after_appraisal() throws IOException {
        Dossier filed = office.file("Nông Thị Hằng");
        office.dossiers().notAccept(filed.code(), Act.by("counter").because("Không thuộc thẩm quyền của Sở"));
        byte[] pdf = office.print(filed, PrintForm.REFUSAL);
        PrintOffice.picture("2025-03-refusal", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Nông Thị Hằng", "Hồ sơ không được tiếp nhận")
                .contains("Không thuộc thẩm quyền của Sở", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ");
        assertPaper(pdf, PDRectangle.A5);
        Dossier appraised = received();
        office.dossiers().beginProcessing(appraised.code(), Act.by("counter"));
        office.dossiers().refuse(appraised.code(), Act.by("leader").because("Nội dung không phù hợp"));
        assertThat(office.text(appraised, PrintForm.REFUSAL))
                .contains("Hồ sơ bị từ chối giải quyết", "Nội dung không phù hợp")
                .contains("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Nguyễn Hữu Phước");
    }

    @Test
    void an_apology_tells_the_old_day_the_reason_and_the_new_day() throws IOException {
        Dossier dossier = received();
        office.dossiers()
                .reappoint(
                        dossier.code(),
                        LocalDate.of(2026, 12, 9),
                        Act.by("leader").because("Phải xin ý kiến cơ quan chuyên ngành"));
        byte[] pdf = office.print(dossier, PrintForm.APOLOGY);
        PrintOffice.picture("2025-04-apology", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("Kính gửi: " + NAME, "/PXL", "lĩnh vực Xuất bản")
                .contains("thứ Sáu, ngày 04 tháng 12 năm 2026", "ngày 09 tháng 12 năm 2026")
                .contains("Phải xin ý kiến cơ quan chuyên ngành", "xin lỗi", "Nguyễn Hữu Phước");
        assertPaper(pdf, PDRectangle.A5);
        Dossier old = at(IN_2019, PrintedFormsTest::received);
        office.store.clock().set(IN_2019.plusDays(1));
        office.dossiers()
                .reappoint(
                        old.code(), LocalDate.of(2019, 3, 25), Act.by("leader").because("Quá tải"));
        byte[] of2018 = office.print(old, PrintForm.APOLOGY);
        PrintOffice.picture("2018-04-apology", of2018);
        assertThat(PrintOffice.text(of2018))
                .contains("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ", "Mẫu số 04 – TT 01/2018/TT-VPCP");
    }

    @Test
    void an_extension_tells_by_how_much_on_what_basis_and_both_days() throws IOException {
        Dossier dossier = received();
        office.store.clock().advance(java.time.Duration.ofHours(1));
        office.dossiers()
                .extend(
                        dossier.code(),
                        5,
                        "Luật Xuất bản 2012, Điều 25",
                        "leader",
                        Act.by("officer").because("Phức tạp"));
        byte[] pdf = office.print(dossier, PrintForm.EXTENSION);
        PrintOffice.picture("2025-04-extension", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("GIA HẠN", "Luật Xuất bản 2012, Điều 25", "Phức tạp", "5 ngày làm việc", "Nguyễn Hữu Phước")
                .contains("ngày 04 tháng 12 năm 2026", "ngày 11 tháng 12 năm 2026");
        assertPaper(pdf, PDRectangle.A5);
    }

    @Test
    void a_stop_notice_tells_why_and_since_when() throws IOException {
        Dossier dossier = received();
        office.dossiers().stop(dossier.code(), Act.by("counter").because("Quá thời hạn bổ sung"));
        byte[] pdf = office.print(dossier, PrintForm.STOP_NOTICE);
        PrintOffice.picture("2025-05-stop-notice", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Quá thời hạn bổ sung", "Căn cứ:", NAME);
        assertPaper(pdf, PDRectangle.A5);
    }

    @Test
    void a_control_sheet_has_a_row_for_each_hand_over_with_its_result() throws IOException {
        Dossier dossier = received();
        office.fill(dossier, "check", "Tiếp nhận và kiểm tra hồ sơ", "counter", "counter", Map.of());
        office.store.clock().set(LocalDateTime.of(2026, 11, 24, 10, 0));
        office.fill(dossier, "appraise", "Thẩm định nội dung", "officer", "officer", Map.of());
        office.store.clock().set(LocalDateTime.of(2026, 12, 2, 10, 0));
        office.fill(dossier, "sign", "Ký giấy phép", "leader", "leader", Map.of());
        byte[] pdf = office.print(dossier, PrintForm.CONTROL_SHEET);
        PrintOffice.picture("2025-06-control-sheet", pdf);
        assertThat(PrintOffice.text(pdf))
                .contains("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Mẫu số 06", NAME)
                .contains("Bộ phận một cửa", "Cán bộ chuyên môn", "Lãnh đạo", "20/11/2026", "24/11/2026", "02/12/2026")
                .containsSubsequence(
                        "Hoàng Thị Thuỷ",
                        "09:00 09:00 đúng hạn",
                        "Đặng Văn Dũng",
                        "09:00 10:00 trước hạn",
                        "Thẩm định nội dung",
                        "Nguyễn Hữu Phước",
                        "10:00 10:00 quá hạn",
                        "Ký giấy phép")
                .doesNotContain("PIN");
        assertPaper(pdf, PDRectangle.A4);
        Dossier old = at(IN_2019, PrintedFormsTest::received);
        byte[] of2018 = office.print(old, PrintForm.CONTROL_SHEET);
        assertThat(PrintOffice.text(of2018)).contains("Mẫu số 05 – TT 01/2018/TT-VPCP", "Chưa có bước nào");
        assertPaper(of2018, PDRectangle.A5);
    }

    @Test
    void a_register_lists_what_the_agency_received_in_the_period_on_A4() throws IOException {
        LocalDateTime june = LocalDateTime.of(2026, 6, 1, 9, 0);
        Dossier first = at(june, PrintedFormsTest::received);
        Dossier second = at(june.plusDays(1), () -> office.receive("Công ty TNHH Đồng Đăng"));
        Dossier elsewhere = at(june.plusDays(1), () -> office.receive("H37.CA", "Nơi khác"));
        Dossier after = at(june.plusDays(2), PrintedFormsTest::received);
        office.print(first, PrintForm.RECEIPT);
        office.store.clock().set(june.plusDays(3));
        office.dossiers().beginProcessing(second.code(), Act.by("counter"));
        office.dossiers().resolve(second.code(), Act.by("leader"));
        byte[] pdf = office.store
                .bean(Register.class)
                .print(
                        office.store.bean(Agencies.class).get(PrintOffice.DEPARTMENT),
                        june.toLocalDate(),
                        june.toLocalDate().plusDays(1))
                .pdf();
        PrintOffice.picture("2025-07-register", pdf);
        String text = PrintOffice.text(pdf).replace(" ", "");
        assertThat(text)
                .contains("SỔTHEODÕIHỒSƠ", "Mẫusố07", "gồm2hồsơ", "CôngtyTNHHĐồngĐăng", "trướchạn", "Giấysố")
                .doesNotContain("Nơikhác");
        assertThat(elsewhere.code()).isNotEqualTo(after.code());
        assertPaper(pdf, new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
        assertFontsAreInside(pdf);
    }

    @Test
    void what_has_not_happened_cannot_be_printed_and_the_refusal_says_what_to_do() {
        Dossier filed = office.file("Nông Thị Hằng");
        assertThatThrownBy(() -> office.print(filed, PrintForm.RECEIPT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hãy tiếp nhận hồ sơ trước");
        for (PrintForm form : List.of(
                PrintForm.SUPPLEMENT_REQUEST,
                PrintForm.REFUSAL,
                PrintForm.APOLOGY,
                PrintForm.EXTENSION,
                PrintForm.STOP_NOTICE)) {
            assertThatThrownBy(() -> office.print(filed, form))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("hãy");
        }
        assertThat(office.store.bean(Documents.class).printable(filed)).containsExactly(PrintForm.CONTROL_SHEET);
        assertThat(office.store
                        .jdbc()
                        .sql("select count(*) from motcua.printed_document where dossier_id = ?")
                        .param(filed.id())
                        .query(Integer.class)
                        .single())
                .as("numbers of what was refused")
                .isZero();
    }

    @Test
    void the_set_of_2018_has_no_extension_and_no_stop_notice() {
        Dossier old = at(IN_2019, PrintedFormsTest::received);
        office.store.clock().set(IN_2019.plusDays(1));
        office.dossiers().extend(old.code(), 5, "Luật", "leader", Act.by("officer"));
        assertThatThrownBy(() -> office.print(old, PrintForm.EXTENSION))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Thông tư 01/2018/TT-VPCP")
                .hasMessageContaining("tt-01-2018/extension.html");
        assertThat(office.store.bean(Documents.class).printable(old))
                .containsExactly(PrintForm.RECEIPT, PrintForm.CONTROL_SHEET);
    }

    @Test
    void the_day_of_receipt_decides_about_the_set_and_of_filing_where_nothing_was_received() {
        Dossier last2018 = at(LocalDateTime.of(2025, 6, 30, 16, 59), PrintedFormsTest::received);
        Dossier first2025 = at(LocalDateTime.of(2025, 7, 1, 0, 0), PrintedFormsTest::received);
        Dossier filedBefore = at(LocalDateTime.of(2025, 6, 30, 9, 0), () -> office.file("Nông Thị Hằng"));
        office.store.clock().set(LocalDateTime.of(2025, 7, 1, 9, 0));
        Dossier crossing = at(LocalDateTime.of(2025, 6, 30, 9, 0), () -> office.file("Nông Thị Hằng"));
        office.store.clock().set(LocalDateTime.of(2025, 7, 1, 9, 0));
        office.dossiers().notAccept(filedBefore.code(), Act.by("counter").because("Không thuộc thẩm quyền"));
        office.dossiers().accept(crossing.code(), Act.by("counter"));
        assertThat(office.text(last2018, PrintForm.RECEIPT)).contains("TT 01/2018");
        assertThat(office.text(first2025, PrintForm.RECEIPT)).contains("TT 03/2025");
        assertThat(office.text(filedBefore, PrintForm.REFUSAL)).contains("TT 01/2018");
        assertThat(office.text(crossing, PrintForm.RECEIPT)).contains("TT 03/2025");
    }

    private static Dossier received() {
        Dossier dossier = office.receive(NAME);
        office.fill(
                dossier,
                Submission.START,
                "Nộp hồ sơ",
                null,
                "counter",
                Map.of(
                        "idNumber", "4900123456",
                        "phone", "0912345678",
                        "email", "hoi@langson.vn",
                        "address", "Phường Lương Văn Tri, tỉnh Lạng Sơn",
                        "fee", 1_800_000));
        return dossier;
    }

    private static Dossier at(LocalDateTime moment, java.util.function.Supplier<Dossier> done) {
        office.store.clock().set(moment);
        return done.get();
    }

    private static String pin(Dossier dossier) {
        return office.store.bean(LookupPins.class).of(dossier.id());
    }

    private static void assertPaper(byte[] pdf, PDRectangle paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(paper.getWidth(), within(1f));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(paper.getHeight(), within(1f));
            }
        }
    }

    private static void assertFontsAreInside(byte[] pdf) throws IOException {
        List<String> names = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    names.add(font.getName());
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        assertThat(names).isNotEmpty().allMatch(name -> name.contains("LiberationSerif"));
    }
}
