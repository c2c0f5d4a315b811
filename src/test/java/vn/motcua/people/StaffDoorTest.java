package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.people.Browser.location;
import static vn.motcua.people.Office.PASSWORD;

import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.TestStore;

/** What guards the desk: headers, cookies, the end of a session, forged requests; also behind a proxy that speaks https. */
class StaffDoorTest {

    private static TestStore store;
    private static Office office;

    @BeforeAll
    static void open() {
        store = TestStore.web("--server.forward-headers-strategy=native");
        office = Office.of(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/",
                "/nowhere",
                "/api/nothing",
                "/desk",
                "/desk/nowhere",
                "/%63amunda/api",
                "//desk",
                "/desk/..;/staff",
                "/camunda/api/admin/setup/default/user/create"
            })
    void every_answer_even_a_refusal_before_all_filters_has_the_headers(String path) {
        HttpResponse<String> answer = Raw.get(store, path);
        for (String header : List.of(
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Referrer-Policy",
                "Permissions-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy",
                "Cache-Control")) {
            assertThat(answer.headers().allValues(header))
                    .as("%s of %s", header, path)
                    .hasSize(1);
        }
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .doesNotContain("unsafe");
    }

    @Test
    void papers_may_be_framed_by_our_own_pages_alone() {
        assertThat(Raw.get(store, "/desk/dossiers/x/files/1").headers().map())
                .containsEntry("X-Frame-Options", List.of("SAMEORIGIN"))
                .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy.get(0))
                        .contains("frame-ancestors 'self'")
                        .doesNotContain("unsafe"));
    }

    @Test
    void files_of_the_pages_may_be_kept_by_the_browser() {
        HttpResponse<String> css = Raw.get(store, "/css/motcua.css");
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
    }

    @Test
    void behind_a_proxy_with_https_the_session_cookie_is_secure_and_https_is_asked_for() {
        HttpResponse<String> https = Raw.get(store, "/login", "X-Forwarded-Proto", "https");
        assertThat(sessionCookie(https)).contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(https.headers().firstValue("Strict-Transport-Security")).isPresent();
        HttpResponse<String> http = Raw.get(store, "/login");
        assertThat(sessionCookie(http)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(http.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void without_a_proxy_nobody_is_believed_who_says_to_be_one() {
        try (TestStore alone = store.anotherWebNode()) {
            HttpResponse<String> answer = Raw.get(alone, "/login", "X-Forwarded-Proto", "https");
            assertThat(sessionCookie(answer)).doesNotContain("Secure");
        }
    }

    private static String sessionCookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElse("none");
    }

    @Test
    void somebody_who_asks_for_a_page_of_the_desk_signs_in_and_goes_on_to_it() {
        Browser browser = new Browser(store);
        assertThat(location(browser.open("/desk?tab=OVERDUE"))).isEqualTo("/login");
        assertThat(location(browser.signIn("counter.one", PASSWORD))).isEqualTo("/desk?tab=OVERDUE");
    }

    @Test
    void a_session_on_the_desk_ends_after_an_idle_hour_and_a_working_day_and_says_so() {
        assertThat(store.bean(ServletContext.class).getSessionTimeout()).isEqualTo(60);
        Browser browser = office.signedIn(StaffGroup.OFFICER);
        store.clock().advance(Duration.ofHours(12).plusMinutes(1));
        assertThat(location(browser.open("/desk?tab=TODAY"))).isEqualTo("/login?ended");
        assertThat(location(browser.signIn("officer.one", PASSWORD))).isEqualTo("/desk?tab=TODAY");
    }

    @Test
    void a_forged_request_does_nothing_on_the_desk() {
        Browser browser = office.signedIn(StaffGroup.COUNTER);
        HttpResponse<String> forged = browser.submitWithoutToken("/desk/bulk", "action", "claim", "task", "x");
        assertThat(forged.statusCode()).isIn(302, 403);
    }

    @Test
    void programs_without_a_session_are_not_led_to_a_page() {
        assertThat(new Browser(store).call("GET", "/api/worklist").statusCode()).isEqualTo(401);
    }
}
