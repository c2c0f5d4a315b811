package vn.motcua.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.statistics.Ratings;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.Chromium;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.PageBrowser;
import vn.motcua.support.SampleFiles;

/** From the request for papers to the rating, on a phone; every page on a desk too, in both languages. */
class FollowingBrowserTest {

    private static DeskOffice office;
    private static PageBrowser browser;
    private static SignedInApplicant who;
    private static Page phone;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = DeskOffice.open();
        browser = PageBrowser.orSkip(office.store);
        who = OnlineApplicants.register(office.store, "phone@example.vn");
        phone = browser.as("");
        ApplicantSession.signIn(phone, who.email());
        phone.setViewportSize(390, 844);
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
    void papers_are_sent_the_result_is_fetched_and_the_service_is_rated() {
        String code = asked();
        phone.navigate("/account/dossiers?lang=vi");
        look("list");
        phone.locator(".mc-waits a[href$='" + code + "']").click();
        phone.waitForURL("**/account/dossiers/" + code);
        look("asked");
        phone.locator("a.btn-primary").click();
        phone.waitForURL("**/answer");
        phone.locator("#component").selectOption("Bản thảo tài liệu đóng dấu từng tờ");
        phone.locator("#file").setInputFiles(new FilePayload[] {
            new FilePayload("bản thảo.pdf", "application/pdf", SampleFiles.pdf()),
            new FilePayload("trang bìa.jpg", "image/jpeg", SampleFiles.picture("jpg", 7))
        });
        phone.locator("#comment").fill("Tôi gửi bản thảo đã đóng dấu.");
        phone.waitForCondition(() -> phone.locator(".mc-file-list li").count() == 2);
        assertThat(phone.locator("#comment").inputValue()).isEqualTo("Tôi gửi bản thảo đã đóng dấu.");
        look("answer");
        phone.locator(".mc-send").dblclick();
        phone.waitForURL("**?sent");
        look("sent");
        assertThat(phone.locator("main").innerText()).contains("Đã gửi bổ sung", "bản thảo.pdf", "trang bìa.jpg");
        assertThat(dossiers().get(code).status()).isEqualTo(Status.IN_PROCESS);

        office.resolveWithAFile(code, browser);
        assertThat(dossiers().get(code).status()).isEqualTo(Status.RESOLVED);
        phone.navigate("/account/dossiers/" + code);
        look("resolved");
        Download result = phone.waitForDownload(
                () -> phone.locator("#result .mc-file-look").click());
        assertThat(result.suggestedFilename()).isEqualTo("giấy phép.pdf");
        phone.locator("#rating button").click();
        assertThat(phone.locator("#stars-error").innerText()).contains("Hãy chọn từ 1 đến 5 sao");
        look("unrated");
        phone.locator("#stars-5").check();
        phone.locator("#rating textarea").fill("Nhanh, rõ ràng");
        phone.locator("#rating button").click();
        phone.waitForURL("**#rating");
        assertThat(phone.locator("#rating").innerText()).contains("Cảm ơn bạn", "★★★★★");
        look("rated");
        assertThat(office.store.bean(Ratings.class).of(dossiers().get(code).id()))
                .hasValue(5);
    }

    @Test
    void what_is_wrong_with_an_answer_is_shown_in_place_and_the_words_stay() {
        String code = asked();
        phone.navigate("/account/dossiers/" + code + "/answer?lang=vi");
        phone.locator(".mc-send").click();
        phone.locator("#file-error").waitFor();
        look("empty");
        phone.locator("#comment").fill("x".repeat(2001));
        phone.locator(".mc-send").click();
        phone.locator("#comment-error").waitFor();
        assertThat(phone.locator("#comment").inputValue()).hasSize(2001);
        for (String page : List.of("/withdrawal", "/result-channel")) {
            phone.navigate("/account/dossiers/" + code + page);
            look(page.substring(1));
        }
    }

    /** Both sizes and languages of what is shown now; with a picture of each where somebody wants to look. */
    private static void look(String name) {
        String vietnamese = phone.url();
        for (int[] size : new int[][] {{390, 844}, {1366, 768}}) {
            phone.setViewportSize(size[0], size[1]);
            picture(name + "-" + size[0]);
            assertThat(browser.hindrances(phone)).as(name + " " + size[0]).isEmpty();
            assertThat(browser.fits(phone)).as(name + " " + size[0]).isTrue();
        }
        phone.setViewportSize(390, 844);
        assertThat(browser.complaints()).isEmpty();
        if (!List.of("answer", "empty", "unrated").contains(name)) {
            phone.navigate(vietnamese.replaceAll("[?#].*", "") + "?lang=en");
            assertThat(browser.leftInVietnamese(phone, "")).as(name).isEmpty();
            assertThat(browser.hindrances(phone)).as(name + " in English").isEmpty();
            phone.navigate(vietnamese + (vietnamese.contains("?") ? "&" : "?") + "lang=vi");
        }
    }

    private static void picture(String name) {
        String folder = System.getProperty("motcua.pictures", "");
        if (!folder.isEmpty() && Files.isDirectory(Path.of(folder))) {
            phone.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    private static String asked() {
        String code = OnlineApplicants.filePublication(office.store, who);
        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        office.complete(
                code,
                "appraisal",
                "officer",
                Map.of("decision", "supplement", "opinion", "Cần thêm", "reason", "Thiếu bản thảo đóng dấu"));
        return code;
    }

    private static Dossiers dossiers() {
        return office.store.bean(Dossiers.class);
    }
}
