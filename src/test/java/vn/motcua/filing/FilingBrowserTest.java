package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.statistics.Ratings;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;
import vn.motcua.support.SampleFiles;

/** An applicant's whole way in a real browser, from the search to the rating. */
class FilingBrowserTest {

    private static final String MANUSCRIPT = "Bản thảo tài liệu đóng dấu từng tờ";
    private static final String APPLICATION = "Đơn đề nghị cấp giấy phép xuất bản tài liệu không kinh doanh";
    private static final String NEXT = "button[value=next]";
    private static DeskOffice office;
    private static PageBrowser browser;
    private static int people;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open("--motcua.payment.gateway=sandbox");
        browser = PageBrowser.orSkip(office.store);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (office != null) {
            office.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1366, 768"})
    void from_the_search_to_the_rating(int width, int height) {
        Page page = browser.as("visitor of " + width, "");
        page.setViewportSize(width, height);
        String email = account();
        page.navigate("/?lang=vi");
        page.locator("main input[name=q]").fill("tai lieu khong kinh doanh");
        page.locator("a[href='/thu-tuc/1.003868']").click();
        page.waitForURL("**/thu-tuc/1.003868");
        look(page);
        page.locator("a[href='/file/1.003868']").click();
        page.waitForURL("**/account/sign-in");
        ApplicantSession.fillIn(page, email);
        page.waitForURL("**/file/1.003868");
        look(page);
        String code = filed(page);
        Dossier dossier = dossier(code);
        assertThat(page.locator(".mc-pin-shown").innerText()).matches("\\d{6}");
        String pin = page.locator(".mc-pin-shown").innerText();

        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        page.navigate("/account/dossiers/" + code);
        page.locator("#fee button").click();
        page.waitForURL("**/payment/sandbox/*");
        page.locator("#pay").click();
        page.waitForURL("**/payment/*");
        assertThat(page.locator("main").innerText()).contains("Đã nhận được tiền");

        Page slip = browser.as("slip of " + width, "");
        slip.navigate("/track?lang=vi&code=" + code);
        slip.locator("#pin").fill(pin);
        slip.locator("main button").click();
        slip.waitForURL("**/track/" + code);
        assertThat(slip.locator("main").innerText()).contains("Hồ sơ đang được xử lý", "Đã nộp phí, lệ phí");

        office.complete(
                code,
                "appraisal",
                "officer",
                Map.of("decision", "supplement", "opinion", "Cần thêm", "reason", "Thiếu trang bìa"));
        page.navigate("/account/dossiers");
        page.locator(".mc-waits a[href$='" + code + "']").click();
        page.locator("main a.btn-primary").click();
        page.waitForURL("**/answer");
        page.locator("#file").setInputFiles(picture("trang bìa.jpg"));
        page.locator(".mc-file-name", named("trang bìa.jpg")).waitFor();
        page.locator("#comment").fill("Tôi gửi trang bìa.");
        page.locator(".mc-send").dblclick();
        page.waitForURL("**?sent");
        assertThat(dossier(code).status()).isEqualTo(Status.IN_PROCESS);

        office.resolveWithAFile(code, browser);
        assertThat(dossier(code).status()).isEqualTo(Status.RESOLVED);
        page.navigate("/account/dossiers/" + code);
        assertThat(page.waitForDownload(
                                () -> page.locator("#result .mc-file-look").click())
                        .suggestedFilename())
                .isEqualTo("giấy phép.pdf");
        page.locator("#stars-4").check();
        page.locator("#rating button").click();
        page.waitForURL("**#rating");
        assertThat(office.store.bean(Ratings.class).of(dossier.id())).hasValue(4);
        assertThat(browser.complaints()).isEmpty();
    }

    /** Fills in everything and sends it with two clicks; the code. */
    private static String filed(Page page) {
        page.locator("main form button.btn-primary").click();
        page.waitForURL("**/1");
        look(page);
        fill(page, "idNumber", "020185000123");
        fill(page, "phone", "12");
        fill(page, "address", "Xã Hội Hoan, tỉnh Lạng Sơn");
        next(page);
        page.locator("#f-phone-error").waitFor();
        look(page);
        fill(page, "phone", "0912345678");
        next(page);
        page.waitForURL("**/2");
        fill(page, "title", "Kỷ yếu 50 năm");
        page.locator("[name=media]").selectOption("audio");
        fill(page, "units", "120");
        page.locator("#kept", new Page.LocatorOptions().setHasText("Đã lưu")).waitFor();
        page.locator("[name=media]").selectOption("printed");
        look(page);
        next(page);
        page.waitForURL("**/3");
        next(page);
        page.waitForURL("**/4");
        fill(page, "purpose", "Lưu hành nội bộ");
        fill(page, "summary", "Kỷ yếu hoạt động của Hội");
        page.locator("[name=subject]").selectOption("none");
        next(page);
        page.waitForURL("**/files");
        attach(page, APPLICATION, new FilePayload("don.pdf", "application/pdf", SampleFiles.pdf()));
        attach(page, MANUSCRIPT, picture("ban-thao.jpg"));
        look(page);
        next(page);
        page.waitForURL("**/result");
        look(page);
        next(page);
        page.waitForURL("**/check");
        look(page);
        page.locator("form[data-once] button").click();
        page.locator("#declared-error").waitFor();
        page.locator("#declared").check();
        page.locator("form[data-once] button").dblclick();
        page.waitForURL("**/sent");
        look(page);
        return page.locator("h1 ~ p .mc-code").innerText();
    }

    @Test
    void a_connection_lost_while_sending_a_file_is_told_and_the_file_can_be_sent_again() {
        Page page = browser.as("traveller", "");
        String draft = begun(page);
        page.navigate(draft + "/files?lang=vi");
        page.locator("#files-component").selectOption(MANUSCRIPT);
        page.route("**/papers", route -> route.abort("connectionreset"));
        page.locator("#files-file").setInputFiles(picture("ban-thao.jpg"));
        page.locator(".mc-drop-failed:visible").waitFor();
        assertThat(page.locator(".mc-file-list li").count()).isZero();
        assertThat(page.locator(".mc-progress:visible").count()).isZero();
        page.unroute("**/papers");
        page.locator(".mc-drop button").click();
        page.locator(".mc-file-name", named("ban-thao.jpg")).waitFor();
        assertThat(page.locator(".mc-file-list li").count()).isEqualTo(1);
        assertThat(page.locator(".mc-drop-failed:visible").count()).isZero();
    }

    /** By the keyboard: Playwright waits for frames before it clicks, and without scripts there may be none. */
    @Test
    void everything_can_be_done_without_scripts() {
        Page page = browser.withoutScripts();
        page.navigate("/account/sign-in");
        page.locator("#email").fill(account());
        page.locator("#password").fill(ApplicantSession.PASSWORD);
        press(page, "main form button", "**/account/dossiers");
        filedByKeyboard(page);
        assertThat(page.locator(".mc-pin-shown").innerText()).matches("\\d{6}");
    }

    @Test
    void who_files_after_hours_before_tet_is_told_the_day_after_it() {
        LocalDateTime now = LocalDateTime.now(office.store.clock());
        office.store.clock().set(LocalDateTime.of(2026, 2, 13, 18, 30));
        try {
            Page page = browser.as("late", "");
            ApplicantSession.signIn(page, account());
            filedByKeyboard(page);
            assertThat(page.locator("main").innerText())
                    .contains("trong 8 giờ làm việc, chậm nhất 17:00 thứ Hai 23/02/2026");
        } finally {
            office.store.clock().set(now);
        }
    }

    @Test
    void a_procedure_that_is_not_taken_online_says_where_to_go() {
        Page page = browser.as("asker", "");
        ApplicantSession.signIn(page, account());
        page.navigate("/file/2.000815?lang=vi");
        assertThat(page.locator("main").innerText()).contains("Chưa nộp trực tuyến được");
        look(page);
    }

    private static void filedByKeyboard(Page page) {
        page.navigate("/file/1.003868?lang=vi");
        press(page, "main form button.btn-primary", "**/1");
        fill(page, "idNumber", "020185000123");
        fill(page, "phone", "0912345678");
        fill(page, "address", "Xã Hội Hoan, tỉnh Lạng Sơn");
        press(page, NEXT, "**/2");
        fill(page, "title", "Kỷ yếu");
        page.locator("[name=media]").selectOption("printed");
        fill(page, "units", "12");
        press(page, NEXT, "**/3");
        press(page, NEXT, "**/4");
        fill(page, "purpose", "Lưu hành nội bộ");
        fill(page, "summary", "Kỷ yếu của xã");
        page.locator("[name=subject]").selectOption("none");
        press(page, NEXT, "**/files");
        page.locator("#files-component").selectOption(MANUSCRIPT);
        page.locator("#files-file").setInputFiles(picture("ban-thao.jpg"));
        page.locator(".mc-drop button").press("Enter");
        page.locator(".mc-file-name", named("ban-thao.jpg")).waitFor();
        press(page, NEXT, "**/result");
        page.locator("#result-POST").press(" ");
        page.locator("#desk-address").fill("Số 5, phường Tam Thanh");
        press(page, NEXT, "**/check");
        page.locator("#declared").press(" ");
        press(page, "form[data-once] button", "**/sent");
    }

    private static void press(Page page, String button, String arrives) {
        page.locator(button).first().press("Enter");
        page.waitForURL(arrives);
    }

    /** A draft of somebody new, at its first page; its address without the server. */
    private static String begun(Page page) {
        ApplicantSession.signIn(page, account());
        page.navigate("/file/1.003868?lang=vi");
        page.locator("main form button.btn-primary").click();
        assertThat(page.url()).endsWith("/1");
        return page.url().replaceFirst("^http://[^/]+", "").replaceFirst("/1$", "");
    }

    private static String account() {
        people++;
        String email = "browser%d@example.vn".formatted(people);
        ApplicantSession.account(office.store, email, "Lý Thị Mai");
        return email;
    }

    /** Nothing hinders anybody, nothing needs scrolling sideways, nothing is left in Vietnamese on the English page. */
    private static void look(Page page) {
        assertThat(browser.hindrances(page)).as(page.url()).isEmpty();
        assertThat(browser.fits(page)).as(page.url()).isTrue();
        String address = page.url().replaceFirst("[?#].*", "");
        page.navigate(address + "?lang=en");
        assertThat(browser.leftInVietnamese(page, ", dd, textarea, .mc-file-list"))
                .as(address)
                .isEmpty();
        page.navigate(address + "?lang=vi");
    }

    private static void fill(Page page, String name, String value) {
        page.locator("[name=" + name + "]").fill(value);
    }

    private static void next(Page page) {
        page.locator(NEXT).click();
    }

    private static void attach(Page page, String component, FilePayload file) {
        page.locator("#files-component").selectOption(component);
        page.locator("#files-file").setInputFiles(file);
        page.locator(".mc-file-name", named(file.name)).waitFor();
    }

    private static Page.LocatorOptions named(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static FilePayload picture(String name) {
        people++;
        return new FilePayload(name, "image/jpeg", SampleFiles.picture("jpg", people));
    }

    private static Dossier dossier(String code) {
        return office.store.bean(Dossiers.class).get(code);
    }
}
