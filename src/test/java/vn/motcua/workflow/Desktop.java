package vn.motcua.workflow;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.TestClock;
import vn.motcua.support.TestStore;

/** A staff member's own browser in front of the login page, Tasklist and Cockpit. */
final class Desktop implements AutoCloseable {

    private static final GetByTextOptions EXACTLY = new GetByTextOptions().setExact(true);

    private final String server;
    private final TestClock clock;
    private final Playwright driver;
    private final Browser browser;

    private final Map<String, Page> windows = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    private Page page;

    private Desktop(TestStore store, Playwright driver, Browser browser) {
        this.server = "http://localhost:" + store.port();
        this.clock = store.clock();
        this.driver = driver;
        this.browser = browser;
    }

    /** Opens the installed Chromium and downloads none; the test is skipped where that cannot be. */
    static Desktop orSkip(TestStore store) {
        Path chromium = Chromium.orSkip();
        try {
            Playwright driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = driver.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(Chromium.ARGUMENTS));
            return new Desktop(store, driver, browser);
        } catch (PlaywrightException cannotStart) {
            return Assumptions.abort("The browser cannot be driven here: " + cannotStart.getMessage());
        }
    }

    /**
     * Goes to somebody's window, which stays signed in from the first time on; all are people of {@link DeskOffice}. What
     * time it is there, the office's clock says.
     */
    void as(String username) {
        page = windows.computeIfAbsent(username, this::signedIn);
        page.clock().setSystemTime(Date.from(clock.instant()));
    }

    private Page signedIn(String username) {
        page = blank();
        open("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(DeskOffice.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        see("Nguyễn Thị " + username);
        return page;
    }

    void signOut() {
        windows.values().remove(page);
        page.locator(".account .dropdown-toggle").click();
        page.locator(".account .logout a").click();
        gone(page.locator(".account .dropdown-toggle"));
        // From there the webapp brings everybody to the one login page.
        page.waitForURL(server + "/login");
    }

    void open(String path) {
        page.navigate(server + path);
    }

    void openTasklist() {
        open("/camunda/app/tasklist/default/");
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    // --- Tasklist

    void chooseProcess(String name) {
        page.locator(".start-process-action a").click();
        page.locator(".modal").getByText(name, EXACTLY).click();
        page.locator(".modal .fjs-form").waitFor();
    }

    /** Submits the start form, which stays open if it is refused. */
    void submitStart() {
        page.locator(".modal-footer .btn-primary").click();
    }

    void start() {
        page.waitForResponse("**/submit-form", this::submitStart);
        gone(page.locator(".modal"));
    }

    /**
     * Opens the one task of that name from the list and claims it. Not before its form is there: who is faster than that
     * has a form in Tasklist that cannot be sent until it is opened again.
     */
    void take(String task) {
        openTasklist();
        page.locator(".tasks-list li.task")
                .filter(new FilterOptions().setHasText(task))
                .click();
        page.locator(".fjs-form").waitFor();
        page.locator(".assignee .claim").click();
        page.locator(".assignee .unclaim").waitFor();
    }

    /** Opens the one task of that dossier from the list and claims it. */
    void takeOf(String code) {
        rowOf(code).click();
        page.locator(".assignee .claim").click();
        page.locator(".assignee .unclaim").waitFor();
    }

    /** Opens a task by its address and claims it; the key of the form that Tasklist fetched for it. */
    String openTask(String id) {
        leave();
        Response form = page.waitForResponse(
                answer -> answer.url().contains("/task/" + id + "/deployed-form"),
                () -> open("/camunda/app/tasklist/default/#/?task=" + id));
        page.locator(".assignee .claim").click();
        page.locator(".assignee .unclaim").waitFor();
        page.locator(".fjs-form").waitFor();
        return FormOnScreen.json(form.text()).path("id").asText();
    }

    /** Opens the start form of a process from Tasklist's dialog; the key of the form that it fetched. */
    String openStart(String process) {
        leave();
        openTasklist();
        return FormOnScreen.json(page.waitForResponse(
                                answer -> answer.url().contains("/deployed-start-form"), () -> chooseProcess(process))
                        .text())
                .path("id")
                .asText();
    }

    /** Another address of Tasklist is still the same page, with the dialog and the messages of what was done before. */
    private void leave() {
        if (page.locator(".modal, [notifications-panel] .alert").count() > 0) {
            page.navigate("about:blank");
        }
    }

    /** The form that is open, of a task or in the start dialog. */
    FormOnScreen form() {
        return new FormOnScreen(page, failures);
    }

    /** What the list shows of the dossier's task. */
    String row(String code) {
        return rowOf(code).innerText();
    }

    private Locator rowOf(String code) {
        return page.locator(".tasks-list li.task").filter(new FilterOptions().setHasText(code));
    }

    /** The names of the filters from above, once the list is there. */
    List<String> filters() {
        page.locator(".tasks-list li.task").first().waitFor();
        return page.locator(".task-filter h4.name a").allInnerTexts().stream()
                .map(name -> name.replaceFirst("\\s+\\(?\\d+\\)?$", "").strip())
                .toList();
    }

    boolean isShown(String selector) {
        return page.locator(selector).first().isVisible();
    }

    /** Submits the open task's form, which stays open if it is refused. */
    void submitTask() {
        page.locator(".form-actions .btn-primary").click();
    }

    void complete() {
        page.waitForResponse("**/submit-form", this::submitTask);
        gone(form().field("dossierCode"));
    }

    /** Waits for a message of Tasklist's that says this. */
    void seeMessage(String text) {
        message(text).waitFor();
    }

    /** A message may lie over the buttons. */
    void closeMessage(String text) {
        message(text).locator(".close:not(.ng-hide)").click();
        gone(message(text));
    }

    private Locator message(String text) {
        return page.locator("[notifications-panel] .alert").filter(new FilterOptions().setHasText(text));
    }

    // --- Cockpit

    CockpitOnScreen cockpit() {
        return new CockpitOnScreen(page, server);
    }

    // --- any page

    /** Waits until the page shows this. */
    void see(String text) {
        page.getByText(text).first().waitFor();
    }

    void follow(String link) {
        page.locator("a").getByText(link, EXACTLY).first().click();
    }

    private Page blank() {
        Page blank = browser.newPage(new Browser.NewPageOptions()
                .setViewportSize(1366, 900)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh"));
        blank.setDefaultTimeout(20_000);
        blank.clock().install(new Clock.InstallOptions().setTime(Date.from(clock.instant())));
        blank.onPageError(failures::add);
        blank.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                failures.add(message.text());
            }
        });
        // Tasklist may ask for a task that was completed a moment ago; a script that is missing is another matter.
        blank.onResponse(answer -> {
            if (answer.status() >= 400 && answer.request().resourceType().equals("script")) {
                failures.add(answer.url());
            }
        });
        return blank;
    }

    private static void gone(Locator locator) {
        locator.waitFor(new WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Override
    public void close() {
        driver.close();
    }
}
