package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.Status;
import vn.motcua.support.Chromium;
import vn.motcua.support.PageBrowser;

/** Somebody pays on a phone, in a real browser, through the sandbox and back. */
class PaymentBrowserTest {

    private static PayingOffice office;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = PayingOffice.open();
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

    @Test
    void from_the_slip_to_the_gateway_and_back_the_dossier_goes_on() {
        String code = office.waiting();
        Page page = tracked(code);
        look(page, "tracked");
        page.locator("#fee button").click();
        page.waitForURL("**/payment/sandbox/*");
        look(page, "sandbox");
        page.locator("#pay").click();
        page.waitForURL("**/payment/*");
        assertThat(page.locator("main").innerText()).contains("Đã nhận được tiền");
        look(page, "paid");
        page.locator("main .mc-acts a").click();
        page.waitForURL("**/track/" + code);
        assertThat(page.locator("main").innerText()).contains("Hồ sơ đang được xử lý", "Đã nộp phí, lệ phí");
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_late_call_back_is_told_without_a_touch() {
        String code = office.waiting();
        Page page = tracked(code);
        page.locator("#fee button").click();
        page.waitForURL("**/payment/sandbox/*");
        page.locator("#pay-late").click();
        page.waitForURL("**/payment/*");
        assertThat(page.locator("#payment").innerText()).contains("Đang chờ cổng thanh toán xác nhận");
        look(page, "waiting");
        office.store.clock().advance(SandboxBank.LATE);
        office.store.bean(SandboxBank.class).callOut();
        page.waitForCondition(() -> page.locator("#payment").innerText().contains("Đã nhận được tiền"));
        assertThat(page.locator("#payment").getAttribute("hx-trigger")).isNull();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1366, 768", "390, 844"})
    void the_payments_of_the_office_can_be_read(int width, int height) {
        String code = office.waiting();
        String reference = office.begun(code);
        office.payCash(code);
        office.callBack(reference, PayingOffice.FEE, "PAID");
        office.callBack(office.begun(office.waiting()), PayingOffice.FEE, "FAILED");
        office.callBack(office.begun(office.waiting()), 5, "PAID");
        Page page = browser.as("counter");
        page.setViewportSize(width, height);
        page.navigate("/desk/payments?lang=vi");
        look(page, "desk-" + width);
        page.locator("#pay-back form button").first().click();
        page.waitForURL("**/paid-back");
        look(page, "desk-refused-" + width);
        page.navigate("/desk/dossiers/" + code + "?lang=vi");
        assertThat(page.locator("#payments").innerText()).contains("Phải hoàn trả", reference);
        assertThat(browser.hindrances(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static Page tracked(String code) {
        Page page = browser.as("");
        page.setViewportSize(390, 844);
        page.navigate("/track?code=" + code + "&lang=vi");
        page.locator("#pin")
                .fill(office.store
                        .bean(LookupPins.class)
                        .of(office.dossier(code).id()));
        page.locator("main button").click();
        page.waitForURL("**/track/" + code);
        return page;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
        assertThat(browser.hindrances(page)).as(name).isEmpty();
        assertThat(browser.fits(page)).as(name).isTrue();
    }
}
