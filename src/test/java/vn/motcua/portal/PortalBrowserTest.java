package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;

/** Somebody without an account finds a procedure and follows a dossier, in a real browser on a desk and on a phone. */
class PortalBrowserTest {

    private static DeskOffice office;
    private static PageBrowser browser;
    private static String code;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open();
        browser = PageBrowser.orSkip(office.store);
        code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of(
                        "decision", "supplement",
                        "reason", "Thiếu 2 bản thảo đóng dấu giáp lai",
                        "media", "printed",
                        "units", 120,
                        "subject", "none"));
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
    @CsvSource({"1366, 768", "390, 844"})
    void code_and_pin_of_the_slip_open_what_is_asked_of_the_applicant(int width, int height) {
        Page page = browser.as("");
        page.setViewportSize(width, height);
        page.navigate("/track?code=" + code + "&lang=vi");
        assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("pin");
        page.locator("#pin").fill(pin());
        page.locator("main button").click();
        page.waitForURL("**/track/" + code);
        assertThat(page.locator("main").innerText())
                .contains("Hồ sơ đang chờ bạn bổ sung giấy tờ.", "Thiếu 2 bản thảo đóng dấu giáp lai", "Hạn chót");
        for (String language : new String[] {"vi", "en"}) {
            page.navigate("/track/" + code + "?lang=" + language);
            assertThat(browser.hindrances(page)).as(language).isEmpty();
            assertThat(browser.fits(page)).isTrue();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void what_is_found_changes_while_somebody_types() {
        Page page = browser.as("");
        page.setViewportSize(390, 844);
        page.navigate("/?lang=vi");
        page.locator("#q").pressSequentially("xuat ban tai lieu");
        page.waitForCondition(() -> page.locator("#found li").count() == 1);
        page.locator("#found a").click();
        page.waitForURL("**/thu-tuc/1.003868");
        assertThat(page.locator("main").innerText()).contains("10 ngày làm việc", "nhận kết quả chậm nhất");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1366, 768", "390, 844"})
    void nothing_hinders_people_on_the_pages_for_everybody(int width, int height) {
        Page page = browser.as("");
        page.setViewportSize(width, height);
        for (String path : new String[] {
            "/?",
            "/?event=xuat-ban&agency=H37.15&",
            "/thu-tuc/1.003868?",
            "/thu-tuc/1.000656?",
            "/thong-ke?from=2026-09-15&to=2026-11-20&",
            "/open-data?",
            "/offline.html?"
        }) {
            for (String language : new String[] {"vi", "en"}) {
                page.navigate(path + "lang=" + language);
                assertThat(browser.hindrances(page)).as(path + language).isEmpty();
                assertThat(browser.fits(page)).as(path).isTrue();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void without_a_connection_people_are_told_so_and_no_page_was_kept() {
        Page page = browser.as("");
        page.navigate("/track?lang=vi");
        page.evaluate("() => navigator.serviceWorker.ready");
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        page.navigate("/track/" + code);
        page.navigate("/thong-ke?from=2026-09-15&to=2026-11-20");
        page.context().setOffline(true);
        try {
            page.navigate("/track?code=" + code);
            assertThat(page.locator("main").innerText()).contains("Không có kết nối mạng", "No connection");
            assertThat(page.evaluate("() => getComputedStyle(document.querySelector('main')).borderTopStyle"))
                    .as("its style was kept too")
                    .isEqualTo("solid");
        } finally {
            page.context().setOffline(false);
        }
        Object kept = page.evaluate("async () => (await Promise.all((await caches.keys()).map(async name =>"
                + " (await (await caches.open(name)).keys()).map(each => new URL(each.url).pathname)))).flat()");
        assertThat((List<?>) kept).isNotEmpty().allSatisfy(path -> assertThat(String.valueOf(path))
                .matches("/(css|js|webjars|icons)/.*|/favicon.svg|/offline.html"));
        page.locator("text=thử lại").click();
        page.waitForCondition(() -> page.locator("#pin").count() == 1);
        assertThat(browser.complaints()).isEmpty();
    }

    private static String pin() {
        return office.store
                .bean(LookupPins.class)
                .of(office.store.bean(Dossiers.class).get(code).id());
    }
}
