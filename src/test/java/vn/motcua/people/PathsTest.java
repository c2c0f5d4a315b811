package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.people.Browser.location;
import static vn.motcua.people.StaffGroup.ADMIN;
import static vn.motcua.people.StaffGroup.COUNTER;
import static vn.motcua.people.StaffGroup.LEADER;
import static vn.motcua.people.StaffGroup.MANAGER;
import static vn.motcua.people.StaffGroup.OFFICER;
import static vn.motcua.people.StandInWebapps.REACHED;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.TestStore;

/** Which address is whose. What is allowed comes through, what is not is answered 403. */
class PathsTest {

    private static final Map<StaffGroup, Browser> BROWSERS = new EnumMap<>(StaffGroup.class);

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.web(StandInWebapps.ON);
        Office office = Office.of(store);
        for (StaffGroup group : StaffGroup.values()) {
            BROWSERS.put(group, office.signedIn(group));
        }
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/css/motcua.css",
                "/webjars/bootstrap/css/bootstrap.min.css",
                "/favicon.svg",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/open-data",
                "/manifest.webmanifest",
                "/service-worker.js",
                "/offline.html",
                "/icons/motcua-192.png",
                "/api/catalogue/life-events",
                "/api/reports/ii06a?from=2019-01-01&to=2019-04-30"
            })
    void these_are_for_everybody(String path) {
        assertThat(new Browser(store).open(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/open-data",
                "/thong-ke",
                "/css/motcua.css",
                "/api/reports/ii06a?from=2019-01-01&to=2019-04-30"
            })
    void nobody_gets_a_session_for_looking(String path) {
        assertThat(new Browser(store).open(path).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff",
                "/password",
                "/camunda",
                "/camunda/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/styles/user-styles.css",
                "/camunda/lib/deps.js",
                "/camunda/anything"
            })
    void without_a_sign_in_a_page_leads_to_it(String path) {
        HttpResponse<String> answer = new Browser(store).open(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/static/app/plugin.js",
                "/camunda/api/tasklist/plugin/base/default/x"
            })
    void without_a_sign_in_a_program_gets_problem_details_in_vietnamese(String path) {
        HttpResponse<String> answer = new Browser(store).call("GET", path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401", "Hãy đăng nhập ở trang /login");
    }

    @Test
    void each_webapp_is_open_to_its_groups_only() {
        Set<StaffGroup> all = EnumSet.allOf(StaffGroup.class);
        Set<StaffGroup> tasks = EnumSet.of(COUNTER, OFFICER, LEADER, ADMIN);
        Set<StaffGroup> figures = EnumSet.of(MANAGER, LEADER, ADMIN);
        Set<StaffGroup> administration = EnumSet.of(ADMIN);
        assertOpenTo(all, "/camunda/app/welcome/default/");
        assertOpenTo(all, "/camunda/api/welcome/plugin/x");
        assertOpenTo(all, "/camunda/api/engine/engine/default/task");
        assertOpenTo(all, "/camunda/api/admin/auth/user/default");
        assertOpenTo(all, "/camunda/lib/deps.js");
        assertOpenTo(all, "/camunda/assets/bpmn.woff");
        assertOpenTo(tasks, "/camunda/app/tasklist/default/");
        assertOpenTo(tasks, "/camunda/api/tasklist/plugin/x");
        assertOpenTo(figures, "/camunda/app/cockpit/default/");
        assertOpenTo(figures, "/camunda/api/cockpit/plugin/x");
        assertOpenTo(administration, "/camunda/app/admin/default/");
        assertOpenTo(administration, "/camunda/api/admin/plugin/x");
        assertOpenTo(Set.of(), "/camunda/api/other/x");
        assertOpenTo(Set.of(), "/camunda/api/engine/user");
        assertOpenTo(Set.of(), "/camunda/app/other/");
    }

    private static void assertOpenTo(Set<StaffGroup> groups, String path) {
        BROWSERS.forEach((group, browser) -> {
            HttpResponse<String> answer = browser.open(path);
            if (groups.contains(group)) {
                assertThat(answer.body()).as(group + " at " + path).contains(REACHED, " as " + group.code() + ".one");
            } else {
                assertThat(answer.statusCode()).as(group + " at " + path).isEqualTo(403);
                assertThat(answer.body()).doesNotContain(REACHED);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/s%65tup/default/user/create",
                "/camunda/api/admin/setup",
                "/camunda/api/admin/auth/user/default/login/admin",
                "/camunda/api/admin/auth/user/default/login/tasklist/",
                "/camunda/api/admin/auth/user/d%65fault/l%6fgin/tasklist",
                "/camunda/api/engine/engine/default/identity/verify",
                "/camunda/api/engine/engine/default/user/create",
                "/camunda/api/engine/engine/default/user/counter.one/credentials"
            })
    void these_are_closed_to_everybody(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "OPTIONS"}) {
            HttpResponse<String> stranger = new Browser(store).call(method, path);
            assertThat(stranger.statusCode()).as(method).isEqualTo(403);
            assertThat(stranger.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            HttpResponse<String> admin = BROWSERS.get(ADMIN).call(method, path);
            assertThat(admin.statusCode()).as(method).isEqualTo(403);
            assertThat(admin.body() + stranger.body()).doesNotContain(REACHED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin/setup;jsessionid=1/default/user/create",
                "/camunda/api/admin;x/setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/tasklist/../admin/setup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin%2Fsetup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin%5csetup/default/user/create",
                "/camunda\\api/admin/setup/default/user/create",
                "/camunda/API/admin/setup/default/user/create",
                "/CAMUNDA/api/admin/setup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/camunda/api/admin/setup%00/default/user/create",
                "/camunda/api/admin/setup%20/default/user/create",
                "/camunda/api/admin/setup/default/user/create%3b",
                "//camunda/api/admin/setup/default/user/create",
                "/./camunda/api/admin/setup/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create"
            })
    void no_trick_with_the_address_opens_what_is_closed(String path) {
        for (String accept : new String[] {"application/json", "text/html"}) {
            HttpResponse<String> answer = Raw.request(store, "POST", path, "", "Accept", accept);
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 403, 404, 302);
            assertThat(answer.body()).doesNotContain(REACHED);
            if (answer.statusCode() == 302) {
                assertThat(location(answer)).isEqualTo("/login");
            }
        }
    }

    /** The most that may come through to the engine for an administrator is its own "not found". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda//api/admin/setup/default/user/create",
                "/camunda/api/admin/setup;jsessionid=1/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin%2fsetup/default/user/create",
                "/camunda/api/admin/%2573etup/default/user/create",
                "/camunda/api/admin%5csetup/default/user/create",
                "/camunda/app/tasklist/..;/admin/default/",
                "/camunda/app/tasklist/%2e%2e/admin/default/"
            })
    void an_ambiguous_address_is_refused_even_to_an_administrator(String path) {
        String cookie = "JSESSIONID=" + BROWSERS.get(ADMIN).session();
        HttpResponse<String> answer = Raw.get(store, path, "Cookie", cookie);
        assertThat(answer.statusCode()).isIn(400, 403);
        assertThat(answer.body()).doesNotContain(REACHED, "Exception", "at org.");
    }

    @Test
    void signing_off_in_a_webapp_ends_the_sign_on_everywhere() {
        Browser browser = new Office(store).signedIn("counter.one");
        assertThat(browser.isSignedIn()).isTrue();
        HttpResponse<String> answer = browser.call("POST", "/camunda/api/admin/auth/user/default/logout");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(browser.isSignedIn()).isFalse();
        assertThat(browser.call("GET", "/camunda/api/engine/engine/default/task")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void our_pages_send_security_headers_and_the_webapps_keep_their_own() {
        HttpResponse<String> page = new Browser(store).open("/login");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .as("not over http")
                .isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        HttpResponse<String> engine = BROWSERS.get(COUNTER).call("GET", "/camunda/api/engine/engine/default/task");
        assertThat(engine.headers().map()).doesNotContainKeys("content-security-policy", "x-frame-options");
        assertThat(new Browser(store)
                        .open("/css/motcua.css")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .doesNotContain("no-store");
    }

    @Test
    void behind_https_the_browser_is_told_to_stay_there_and_the_cookie_too() {
        try (TestStore proxied = store.anotherWebNode("--server.forward-headers-strategy=native")) {
            HttpResponse<String> page =
                    Raw.get(proxied, "/login", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.77");
            assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=");
            assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        }
    }

    @Test
    void a_page_that_is_not_there_is_told_without_a_detour_over_the_sign_in() {
        assertThat(new Browser(store).open("/khong-co").statusCode()).isEqualTo(404);
        assertThat(BROWSERS.get(COUNTER).open("/khong-co").statusCode()).isEqualTo(404);
    }

    @Test
    void the_accounts_are_for_administrators() {
        BROWSERS.forEach((group, browser) ->
                assertThat(browser.open("/staff").statusCode()).as(group.code()).isEqualTo(group == ADMIN ? 200 : 403));
    }

    @Test
    void who_may_not_open_a_page_is_told_so_in_words() {
        HttpResponse<String> page = BROWSERS.get(COUNTER).open("/staff");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Bạn không được mở trang này", "hỏi quản trị viên", "Đăng xuất");
    }
}
