package vn.motcua.applicants;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageBrowser;
import vn.motcua.support.TestStore;

/** Somebody makes an account and uses it, in a real browser on a phone and on a desk. */
class AccountBrowserTest {

    private static final String EMAIL = "hang@vidu.vn";

    private static TestStore store;
    private static PageBrowser browser;
    private static Mailbox mail;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        store = TestStore.web(
                "--spring.security.oauth2.client.registration.tinh.client-id=x",
                "--spring.security.oauth2.client.registration.tinh.client-name=Tài khoản tỉnh",
                "--spring.security.oauth2.client.provider.tinh.issuer-uri=http://localhost:1");
        browser = PageBrowser.orSkip(store);
        mail = new Mailbox(store);
        ApplicantSession.account(store, EMAIL, "Nông Thị Hằng");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @BeforeEach
    void forgetAttempts() {
        store.jdbc().sql("delete from motcua.applicant_letter_attempt").update();
        store.jdbc().sql("delete from motcua.applicant_sign_in_attempt").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/sign-in",
                "/account/sign-in?confirmed",
                "/account/sign-in?refused=unverified",
                "/account/register",
                "/account/register?stale",
                "/account/register/sent",
                "/account/register/sent?again",
                "/account/forgotten",
                "/account/forgotten/sent",
                "/account/verify?token=used",
                "/account/verify/again",
                "/account/reset?token=used"
            })
    void nothing_hinders_anybody_on_an_open_page(String path) {
        look(browser.as(""), path);
    }

    @Test
    void nothing_hinders_anybody_behind_the_links_of_letters() {
        store.bean(Registrations.class)
                .register(
                        new Entry("Lý Văn Bình", "binh@vidu.vn", ApplicantSession.PASSWORD),
                        java.util.Locale.forLanguageTag("vi"));
        look(browser.as(""), mail.last("binh@vidu.vn").path());
        store.bean(PasswordResets.class).ask(EMAIL, java.util.Locale.ENGLISH);
        look(browser.as(""), mail.last(EMAIL).path());
    }

    @Test
    void nothing_hinders_anybody_on_the_own_account() {
        Page page = browser.as("");
        ApplicantSession.signIn(page, EMAIL);
        look(page, "/account/profile");
        look(page, "/account/profile?renamed");
        page.locator("#fullName").fill("");
        page.locator("main form button").first().click();
        hinderedByNothing(page, "a refused name");
        page.context().clearCookies();
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "1366, 768"})
    void somebody_registers_confirms_signs_in_and_out(int width, int height) {
        Page page = browser.as("");
        page.context().clearCookies();
        page.setViewportSize(width, height);
        String email = "moi" + width + "@vidu.vn";
        page.navigate("/account/register?lang=vi");
        page.locator("#fullName").fill("Đàm Thị Mới");
        page.locator("#email").fill(email);
        page.locator("#password").fill("ngắn");
        page.locator("main form button").click();
        assertThat(page.locator(".mc-problems").innerText()).contains("từ 12 ký tự");
        hinderedByNothing(page, "a refused registration");
        assertThat(page.locator("#email").inputValue()).isEqualTo(email);
        page.locator("#password").fill(ApplicantSession.PASSWORD);
        page.locator("main form button").click();
        page.waitForURL("**/account/register/sent");

        page.navigate(mail.last(email).path());
        page.locator("#password").fill("một câu khác hẳn");
        page.locator("main form button").click();
        assertThat(page.locator(".mc-problems").innerText()).contains("không phải mật khẩu");
        hinderedByNothing(page, "a refused confirmation");
        page.locator("#password").fill(ApplicantSession.PASSWORD);
        page.locator("main form button").click();
        page.waitForURL("**/account/sign-in?confirmed");
        page.locator("#email").fill(email);
        page.locator("#password").fill("sai mật khẩu");
        page.locator("main form button").click();
        assertThat(page.locator("#sign-in-error").innerText()).contains("không đúng");
        hinderedByNothing(page, "a refused sign-in");
        page.locator("#password").fill(ApplicantSession.PASSWORD);
        page.locator("main form button").click();
        page.navigate("/account/profile");
        assertThat(page.locator(".mc-who").textContent()).contains("Đàm Thị Mới", "Hồ sơ của tôi");
        assertThat(page.locator("#fullName").inputValue()).isEqualTo("Đàm Thị Mới");
        page.locator(".mc-who form button").click();
        page.waitForURL("**/account/sign-in?out");
        assertThat(page.locator(".mc-who").innerText()).contains("Đăng nhập", "Cán bộ");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void look(Page page, String path) {
        for (int[] size : new int[][] {{1366, 768}, {390, 844}}) {
            page.setViewportSize(size[0], size[1]);
            for (String language : new String[] {"en", "vi"}) {
                page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
                hinderedByNothing(page, path + " " + language);
                assertThat(page.locator("main").innerText()).doesNotContain("??");
            }
        }
    }

    private static void hinderedByNothing(Page page, String what) {
        assertThat(browser.hindrances(page)).as(what).isEmpty();
        assertThat(browser.fits(page)).as(what).isTrue();
        assertThat(browser.complaints()).as(what).isEmpty();
    }
}
