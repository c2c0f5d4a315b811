package vn.motcua.workflow;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import vn.motcua.support.Chromium;
import vn.motcua.support.TestStore;

/** A staff member's own browser in front of the login page, Tasklist and Cockpit. */
final class Desktop implements AutoCloseable {

    private static final double TYPING_MILLIS = 400;

    private static final GetByTextOptions EXACTLY = new GetByTextOptions().setExact(true);

    private final String server;
    private final Playwright driver;
    private final Browser browser;

    private Page page;

    private Desktop(String server, Playwright driver, Browser browser) {
        this.server = server;
        this.driver = driver;
        this.browser = browser;
        this.page = blank();
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
            return new Desktop("http://localhost:" + store.port(), driver, browser);
        } catch (PlaywrightException cannotStart) {
            return Assumptions.abort("The browser cannot be driven here: " + cannotStart.getMessage());
        }
    }

    /** In a browser of one's own, with no session of another. */
    void signIn(String username, String password) {
        page.close();
        page = blank();
        open("/login");
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("main button").click();
        page.waitForURL("**/desk");
        see("Người " + username);
    }

    void signOut() {
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

    /** Opens the one task of that name from the list and claims it. */
    void take(String task) {
        openTasklist();
        page.locator(".tasks-list li.task")
                .filter(new FilterOptions().setHasText(task))
                .click();
        page.locator(".assignee .claim").click();
        page.locator(".assignee .unclaim").waitFor();
    }

    /** Opens the one task of that dossier from the list and claims it. */
    void takeOf(String code) {
        rowOf(code).click();
        page.locator(".assignee .claim").click();
        page.locator(".assignee .unclaim").waitFor();
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
        gone(field("dossierCode"));
    }

    void fill(String key, Object value) {
        field(key).fill(value.toString());
        field(key).blur();
        // form-js takes over what was typed a moment later; nobody presses a button faster than that.
        page.waitForTimeout(TYPING_MILLIS);
    }

    void select(String key, String label) {
        field(key).locator("..").click();
        page.locator(".fjs-dropdownlist-item").getByText(label, EXACTLY).click();
    }

    void tick(String label) {
        radio(label).check();
    }

    boolean isTicked(String label) {
        return radio(label).isChecked();
    }

    String value(String key) {
        return field(key).inputValue();
    }

    /** Waits until fields are marked as wrong; how many. */
    int wrongFields() {
        Locator errors = page.locator(".fjs-form-field-error");
        errors.first().waitFor();
        return errors.count();
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

    // --- any page

    /** Waits until the page shows this. */
    void see(String text) {
        page.getByText(text).first().waitFor();
    }

    void follow(String link) {
        page.locator("a").getByText(link, EXACTLY).first().click();
    }

    private Locator field(String key) {
        return page.locator(".fjs-form :is(input, textarea)[id$='-" + key + "']");
    }

    private Locator radio(String label) {
        return page.getByRole(
                AriaRole.RADIO, new GetByRoleOptions().setName(label).setExact(true));
    }

    private Page blank() {
        Page blank = browser.newPage(new Browser.NewPageOptions().setViewportSize(1366, 900));
        blank.setDefaultTimeout(20_000);
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
