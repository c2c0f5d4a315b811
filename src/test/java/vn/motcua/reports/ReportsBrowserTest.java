package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossiers;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;

/** A manager chooses a report, looks behind a number, signs the period off and is told what was entered since. */
class ReportsBrowserTest {

    private static final String DEPARTMENT_2019 = "000.00.14.H37";

    private static DeskOffice office;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open();
        office.store.importCatalogue();
        office.store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
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
    void from_the_choice_to_the_signature_and_what_came_after_it() {
        Page page = browser.as("manager");
        page.locator(".mc-menu a", new Page.LocatorOptions().setHasText("Báo cáo"))
                .click();
        page.waitForURL("**/desk/reports");
        look(page, "first");
        choose(page);
        Locator total = page.locator("tfoot td").nth(1);
        assertThat(total.innerText()).isEqualTo("106");
        look(page, "chosen");

        page.locator("tfoot a").nth(7).click();
        page.waitForURL("**/desk/reports/dossiers?measure=LATE*");
        assertThat(page.locator("h1").innerText()).contains("8 hồ sơ");
        assertThat(page.locator("tbody tr").count()).isEqualTo(8);
        look(page, "behind a number");
        page.goBack();

        Download file = page.waitForDownload(() -> page.locator("a", new Page.LocatorOptions().setHasText("XLSX"))
                .first()
                .click());
        assertThat(file.suggestedFilename()).isEqualTo("ii06a-000.00.14.H37-2019-01-01-2019-04-30.xlsx");

        page.locator("a", new Page.LocatorOptions().setHasText("Chốt kỳ báo cáo"))
                .click();
        page.waitForURL("**/desk/reports/sign-off*");
        look(page, "to be signed");
        page.locator(".mc-sign-off button").click();
        assertThat(page.locator("#declared-error").innerText()).contains("đánh dấu xác nhận");
        look(page, "not confirmed");
        page.locator("#declared").check();
        page.locator(".mc-sign-off button").click();
        page.waitForURL("**/desk/reports?*");
        assertThat(page.locator(".mc-signed").innerText()).contains("Chốt bởi Nguyễn Thị manager");
        look(page, "signed");

        correct();
        page.reload();
        assertThat(page.locator("tfoot").innerText()).contains("nay 82 (+1)", "nay 24 (−1)");
        look(page, "corrected");
        page.locator("tfoot .mc-corrected a").first().click();
        assertThat(page.locator("h1").innerText()).contains("82 hồ sơ");
        assertThat(page.locator("tbody tr").count()).isEqualTo(82);
        page.goBack();
        page.locator(".mc-who a").first().click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Reports");
        assertThat(page.locator("tfoot").innerText()).contains("now 82 (+1)");
        look(page, "in English");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void choose(Page page) {
        assertThat(page.locator("#year").isVisible()).isTrue();
        assertThat(page.locator("#from").isVisible()).isFalse();
        page.locator("#period").selectOption("FREE");
        assertThat(page.locator("#year").isVisible()).isFalse();
        page.locator("#from").fill("2019-01-01");
        page.locator("#to").fill("2019-04-30");
        page.locator("#agency").selectOption(DEPARTMENT_2019);
        page.locator(".mc-report-choice button").click();
        page.waitForURL("**from=2019-01-01*");
    }

    private static void correct() {
        office.store.clock().advance(Duration.ofHours(2));
        String open = office.store
                .jdbc()
                .sql("""
                        select d.code from motcua.dossier d join motcua.agency a on a.id = d.agency_id
                        where a.code = ? and d.status = 4 and d.resolved_at is null and d.waiting_since is null
                          and d.received_at < '2019-04-20'
                        order by d.code limit 1
                        """)
                .param(DEPARTMENT_2019)
                .query(String.class)
                .single();
        office.store.bean(Dossiers.class).resolve(open, Act.by("officer").at(LocalDateTime.of(2019, 4, 30, 16, 0)));
    }

    private static void look(Page page, String what) {
        assertThat(browser.hindrances(page)).as(what).isEmpty();
    }
}
