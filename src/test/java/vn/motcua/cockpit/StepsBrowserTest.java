package vn.motcua.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.ExplainedDossier;
import vn.motcua.sla.StepPasses;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;

/** The heat map, the tab of a definition and the tab of an instance, on Friday 04/12/2026. */
class StepsBrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String QUESTIONS = "/camunda/api/cockpit/plugin/motcua-sla/default/";
    private static final String LICENCE = "non-business-publication-licence";

    /** Each number on the diagram or in the table of steps, with where it leads. */
    private static final String NUMBERS = """
            () => [...document.querySelectorAll('.mcs-heat-panel a.mcs-count')]
                .map(link => [link.getAttribute('href'), link.textContent.replace(/[^0-9]/g, '')])
            """;

    private static DeskOffice office;
    private static PageBrowser browser;
    private static String definition;
    private static String overdue;
    private static String atTheCommune;

    /** Their limit is ten working days. */
    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open();
        office.employ("commune.manager", "manager", DeskOffice.COMMUNE);
        office.store.clock().set(LocalDateTime.of(2026, 11, 16, 8, 0));
        String first = office.filePublication();
        String second = office.filePublication();
        atTheCommune = office.fileAny("1.001193", DeskOffice.COMMUNE);
        office.store.clock().set(LocalDateTime.of(2026, 11, 16, 10, 0));
        checked(first);
        office.store.clock().set(LocalDateTime.of(2026, 11, 18, 10, 0));
        checked(second);
        overdue = first;
        office.store.clock().set(LocalDateTime.of(2026, 12, 3, 8, 0));
        office.filePublication();
        office.store.clock().set(LocalDateTime.of(2026, 12, 4, 9, 0));
        office.store.bean(StepPasses.class).catchUp();
        definition = office.store
                .jdbc()
                .sql("select id_ from public.act_re_procdef where key_ = ? order by version_ desc limit 1")
                .param(LICENCE)
                .query(String.class)
                .single();
        browser = PageBrowser.orSkip(office.store);
    }

    private static void checked(String code) {
        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
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
    void the_diagram_shows_how_long_steps_take_in_colour_sign_and_number() {
        Page page = diagram("manager");
        // Two hours for one, and two days and two hours for the other, of eight hours allowed.
        Locator step = page.locator("[data-element-id=intake-check]");
        assertThat(step.getAttribute("class")).contains("mcs-heat-over");
        assertThat(page.locator(".mcs-heat-tiny.mcs-heat-box-over:visible")).containsText("■");
        page.locator("[data-key=heat-table-summary]").click();
        Locator row = page.locator(".mcs-heat-scroll tbody tr", new Page.LocatorOptions().setHasText("Kiểm tra hồ sơ"));
        assertThat(row).containsText("1 ngày 2 giờ");
        assertThat(row).containsText("quá tải");
        assertThat(row).containsText("50,0 %");
        assertThat(row.locator("td").first()).hasText("2");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.hindrances(page, ".mcs")).isEmpty();
    }

    @Test
    void the_legend_folds_away_with_the_keyboard_and_stays_so() {
        Page page = diagram("manager");
        Locator legend = page.locator(".mcs-heat-panel > details");
        assertThat(legend.getAttribute("open")).isNotNull();
        page.locator("[data-key=heat-summary]").focus();
        page.keyboard().press("Enter");
        assertThat(legend).not().hasAttribute("open", "");
        // A browser tells a moment later that something was folded.
        page.waitForFunction("() => localStorage.getItem('motcua-sla-heat-open') === 'no'");
        page = diagram("manager");
        assertThat(page.locator(".mcs-heat-panel > details")).not().hasAttribute("open", "");
        page.locator("[data-key=heat-summary]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".mcs-heat-legend")).isVisible();
    }

    @Test
    void another_period_has_other_figures() {
        Page page = diagram("manager");
        page.locator("[data-key=heat-days]").selectOption("dates");
        page.locator("[data-key=heat-to]").fill("2026-11-16");
        page.locator("[data-key=heat-to]").dispatchEvent("change");
        assertThat(page.locator(".mcs-heat-tiny.mcs-heat-box-within:visible").first())
                .containsText("●");
        assertThat(page.locator("[data-element-id=intake-check]"))
                .hasClass(Pattern.compile(".*\\bmcs-heat-within\\b.*"));
        page.locator("[data-key=heat-days]").selectOption("90");
        assertThat(page.locator(".mcs-heat-tiny.mcs-heat-box-over:visible")).containsText("■");
    }

    @Test
    void each_number_of_the_heat_map_is_the_length_of_the_list_it_leads_to() {
        Page page = diagram("manager");
        List<?> numbers = (List<?>) page.evaluate(NUMBERS);
        assertThat(numbers).hasSizeGreaterThan(2);
        for (Object each : numbers) {
            List<?> link = (List<?>) each;
            page.navigate("about:blank");
            page.navigate(COCKPIT + link.get(0));
            browser.await(page, ".mcs-running-total");
            assertThat(page.locator(".mcs-running-total")).hasAttribute("data-total", String.valueOf(link.get(1)));
            assertThat(page.locator(".mcs-running tbody tr")).hasCount(Integer.parseInt(String.valueOf(link.get(1))));
        }
    }

    @Test
    void a_click_on_a_number_of_the_diagram_opens_the_tab_with_those_dossiers() {
        Page page = diagram("manager");
        page.locator(".mcs-heat-now a.mcs-count-overdue:visible").first().click();
        assertThat(page.locator("[data-key=running-which]")).hasValue("OVERDUE");
        assertThat(page.locator(".mcs-running tbody tr").first()).containsText(overdue);
    }

    @Test
    void the_tab_of_a_definition_lists_the_most_urgent_first_with_deadline_in_words_and_leads_to_instance_and_desk() {
        Page page = browser.as("manager");
        page.navigate("about:blank");
        page.navigate(COCKPIT + "#/process-definition/" + definition + "/runtime?detailsTab=motcua-sla-running");
        Locator first = page.locator(".mcs-running tbody tr").first();
        first.waitFor();
        assertThat(first).containsText(overdue);
        assertThat(first).containsText("quá hạn 4 ngày");
        assertThat(first).containsText("Thẩm định nội dung tài liệu");
        assertThat(first.locator("td.mcs-number")).hasText("4");
        assertThat(office.as("manager")
                        .get(first.locator("td a").getAttribute("href"))
                        .statusCode())
                .isEqualTo(200);
        first.locator("th a").click();
        browser.await(page, ".mcs-clock h4");
        assertThat(page.locator(".mcs-clock h4").first()).hasText(overdue);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_tab_of_an_instance_tells_the_ledger_and_why_the_date_is_what_it_is_as_everywhere() {
        Page page = browser.as("manager");
        page.navigate("about:blank");
        page.navigate(COCKPIT + "#/process-instance/" + instance(overdue) + "/runtime?tab=motcua-sla-clock");
        ExplainedDossier explained =
                office.store.bean(Dossiers.class).explain(overdue, LocalDateTime.now(office.store.clock()));
        Locator steps = page.locator(".mcs-clock-why li");
        steps.first().waitFor();
        assertThat(steps).hasCount(explained.steps().size());
        for (int i = 0; i < explained.steps().size(); i++) {
            assertThat(steps.nth(i)).containsText(explained.steps().get(i).text());
        }
        assertThat(page.locator(".mcs-clock")).containsText(explained.summary());
        int events = office.store
                .jdbc()
                .sql("select count(*) from motcua.clock_event e join motcua.dossier d on d.id = e.dossier_id"
                        + " where d.code = ?")
                .param(overdue)
                .query(Integer.class)
                .single();
        assertThat(page.locator(".mcs-clock tbody tr")).hasCount(events);
        assertThat(page.locator(".mcs-clock tbody tr").first()).containsText("Nộp hồ sơ");
        assertThat(browser.hindrances(page, ".mcs")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void managers_see_the_steps_and_clocks_of_their_subtree_alone() {
        DeskOffice.Visit commune = office.as("commune.manager");
        assertThat(ask(commune, "clock?instance=" + instance(overdue)).statusCode())
                .isEqualTo(403);
        assertThat(ask(commune, "clock?instance=" + instance(atTheCommune)).body())
                .contains(atTheCommune);
        assertThat(ask(office.as("manager"), "clock?instance=" + instance(atTheCommune))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(commune, "running?definition=" + definition).body())
                .contains("\"total\":0")
                .doesNotContain(overdue);
        assertThat(ask(commune, "heat?definition=" + definition).body()).contains("\"steps\":[],\"tokens\":[]");
        assertThat(ask(office.as("officer"), "clock?instance=" + instance(overdue))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_there_is_not_and_what_makes_no_sense_is_told_as_such() {
        DeskOffice.Visit manager = office.as("manager");
        assertThat(ask(manager, "clock?instance=none").statusCode()).isEqualTo(404);
        assertThat(ask(manager, "heat?definition=none").statusCode()).isEqualTo(404);
        assertThat(ask(manager, "heat").statusCode()).isEqualTo(404);
        assertThat(ask(manager, "heat?from=2026-12-02&to=2026-12-01&definition=" + definition)
                        .statusCode())
                .isEqualTo(422);
        assertThat(ask(manager, "running?which=nothing&definition=" + definition)
                        .statusCode())
                .isEqualTo(422);
    }

    private static HttpResponse<String> ask(DeskOffice.Visit visit, String question) {
        return visit.get(QUESTIONS + question);
    }

    private static String instance(String code) {
        return office.store
                .jdbc()
                .sql(
                        "select process_instance_id from motcua.dossier_flow f join motcua.dossier d on d.id = f.dossier_id"
                                + " where d.code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    /** The page of the definition once its heat map is drawn. */
    private static Page diagram(String who) {
        Page page = browser.as(who);
        page.navigate("about:blank");
        page.navigate(COCKPIT + "#/process-definition/" + definition + "/runtime");
        browser.await(page, ".mcs-heat-now a:visible");
        return page;
    }
}
