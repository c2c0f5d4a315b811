package vn.motcua.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.PageBrowser;
import vn.motcua.support.TestStore;

/** A day on the desk in a real browser. */
class DeskBrowserTest {

    private static final Map<String, Object> ACCEPT = Map.of("decision", "accept");

    private static DeskOffice office;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        browser = PageBrowser.orSkip(office.store);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        office.close();
    }

    @AfterEach
    void nothingWasBlocked() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_counter_clerk_receives_a_dossier_and_prints_its_receipt() {
        Page page = browser.as("counter");
        page.navigate("/desk/intake");
        page.locator("main input[type=search]").fill("co so in");
        page.locator(".mc-pick button", new Page.LocatorOptions().setHasText("2.001740"))
                .click();
        assertThat(browser.hindrances(page)).isEmpty();
        page.locator("[name=applicantKind][value=PERSON]").check();
        page.locator("[name=applicantName]").fill("Đặng Thị Mười");
        page.locator("[name=phone]").fill("0912345678");
        page.locator("[name=address]").fill("Phường Đông Kinh, tỉnh Lạng Sơn");
        page.locator("[name=content]").fill("Đăng ký hoạt động cơ sở in");
        page.locator("main [name=do][value=check]:visible").last().click();
        // Received on Friday at nine with three working days: due on Wednesday.
        assertThat(page.locator(".mc-side")).containsText("thứ Tư 25/11/2026");
        assertThat(browser.hindrances(page)).isEmpty();
        page.locator("[name=decision][value=accept]").click();
        page.waitForURL("**/desk/dossiers/**");
        assertThat(page.locator(".mc-received")).isVisible();
        assertThat(page.locator("main header")).containsText("thứ Tư 25/11/2026");
        APIResponse printed =
                page.request().get(page.locator(".mc-received .btn-primary").getAttribute("href"));
        assertThat(printed.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(printed.body()).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void an_officer_asks_for_a_supplement_from_the_worklist() {
        String code = atOfficer();
        Page page = browser.as("officer");
        page.navigate("/desk?q=" + code);
        page.locator("[data-open]").click();
        page.locator("[name=decision][value=supplement]").check();
        page.locator("[name=opinion]").fill("Thiếu sơ đồ nhà xưởng");
        page.locator("[name=reason]").fill("Đề nghị bổ sung sơ đồ nhà xưởng có xác nhận");
        page.locator("#task .btn-primary").click();
        page.waitForURL("**/desk/dossiers/**");
        assertThat(page.locator(".mc-done")).isVisible();
        assertThat(page.locator("main header")).containsText("tạm dừng từ 20/11");
        assertThat(office.store.bean(Dossiers.class).get(code).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
    }

    @Test
    void a_leader_signs_ten_at_once() {
        List<String> codes = IntStream.range(0, 10)
                .mapToObj(i -> {
                    String code = atOfficer();
                    office.complete(
                            code, "handle", "officer", Map.of("decision", "forward", "opinion", "Hồ sơ đủ điều kiện"));
                    return code;
                })
                .toList();
        Page page = browser.as("leader");
        page.navigate("/desk/sign");
        page.locator("#tick-all").click();
        page.locator(".mc-sticky .btn-primary").click();
        for (String code : codes) {
            Locator result = page.locator(".mc-results li", new Page.LocatorOptions().setHasText(code));
            assertThat(result.locator(".mc-signed")).isVisible();
            assertThat(office.store.bean(Dossiers.class).get(code).status())
                    .as(code)
                    .isEqualTo(Status.RESOLVED);
        }
    }

    @Test
    void the_worklist_read_anew_keeps_what_was_ticked_and_written() {
        String code = atOfficer();
        Page page = browser.as("leader");
        page.navigate("/desk?whose=AGENCY&q=" + code);
        page.locator("[name=task]").check();
        page.locator("#reason").fill("Phân công lại");
        page.locator("h1").click();
        String before = page.locator(".mc-pages .mc-date").textContent();
        office.store.clock().set(TestStore.FRI_20_NOV_2026.plusMinutes(1));
        page.evaluate("htmx.ajax('GET', location.href, {source: '#list', select: '#list', swap: 'outerHTML'})");
        assertThat(page.locator(".mc-pages .mc-date")).not().hasText(before);
        assertThat(page.locator("[name=task]")).isChecked();
        assertThat(page.locator("#reason")).hasValue("Phân công lại");
    }

    @Test
    void what_is_overdue_is_red() {
        String code = atOfficer();
        office.store.clock().set(LocalDateTime.of(2026, 12, 1, 9, 0));
        // Sessions of eleven days ago are over: somebody who comes only now.
        Page page = browser.as("leader2");
        page.navigate("/desk?whose=AGENCY&tab=OVERDUE&q=" + code);
        Locator badge = page.locator("td .mc-burn-overdue").first();
        assertThat(badge).containsText(Pattern.compile("quá hạn \\d+ ngày"));
        assertThat(badge).hasCSS("color", "rgb(180, 35, 24)");
    }

    @Test
    void of_two_clerks_on_one_task_the_second_is_told_and_keeps_the_text() {
        String code = atOfficer();
        String address = "/desk/tasks/" + office.tasks(code).get(0).taskId();
        Page first = browser.as("officer");
        Page second = browser.as("officer2");
        first.navigate(address);
        second.navigate(address);
        second.locator("[name=decision][value=forward]").check();
        second.locator("[name=opinion]").fill("Ý kiến viết rất lâu của người thứ hai");
        first.locator("[name=decision][value=forward]").check();
        first.locator("[name=opinion]").fill("Hồ sơ đủ điều kiện");
        first.locator("#task .btn-primary").click();
        first.waitForURL("**/desk/dossiers/**");
        second.locator("#task .btn-primary").click();
        assertThat(second.locator("main")).containsText("Nguyễn Thị officer");
        assertThat(second.locator("main")).containsText("Ý kiến viết rất lâu của người thứ hai");
        assertThat(browser.hindrances(second)).isEmpty();
    }

    @Test
    void a_lost_session_keeps_the_draft() {
        String code = atOfficer();
        Page page = browser.as("officer2");
        page.navigate("/desk/tasks/" + office.tasks(code).get(0).taskId());
        page.locator("[name=opinion]").fill("Đang viết dở thì hết phiên");
        assertThat(page.locator("#draft")).containsText(Pattern.compile("\\d\\d:\\d\\d"));
        page.context().clearCookies();
        page.reload();
        page.locator("#username").fill("officer2");
        page.locator("#password").fill(DeskOffice.PASSWORD);
        page.locator("main button").click();
        page.waitForURL("**/desk/tasks/**");
        assertThat(page.locator("[name=opinion]")).hasValue("Đang viết dở thì hết phiên");
    }

    private static String atOfficer() {
        String code = office.fileAny("2.001740", DeskOffice.DEPARTMENT);
        office.complete(code, "intake-check", "counter", ACCEPT);
        return code;
    }
}
