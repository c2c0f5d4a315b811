package vn.motcua.workflow;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Cockpit as somebody sees it, and what the server refused it meanwhile. */
final class CockpitOnScreen {

    /** What stands in the drawing of a model is the model's. */
    private static final String TEXTS = """
            () => {
              const shown = element => element && element.checkVisibility() && !element.closest('.djs-container, script, style');
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const texts = [];
              for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                if (shown(text.parentElement)) {
                  texts.push(text.data);
                }
              }
              const attributes = ['title', 'placeholder', 'aria-label'];
              document.querySelectorAll(attributes.map(name => `[${name}]`).join()).forEach(element =>
                attributes.filter(() => shown(element)).forEach(name => texts.push(element.getAttribute(name) ?? '')));
              return [...texts, ...document.title.split('|')].map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text);
            }
            """;

    private static final Duration QUIET = Duration.ofMillis(150);

    private static final String LINKS = """
            () => [...document.querySelectorAll('a[href]')]
              .filter(link => link.checkVisibility() && getComputedStyle(link).pointerEvents !== 'none')
              .map(link => link.getAttribute('href')).filter(target => target.startsWith('#/'))
            """;

    private final Page page;
    private final String cockpit;
    private final List<String> refusals = new ArrayList<>();

    private int open;
    private long busy;

    CockpitOnScreen(Page page, String server) {
        this.page = page;
        this.cockpit = server + "/camunda/app/cockpit/default/";
        page.onRequest(asked -> count(1));
        page.onRequestFinished(answered -> count(-1));
        page.onRequestFailed(aborted -> count(-1));
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                refusals.add(answer.status() + " " + answer.url());
            }
        });
    }

    /** Loads Cockpit anew at an address of its own, and waits until it fetches nothing more. */
    void open(String address) {
        page.navigate("about:blank");
        open = 0;
        page.navigate(cockpit + address);
        page.locator(".account .dropdown-toggle").waitFor();
        settle();
    }

    /** Types another address of Cockpit's while it is open. */
    void type(String address) {
        page.navigate(cockpit + address);
        settle();
    }

    void follow(String link) {
        page.locator("a").getByText(link).first().click();
        settle();
    }

    /** What the page has, with one after the other what lies in tabs below the drawing. */
    <T> Set<T> throughTabs(Supplier<Collection<T>> found) {
        Set<T> all = new LinkedHashSet<>(found.get());
        for (Locator tab : page.locator(".nav-tabs a").all()) {
            if (tab.isVisible() && !isOpen(tab)) {
                tab.click();
                settle();
                all.addAll(found.get());
            }
        }
        return all;
    }

    private static boolean isOpen(Locator tab) {
        return (boolean) tab.evaluate("tab => tab.parentElement.classList.contains('active')");
    }

    /** What is read, also in titles and in empty fields. */
    @SuppressWarnings("unchecked")
    Collection<String> texts() {
        return (Collection<String>) page.evaluate(TEXTS);
    }

    /** Where the links lead within Cockpit. */
    @SuppressWarnings("unchecked")
    Collection<String> links() {
        return (Collection<String>) page.evaluate(LINKS);
    }

    String address() {
        return page.url().substring(cockpit.length());
    }

    boolean isShown(String selector) {
        return page.locator(selector).first().isVisible();
    }

    /** What the server refused, and what the page says of it. */
    List<String> complaints() {
        List<String> all = new ArrayList<>(refusals);
        refusals.clear();
        all.addAll(page.locator("[notifications-panel] .alert").allInnerTexts());
        return all;
    }

    /** Until Cockpit is drawn, answers, and has fetched nothing for a while; a page that computes does not answer yet. */
    private void settle() {
        busy = System.nanoTime();
        page.waitForCondition(() -> !isShown(".app-splash") && open == 0 && System.nanoTime() - busy > QUIET.toNanos());
    }

    private void count(int more) {
        open += more;
        busy = System.nanoTime();
    }
}
