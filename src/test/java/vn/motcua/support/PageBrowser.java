package vn.motcua.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The installed Chromium in front of a node, with a window for each of its people and a look for what hinders them. */
public final class PageBrowser implements AutoCloseable {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static final String VIOLATIONS = """
            async within => {
              const found = await axe.run(within ?? document, {resultTypes: ['violations']});
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id} (${rule.impact}): ${rule.help}\\n    ${node.html}\\n    ${node.failureSummary}`));
            }
            """;

    private static final String FITS =
            "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    private static final String LEFT_IN_VIETNAMESE = """
            except => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const left = [];
              while (walker.nextNode()) {
                const text = walker.currentNode;
                const within = text.parentElement;
                if (within.closest('[lang]').lang === 'en' && !within.closest(except)
                    && /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text.data)) {
                  left.push(text.data.trim());
                }
              }
              return left;
            }
            """;

    /** Two browsers on two processors now and then stand still. */
    private static final Locator.WaitForOptions PATIENTLY = new Locator.WaitForOptions().setTimeout(60_000);

    private final String server;
    private final Playwright driver;
    private final Browser browser;
    private final Map<String, Page> windows = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    /** What went wrong on the way and was not the page's fault, or is still on its way. */
    private final List<String> unanswered = new ArrayList<>();

    private final Set<Request> underWay = new LinkedHashSet<>();

    private PageBrowser(String server, Playwright driver, Browser browser) {
        this.server = server;
        this.driver = driver;
        this.browser = browser;
    }

    /** Opens the installed Chromium and downloads none; the test is skipped where that cannot be. */
    public static PageBrowser orSkip(TestStore store) {
        Path chromium = Chromium.orSkip();
        try {
            Playwright driver = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = driver.chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(Chromium.ARGUMENTS));
            return new PageBrowser("http://localhost:" + store.port(), driver, browser);
        } catch (PlaywrightException cannotStart) {
            return Assumptions.abort("The browser cannot be driven here: " + cannotStart.getMessage());
        }
    }

    /** The window of somebody of {@link DeskOffice}, signed in, of 1366 × 768; nobody's for an empty name. */
    public Page as(String who) {
        return windows.computeIfAbsent(who, this::open);
    }

    /**
     * One of several windows.
     *
     * @param window which; what is done in one is not known in another
     * @param who is signed in, empty for nobody
     */
    public Page as(String window, String who) {
        return windows.computeIfAbsent(window, any -> open(who));
    }

    /** A browser that runs no scripts, nobody's. */
    public Page withoutScripts() {
        return browser.newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setBaseURL(server))
                .newPage();
    }

    private Page open(String who) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setBaseURL(server));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(error -> complaints.add(error));
        listen(context);
        if (!who.isEmpty()) {
            page.navigate("/login");
            page.locator("#username").fill(who);
            page.locator("#password").fill(DeskOffice.PASSWORD);
            page.locator("main button").click();
            page.waitForURL("**/desk");
        }
        return page;
    }

    private void listen(BrowserContext context) {
        context.onRequest(underWay::add);
        context.onRequestFinished(underWay::remove);
        context.onRequestFailed(request -> {
            underWay.remove(request);
            unanswered.add(request.failure() + " " + request.url());
        });
        context.onResponse(response -> {
            if (response.status() >= 400) {
                unanswered.add(response.status() + " " + response.url());
            }
        });
    }

    /** Waits until the first of that is shown; what is there instead, and what was asked in vain, is told if it does not come. */
    public void await(Page page, String selector) {
        try {
            page.locator(selector).first().waitFor(PATIENTLY);
        } catch (TimeoutError never) {
            throw new AssertionError(
                    "No %s on %s%nunder way: %s%nin vain: %s%ncomplaints: %s%nshown: %s"
                            .formatted(
                                    selector,
                                    page.url(),
                                    underWay.stream().map(Request::url).toList(),
                                    unanswered,
                                    complaints,
                                    page.locator("body").innerText()),
                    never);
        }
    }

    /** What axe finds on the page as it is shown now, each with the element it is about. */
    public List<String> hindrances(Page page) {
        return hindrances(page, null);
    }

    /** The same in one place of a page that is not ours, as a selector. */
    public List<String> hindrances(Page page, @Nullable String within) {
        page.evaluate(source());
        return ((List<?>) page.evaluate(VIOLATIONS, within))
                .stream().map(String::valueOf).toList();
    }

    /** Whether nobody has to scroll sideways. */
    public boolean fits(Page page) {
        return (boolean) page.evaluate(FITS);
    }

    /**
     * Texts of an English page that are in Vietnamese without saying so.
     *
     * @param except where people and offices have their say, as a selector
     */
    public List<String> leftInVietnamese(Page page, String except) {
        return ((List<?>) page.evaluate(LEFT_IN_VIETNAMESE, "script, .mc-who" + except))
                .stream().map(String::valueOf).toList();
    }

    /** What the pages of all windows did that their policy forbids, and errors of their scripts, since the last question. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    private static String source() {
        try (InputStream script = Objects.requireNonNull(PageBrowser.class.getResourceAsStream(AXE), AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        driver.close();
    }
}
