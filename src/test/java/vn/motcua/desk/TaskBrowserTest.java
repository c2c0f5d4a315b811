package vn.motcua.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;

/** A task in a real browser: fields that come and go, and a draft that outlives the session. */
class TaskBrowserTest {

    /** A machine that does other work too answers late. */
    private static final LocatorAssertions.ContainsTextOptions SLOWLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static DeskOffice office;
    private static Playwright driver;
    private static Browser browser;

    @BeforeAll
    static void open() {
        Path chromium = Chromium.orSkip();
        office = DeskOffice.open();
        try {
            driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = driver.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(Chromium.ARGUMENTS));
        } catch (PlaywrightException cannotStart) {
            Assumptions.abort("The browser cannot be driven here: " + cannotStart.getMessage());
        }
    }

    @AfterAll
    static void close() {
        if (driver != null) {
            driver.close();
        }
        if (office != null) {
            office.close();
        }
    }

    @Test
    void a_field_is_shown_when_it_is_asked_for_and_the_draft_outlives_the_session() {
        String code = office.filePublication();
        String task = "/desk/tasks/" + office.tasks(code).get(0).taskId();
        try (BrowserContext context = browser.newContext(options())) {
            Page page = signedIn(context);
            page.navigate(task);
            assertThat(page.locator("#f-reason")).isHidden();
            page.getByLabel("Yêu cầu bổ sung").check();
            assertThat(page.locator("#f-reason")).isVisible();
            page.locator("#f-reason").fill("Thiếu bản thảo");
            assertThat(page.locator("#draft")).containsText("Bản nháp lưu lúc", SLOWLY);
            page.locator("#f-decision").check();
            assertThat(page.locator("#f-reason")).isHidden();

            context.clearCookies();
            page.getByLabel("Yêu cầu bổ sung").check();
            assertThat(page.locator("#draft-lost")).containsText("Phiên làm việc đã kết thúc", SLOWLY);
            page.locator("#f-reason").fill("Thiếu bản thảo và mục lục");
            Page elsewhere = signedIn(context);
            elsewhere.close();
            page.locator("main .btn-primary").click();
            page.waitForURL("**/desk/dossiers/" + code + "?done");
        }
        org.assertj.core.api.Assertions.assertThat(office.tasks(code).get(0).taskKey())
                .isEqualTo("await-papers");
    }

    @Test
    void without_scripts_every_field_is_there_and_the_server_decides() {
        String code = office.filePublication();
        try (BrowserContext context = browser.newContext(options().setJavaScriptEnabled(false))) {
            Page page = signedIn(context);
            page.navigate("/desk/tasks/" + office.tasks(code).get(0).taskId());
            assertThat(page.locator("#f-reason")).isVisible();
            page.locator("#f-decision").check();
            page.locator("main .btn-primary").click();
            page.waitForURL("**/desk/dossiers/" + code + "?done");
        }
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + office.store.port())
                .setViewportSize(1366, 768);
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.navigate("/login");
        page.locator("#username").fill("counter");
        page.locator("#password").fill(DeskOffice.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        return page;
    }
}
