package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;
import vn.motcua.support.StaffPages;

/** Every page in a real browser: nothing hinders people, at a desk, on a tablet, with the keyboard alone. */
class StaffPagesBrowserTest {

    private static final String ROWS = """
            () => {
              document.querySelector('main').innerHTML = `
                <input type="search" data-search>
                <table><tbody>
                  <tr data-row><td><input type="checkbox"></td><td><a href="#second">a</a> <a href="#one" data-open>1</a></td></tr>
                  <tr data-row><td><input type="checkbox"></td><td><a href="#two">2</a></td></tr>
                  <tr data-row><td><input type="checkbox"></td><td><a href="#three">3</a></td></tr>
                </tbody></table>`;
            }
            """;

    private static DeskOffice office;
    private static StaffPages.Prepared prepared;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open();
        prepared = StaffPages.prepare(office);
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
    @EnumSource(StaffPages.class)
    void nothing_hinders_anybody_on_it(StaffPages shown) {
        Page page = browser.as(shown.who);
        for (String language : new String[] {"vi", "en"}) {
            page.navigate(shown.address(prepared, language));
            assertThat(browser.hindrances(page)).as(language).isEmpty();
            assertThat(browser.complaints()).as(language).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(StaffPages.class)
    void it_fits_a_tablet(StaffPages shown) {
        Page page = browser.as(shown.who);
        page.setViewportSize(800, 1100);
        page.navigate(shown.address(prepared, "vi"));
        Object beyond =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.setViewportSize(1366, 768);
        assertThat(beyond).isEqualTo(0);
    }

    @Test
    void the_shortcuts_are_shown_by_a_question_mark_and_hinder_nobody() {
        Page page = desk("counter");
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        assertThat(page.locator("#keys").innerText()).contains("Phím tắt", "Nhận hồ sơ");
        assertThat(browser.hindrances(page)).isEmpty();
        page.keyboard().press("g");
        page.keyboard().press("w");
        assertThat(page.url()).as("no shortcut under the open dialog").endsWith("lang=vi");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys").isVisible()).isFalse();
        page.locator("button[data-keys='?']").click();
        assertThat(page.locator("#keys").isVisible()).isTrue();
    }

    @Test
    void g_w_leads_to_the_worklist_and_g_i_only_counter_clerks_to_intake() {
        Page counter = browser.as("counter");
        counter.navigate("/password?lang=vi");
        counter.keyboard().press("g");
        counter.keyboard().press("w");
        counter.waitForURL("**/desk");
        counter.keyboard().press("g");
        counter.keyboard().press("i");
        counter.waitForURL("**/desk/intake");
        Page officer = desk("officer");
        officer.keyboard().press("g");
        officer.keyboard().press("i");
        assertThat(officer.url()).endsWith("/desk?lang=vi");
    }

    @Test
    void rows_are_walked_ticked_and_opened() {
        Page page = desk("officer");
        page.evaluate(ROWS);
        page.keyboard().press("j");
        assertThat(focused(page)).isEqualTo("1");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(focused(page)).as("the last one").isEqualTo("3");
        page.keyboard().press("x");
        page.keyboard().press("k");
        assertThat(focused(page)).isEqualTo("2");
        page.keyboard().press("x");
        page.keyboard().press("x");
        assertThat(page.evaluate(
                        "() => [...document.querySelectorAll('[data-row] input')].map(box => box.checked).join()"))
                .isEqualTo("false,false,true");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#two");
        page.locator("[data-row] input").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.url()).as("from the tick").endsWith("#one");
        page.keyboard().press("/");
        assertThat(page.evaluate("() => document.activeElement.type")).isEqualTo("search");
    }

    @Test
    void who_types_is_left_alone_also_by_an_input_method_and_who_switches_them_off() {
        Page page = desk("officer");
        page.evaluate(ROWS);
        page.keyboard().press("/");
        page.keyboard().type("xj?gw/");
        assertThat(page.locator("[data-search]").inputValue()).isEqualTo("xj?gw/");
        assertThat(page.locator("#keys").isVisible()).isFalse();
        page.evaluate("() => document.activeElement.blur()");
        page.evaluate("""
                () => [{key: 'j', isComposing: true}, {key: 'j', keyCode: 229}, {key: 'j', ctrlKey: true}, {key: 'J', shiftKey: true}]
                    .forEach(init => document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, ...init})))
                """);
        assertThat(isFocused(page, "A")).as("composed or with another key").isFalse();
        page.locator("button[data-keys='?']").click();
        page.locator("#keys-use").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        assertThat(isFocused(page, "A")).as("switched off").isFalse();
        page.locator("button[data-keys='?']").click();
        page.locator("#keys-use").check();
    }

    @Test
    void telex_may_turn_the_w_of_g_w_into_another_letter() {
        Page page = browser.as("leader");
        page.navigate("/password?lang=vi");
        page.keyboard().press("g");
        page.evaluate("() => { document.body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, key: 'ư'})) }");
        page.waitForURL("**/desk");
    }

    private static Page desk(String who) {
        Page page = browser.as(who);
        page.navigate("/desk?lang=vi");
        return page;
    }

    private static boolean isFocused(Page page, String element) {
        return page.evaluate("() => document.activeElement.tagName").equals(element);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.innerText"));
    }
}
