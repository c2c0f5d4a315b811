package vn.motcua.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.exchange.CsvSource;
import vn.motcua.statistics.Figures;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;

/** A manager at Cockpit in a real browser: what burns, how the period goes, and the dossiers behind every number. */
class SlaBrowserTest {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String PUBLISHED = "from=2019-01-01&to=2019-04-30";

    /** Each link to a list with the number it shows. */
    private static final String NUMBERS = """
            () => [...document.querySelectorAll('.mcs a[href*="view=list"]')]
                .filter(link => link.closest('details:not([open])') === null && !link.closest('svg'))
                .map(link => [link.getAttribute('href'),
                    (link.querySelector('.mcs-big, .mcs-middle') ?? link).firstChild.textContent.replace(/[^0-9]/g, '')])
            """;

    private static final String BARS = """
            () => [...document.querySelectorAll('.mcs-chart a')].map(link => [link.getAttribute('href'),
                link.querySelector('title').textContent.replace(/[.]/g, '').match(/([0-9]+)$/)[1]])
            """;

    private static DeskOffice office;
    private static PageBrowser browser;
    private static DeskOffice.Visit manager;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open();
        office.employ("commune.manager", "manager", DeskOffice.COMMUNE);
        office.store.importCatalogue();
        office.store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        filed(LocalDateTime.of(2026, 11, 18, 8, 0), 1);
        filed(LocalDateTime.of(2026, 11, 20, 8, 0), 2);
        office.store.clock().set(LocalDateTime.of(2026, 12, 4, 9, 0));
        office.store.bean(Figures.class).fold();
        manager = office.as("manager");
        browser = PageBrowser.orSkip(office.store);
    }

    /** Their limit is ten working days from then. */
    private static void filed(LocalDateTime at, int many) {
        office.store.clock().set(at);
        for (int i = 0; i < many; i++) {
            office.complete(
                    office.filePublication(), "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        }
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

    private static Page at(String who, String hash) {
        Page page = browser.as(who);
        page.navigate("about:blank");
        page.navigate(COCKPIT + hash);
        return page;
    }

    private static Page dashboard(String who, String query) {
        Page page = at(who, "#/dashboard" + query);
        browser.await(page, ".mcs-dashboard .mcs-parts");
        assertThat(page.locator(".mcs-dashboard").count()).isOne();
        return page;
    }

    @Test
    void a_director_sees_which_step_of_which_unit_misses_its_deadlines_today() {
        Page page = dashboard("manager", "");
        assertThat(page.locator(".mcs-lead").innerText())
                .contains("Gấp nhất hôm nay", "Xác nhận nộp phí", "Sở Văn hóa, Thể thao và Du lịch");
        assertThat(page.locator(".mcs-tile-due_today .mcs-big").innerText()).isEqualTo("2");
        List<String> hottest =
                page.locator(".mcs-hottest tbody tr").first().locator("td").allInnerTexts();
        assertThat(hottest.get(0)).as("due today").isEqualTo("2");
        assertThat(hottest.get(2)).as("overdue").isEqualTo("1");
        double top = ((Number)
                        page.evaluate("() => document.querySelector('.mcs-lead').getBoundingClientRect().bottom"))
                .doubleValue();
        assertThat(top).as("on the first screen").isLessThan(400);
        page.locator(".mcs-hottest tbody a").first().click();
        browser.await(page, ".mcs-list tbody tr");
        assertThat(page.locator(".mcs-list tbody tr").count()).isEqualTo(2);
        assertThat(page.locator(".mcs-about").innerText())
                .contains("Bước hiện tại: Xác nhận nộp phí", "Đơn vị xử lý: Sở Văn hóa, Thể thao và Du lịch");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_published_figures_stand_there_with_their_bases() {
        Page page = dashboard("manager", "?" + PUBLISHED);
        assertThat(page.locator(".mcs-panel-period").innerText())
                .contains("10.392", "7.444", "71,6\u00a0% số tiếp nhận", "5.632", "75,7\u00a0%", "572", "1.240")
                .contains("Tỷ lệ tính trên 7.444 hồ sơ đã giải quyết trong kỳ");
        assertThat(page.locator(".mcs-panel-standing").innerText()).contains("2.948", "2.140");
        Page nothing = dashboard("manager", "?from=2026-07-15&to=2026-08-14");
        assertThat(nothing.locator(".mcs-third").last().innerText()).contains("không có");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/dashboard",
                "#/dashboard?" + PUBLISHED,
                "#/sla?rows=agency&" + PUBLISHED,
                "#/sla?rows=week&from=2019-02-01&to=2019-03-14",
                "#/sla?rows=channel&columns=sector&measure=LATE&" + PUBLISHED,
                "#/sla?rows=procedure&columns=week&measure=OPEN&from=2019-02-15&to=2019-03-14",
                "#/sla?rows=sector&compare=before&measure=RESOLVED&from=2019-03-15&to=2019-04-14",
                "#/sla?rows=step&columns=officer&measure=OVERDUE"
            })
    void every_number_leads_to_a_list_that_is_as_long(String hash) {
        Page page = at("manager", hash);
        browser.await(page, ".mcs-parts, .mcs-pivot tbody tr");
        Map<String, Integer> numbers = numbers(page, NUMBERS);
        if (hash.startsWith("#/dashboard")) {
            numbers.putAll(numbers(page, BARS));
        }
        assertThat(numbers).hasSizeGreaterThan(2);
        // Of hundreds of numbers some from everywhere; the one behind the other.
        int every = Math.max(1, numbers.size() / 12);
        int at = 0;
        for (Map.Entry<String, Integer> number : numbers.entrySet()) {
            if (at++ % every == 0) {
                assertThat(listed(manager, number.getKey())).as(number.getKey()).hasSize(number.getValue());
            }
        }
    }

    private static Map<String, Integer> numbers(Page page, String script) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Object pair : (List<?>) page.evaluate(script)) {
            List<?> found = (List<?>) pair;
            numbers.put(String.valueOf(found.get(0)), Integer.valueOf(String.valueOf(found.get(1))));
        }
        return numbers;
    }

    /** The codes of all pages of a list. */
    private static Set<String> listed(DeskOffice.Visit visit, String address) {
        String query = address.substring(address.indexOf('?') + 1);
        Set<String> codes = new HashSet<>();
        String cursor = "";
        do {
            HttpResponse<String> answer = visit.get(DoorTest.PLUGIN + "default/dossiers?size=700&" + query
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            JsonNode page = read(answer);
            page.get("rows").forEach(row -> codes.add(row.get("code").asText()));
            cursor = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!cursor.isEmpty());
        return codes;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void from_a_number_to_its_dossiers_their_process_and_back() {
        Page page = dashboard("manager", "");
        page.locator(".mcs-tile-due_today a").click();
        browser.await(page, ".mcs-list tbody tr");
        assertThat(page.locator("h2").first().innerText()).contains("Đến hạn hôm nay: 2 hồ sơ");
        assertThat(page.locator(".mcs-list tbody tr").count()).isEqualTo(2);
        assertThat(page.locator(".mcs-list tbody th a").first().getAttribute("href"))
                .matches("/desk/dossiers/H37\\.15-261120-000\\d");
        page.locator(".mcs-list a[href*='process-instance']").first().click();
        page.waitForURL("**/#/process-instance/*/runtime**");
        page.goBack();
        browser.await(page, ".mcs-list tbody tr");
        page.goBack();
        browser.await(page, ".mcs-dashboard .mcs-parts");
    }

    @Test
    void a_long_list_is_read_on_to_its_end() {
        Page page = at("manager", "#/sla?view=list&measure=LATE&rows=agency&from=2019-04-01&to=2019-04-10");
        browser.await(page, ".mcs-list tbody tr");
        int count = Integer.parseInt(page.locator(".mcs-list-count").innerText().replaceAll("\\D", ""));
        assertThat(count).isGreaterThan(50);
        Locator more = page.locator(".mcs-more button");
        while (more.count() > 0) {
            int shown = page.locator(".mcs-list tbody tr").count();
            more.click();
            page.waitForFunction("n => document.querySelectorAll('.mcs-list tbody tr').length > n", shown);
        }
        assertThat(page.locator(".mcs-list tbody tr").count()).isEqualTo(count);
        assertThat(page.locator(".mcs-list tbody").innerText()).contains("ngày làm việc");
    }

    @Test
    void two_periods_stand_side_by_side_and_the_address_keeps_what_was_chosen() {
        Page page = at("manager", "#/sla?from=2019-03-15&to=2019-04-14");
        browser.await(page, ".mcs-pivot tbody tr");
        page.locator("select[data-key=rows]").selectOption("sector");
        page.waitForURL("**rows=sector**");
        page.locator("select[data-key=compare]").selectOption("before");
        browser.await(page, ".mcs-pivot .mcs-group");
        page.locator("select[data-key=measure]").focus();
        page.locator("select[data-key=measure]").selectOption("RESOLVED");
        page.waitForURL("**measure=RESOLVED**");
        page.locator("caption", new Page.LocatorOptions().setHasText("Đã giải quyết theo lĩnh vực"))
                .waitFor();
        String whole = page.locator(".mcs-pivot tfoot").innerText();
        assertThat(page.locator(".mcs-pivot thead").innerText()).contains("Tháng 4/2019", "Tháng 3/2019");
        assertThat(whole).contains("2.017", "1.852", "+165", "+8,9", "16,8", "13,3", "+3,5 điểm %");
        assertThat(page.evaluate("() => document.activeElement.dataset.key"))
                .as("where one was")
                .isEqualTo("measure");
        page.reload();
        browser.await(page, ".mcs-pivot tfoot");
        assertThat(page.locator(".mcs-pivot tfoot").innerText()).isEqualTo(whole);
        page.goBack();
        page.locator("caption", new Page.LocatorOptions().setHasText("Giải quyết quá hạn theo lĩnh vực"))
                .waitFor();
        page.goBack();
        page.goBack();
        page.locator(".mcs-pivot caption", new Page.LocatorOptions().setHasText("Hồ sơ theo đơn vị xử lý"))
                .waitFor();
    }

    @Test
    void it_refreshes_itself_and_leaves_focus_and_place_alone() {
        Page page = browser.as("refreshed", "manager");
        page.clock().install();
        page.navigate(COCKPIT + "#/dashboard?" + PUBLISHED);
        browser.await(page, ".mcs-parts");
        page.locator(".mcs-quality summary").click();
        page.locator("[data-key=tile-OPEN]").focus();
        page.evaluate("() => document.querySelector('.mcs-parts').classList.add('before')");
        page.waitForResponse("**/default/dashboard**", () -> page.clock().fastForward(61_000));
        browser.await(page, ".mcs-parts:not(.before)");
        assertThat(page.evaluate("() => document.activeElement.dataset.key")).isEqualTo("tile-OPEN");
        assertThat(page.locator(".mcs-quality[open]").count()).isOne();
    }

    @Test
    void figures_stay_while_the_server_cannot_answer_and_a_click_asks_again() {
        Page page = browser.as("patient", "manager");
        page.clock().install();
        page.navigate(COCKPIT + "#/dashboard?" + PUBLISHED);
        browser.await(page, ".mcs-parts");
        page.route(
                "**/default/dashboard**",
                refused -> refused.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"detail\": \"Máy chủ đang bận\"}")));
        page.clock().fastForward(61_000);
        for (int second = 0; second < 30 && page.locator(".mcs-problem").count() == 0; second++) {
            page.clock().runFor(1_000);
            page.waitForTimeout(200);
        }
        assertThat(page.locator(".mcs-dashboard .mcs-problem").innerText()).contains("Máy chủ đang bận");
        assertThat(page.locator(".mcs-panel-period").innerText()).contains("10.392");
        page.unroute("**/default/dashboard**");
        page.locator(".mcs-problem button").click();
        page.locator(".mcs-problem").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(page.locator(".mcs-panel-period").innerText()).contains("10.392");
    }

    @Test
    void figures_are_shown_without_the_choice_of_agencies_where_that_cannot_be_had() {
        Page page = browser.as("choiceless", "manager");
        page.route("**/default/agencies**", refused -> refused.fulfill(new Route.FulfillOptions().setStatus(500)));
        page.navigate(COCKPIT + "#/dashboard?" + PUBLISHED);
        browser.await(page, ".mcs-dashboard h2");
        assertThat(page.locator(".mcs-panel-period").innerText()).contains("10.392");
        assertThat(page.locator(".mcs-agency").count()).isZero();
    }

    @Test
    void leaders_see_nothing_of_it() {
        Page page = at("leader", "#/dashboard");
        browser.await(page, ".dashboard .stats-section");
        assertThat(page.locator(".mcs").count()).isZero();
        assertThat(page.locator("a[href='#/sla']").count()).isZero();
        assertThat(page.getByText("Giám sát SLA").count()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void managers_of_a_commune_see_their_commune_alone() {
        Page page = dashboard("commune.manager", "?" + PUBLISHED);
        assertThat(page.locator(".mcs-agency").count()).as("nothing to choose").isZero();
        assertThat(page.locator(".mcs-dashboard").innerText()).doesNotContain("10.392");
        Page other = at("commune.manager", "#/dashboard?agency=000.00.00.H37");
        browser.await(other, ".mcs-problem");
        assertThat(other.locator(".mcs-problem").innerText()).contains("không thuộc phạm vi theo dõi của bạn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/dashboard",
                "#/dashboard?" + PUBLISHED,
                "#/sla?rows=agency&" + PUBLISHED,
                "#/sla?rows=channel&columns=sector&" + PUBLISHED,
                "#/sla?rows=sector&compare=free&" + PUBLISHED,
                "#/sla?view=list&measure=OVERDUE&" + PUBLISHED
            })
    void nothing_hinders_anybody_in_either_language_at_a_desk_and_on_a_tablet(String hash) {
        Page page = browser.as("manager");
        // What hinders at a desk in one language is looked for on the tablet in the other.
        for (String language : List.of("vi", "en")) {
            page.navigate("/password?lang=" + language);
            page.setViewportSize(language.equals("vi") ? 1366 : 768, 1024);
            page.navigate("about:blank");
            page.navigate(COCKPIT + hash);
            browser.await(page, ".mcs-parts, .mcs-pivot tbody tr, .mcs-list tbody tr");
            page.locator(".mcs details").all().forEach(details -> details.evaluate("node => node.open = true"));
            assertThat(browser.hindrances(page, ".mcs")).as(language).isEmpty();
            assertThat(
                            page.evaluate(
                                    "() => { const box = document.querySelector('.mcs'); return box.scrollWidth - box.clientWidth; }"))
                    .as(language)
                    .isEqualTo(0);
            assertThat(page.locator(".mcs h2").first().innerText().strip())
                    .matches(language.equals("en") ? "^(SLA|Deadlines|Overdue).*" : "^(Giám sát|Đang quá hạn).*");
        }
        page.navigate("/password?lang=vi");
        page.setViewportSize(1366, 768);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void nothing_is_asked_of_anybody_else() {
        Page page = browser.as("listened", "manager");
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + office.store.port())
                    && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
        page.navigate(COCKPIT + "#/dashboard");
        browser.await(page, ".mcs-parts");
        page.navigate(COCKPIT + "#/sla");
        browser.await(page, ".mcs-pivot tbody tr");
        assertThat(elsewhere).isEmpty();
    }
}
