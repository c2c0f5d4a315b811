package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.people.Browser.location;
import static vn.motcua.people.Office.PASSWORD;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.support.TestStore;

/** Signing in and out, guessing, and how a session ends. */
class SignInTest {

    private static TestStore store;
    private static Office office;

    @BeforeAll
    static void open() {
        store = TestStore.web();
        office = Office.of(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void forgetFailures() {
        store.jdbc().sql("delete from motcua.login_attempt").update();
    }

    @Test
    void somebody_signs_in_under_another_session_id_and_out_again() {
        Browser browser = new Browser(store);
        browser.open("/login");
        String before = browser.session();
        assertThat(location(browser.signIn(" Counter.One ", PASSWORD))).isEqualTo(Arrival.WORK);
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.open("/").body()).contains("Người counter.one", "Đăng xuất");
        assertThat(location(browser.submit("/", "/logout"))).isEqualTo("/login?out");
        assertThat(browser.open("/login?out").body()).contains("Bạn đã đăng xuất");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void a_session_id_planted_by_somebody_else_opens_nothing_after_the_sign_in() {
        Browser victim = new Browser(store);
        victim.open("/login");
        String planted = victim.session();
        victim.signIn("counter.one", PASSWORD);
        HttpResponse<String> page = Raw.get(store, "/password", "Cookie", "JSESSIONID=" + planted);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page)).startsWith("/login");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_answered_alike() {
        Browser browser = new Browser(store);
        HttpResponse<String> wrong = browser.signIn("counter.one", "nope");
        HttpResponse<String> unknown = browser.signIn("nobody.here", "nope");
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
        assertThat(wrong.body())
                .contains("Tên đăng nhập hoặc mật khẩu không đúng", "value=\"counter.one\"")
                .doesNotContain("nope");
        assertThat(strip(unknown.body().replace("nobody.here", "counter.one"))).isEqualTo(strip(wrong.body()));
        assertThat(browser.signIn("\0'--", "\0").statusCode()).isEqualTo(401);
    }

    private static String strip(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void an_unknown_name_takes_as_long_as_a_wrong_password() {
        SignIn signIn = store.bean(SignIn.class);
        long unknown = shortest(() -> signIn.check("nobody.here", "guess", "192.0.2.1"));
        long known = shortest(() -> signIn.check("counter.one", "guess", "192.0.2.1"));
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    private long shortest(Runnable attempt) {
        return IntStream.range(0, 4)
                .mapToLong(i -> {
                    forgetFailures();
                    long start = System.nanoTime();
                    try {
                        attempt.run();
                        throw new AssertionError("let in");
                    } catch (SignInRefused refused) {
                        return System.nanoTime() - start;
                    }
                })
                .min()
                .orElseThrow();
    }

    @Test
    void after_five_failures_the_account_waits_even_for_the_right_password() {
        Browser browser = new Browser(store);
        fail(browser, "officer.one", 5);
        HttpResponse<String> sixth = browser.signIn("officer.one", PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).hasValue("900");
        assertThat(sixth.body()).contains("Sai quá nhiều lần, hãy thử lại sau 15 phút");
        store.clock().advance(Duration.ofMinutes(10));
        assertThat(browser.signIn("officer.one", PASSWORD).body()).contains("hãy thử lại sau 5 phút");
        assertThat(location(browser.signIn("leader.one", PASSWORD)))
                .as("others")
                .isEqualTo(Arrival.WORK);
        store.clock().advance(Duration.ofMinutes(5));
        assertThat(location(new Browser(store).signIn("officer.one", PASSWORD))).isEqualTo(Arrival.WORK);
    }

    @Test
    void a_success_starts_the_account_anew() {
        fail(new Browser(store), "officer.one", 4);
        office.signedIn("officer.one");
        fail(new Browser(store), "officer.one", 4);
        office.signedIn("officer.one");
    }

    @Test
    void unknown_names_are_throttled_like_known_ones() {
        fail(new Browser(store), "nobody.here", 5);
        assertThat(new Browser(store).signIn("nobody.here", "x").statusCode()).isEqualTo(429);
    }

    @Test
    void after_twenty_failures_an_address_waits_whatever_the_names() {
        LoginThrottle throttle = store.bean(LoginThrottle.class);
        for (int i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            assertThat(throttle.admit("name" + i, "203.0.113.9")).isEmpty();
        }
        assertThat(throttle.admit("another", "203.0.113.9")).hasValue(LoginThrottle.WINDOW);
        assertThat(throttle.admit("another", "203.0.113.10")).isEmpty();
        for (int i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            throttle.admit("six" + i, "2001:db8:1:2::" + i);
        }
        assertThat(throttle.admit("another", "2001:db8:1:2:ffff::1"))
                .as("the same /64")
                .isPresent();
        assertThat(throttle.admit("another", "2001:db8:1:3::1")).isEmpty();
        store.clock().advance(LoginThrottle.WINDOW);
        assertThat(throttle.admit("another", "203.0.113.9")).isEmpty();
    }

    @Test
    void twenty_failures_over_http_stop_the_address_for_good_names_too() {
        for (int i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
            new Browser(store).signIn("name" + i, "x");
        }
        assertThat(new Browser(store).signIn("counter.one", PASSWORD).statusCode())
                .isEqualTo(429);
    }

    @Test
    void many_guesses_at_once_get_no_further_than_many_in_a_row() {
        LoginThrottle throttle = store.bean(LoginThrottle.class);
        long admitted = IntStream.range(0, 40)
                .parallel()
                .filter(i -> throttle.admit("leader.one", "198.51.100." + i).isEmpty())
                .count();
        assertThat(admitted).isEqualTo(LoginThrottle.PER_ACCOUNT);
    }

    @Test
    void another_node_knows_of_the_failures() {
        fail(new Browser(store), "manager.one", 5);
        try (TestStore other = store.anotherWebNode()) {
            assertThat(new Browser(other).signIn("manager.one", PASSWORD).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void no_password_reaches_the_store_or_comes_back() {
        new Browser(store).signIn("mưa xuân đến sớm", "mưa xuân đến sớm");
        List<String> kept = store.jdbc()
                .sql("select account || ' ' || address from motcua.login_attempt")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains("xuân"));
    }

    @Test
    void a_form_without_its_token_does_nothing() {
        Browser browser = new Browser(store);
        HttpResponse<String> login =
                browser.submitWithoutToken("/login", "username", "counter.one", "password", PASSWORD);
        assertThat(location(login)).isEqualTo("/login?ended");
        assertThat(browser.isSignedIn()).isFalse();
        Browser admin = office.signedIn(StaffGroup.ADMIN);
        HttpResponse<String> disable = admin.submitWithoutToken("/staff/member/counter.one/disable");
        assertThat(disable.statusCode()).isEqualTo(403);
        assertThat(disable.body()).contains("Trang đã cũ; hãy mở lại trang rồi làm lại");
        assertThat(store.bean(Staff.class).find("counter.one").orElseThrow().enabled())
                .isTrue();
        admin.submitWithoutToken("/logout");
        assertThat(admin.isSignedIn()).isTrue();
    }

    @Test
    void a_page_asked_for_is_shown_after_the_sign_in_and_only_one_of_this_server() {
        Browser browser = new Browser(store);
        assertThat(location(browser.open("/staff?q=b%C3%ACnh"))).isEqualTo("/login");
        assertThat(location(browser.signIn("admin.one", PASSWORD))).isEqualTo("/staff?q=b%C3%ACnh");
        HttpResponse<String> elsewhere = Raw.get(store, "/staff", "Host", "evil.example");
        assertThat(location(elsewhere)).isEqualTo("/login");
        String session =
                elsewhere.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String form = Raw.get(store, "/login", "Cookie", session).body();
        String token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> signedIn = Raw.post(
                store, "/login", "username=admin.one&password=" + Raw.encoded(PASSWORD) + "&_csrf=" + token, session);
        assertThat(location(signedIn)).isEqualTo("/staff");
    }

    @Test
    void an_address_that_is_not_there_is_not_come_back_to() {
        Browser browser = new Browser(store);
        assertThat(browser.open("/camunda-welcome").statusCode()).isEqualTo(404);
        assertThat(location(browser.signIn("counter.one", PASSWORD))).isEqualTo(Arrival.WORK);
    }

    @Test
    void somebody_disabled_is_thrown_out_within_half_a_minute_and_cannot_come_back() {
        office.add("lost.one", StaffGroup.OFFICER);
        Browser browser = office.signedIn("lost.one");
        assertThat(browser.open("/password").statusCode()).isEqualTo(200);
        store.bean(Accounts.class).disable("lost.one", "test");
        store.clock().advance(SessionWatch.EVERY);
        assertThat(location(browser.open("/password"))).isEqualTo("/login?ended");
        assertThat(browser.open("/login?ended").body()).contains("Phiên làm việc đã kết thúc");
        assertThat(browser.signIn("lost.one", PASSWORD).statusCode()).isEqualTo(401);
        store.bean(Accounts.class).enable("lost.one", "test");
        assertThat(browser.isSignedIn()).isFalse();
        office.signedIn("lost.one");
    }

    @Test
    void another_group_or_password_ends_open_sessions_too() {
        office.add("moved.one", StaffGroup.ADMIN);
        Browser browser = office.signedIn("moved.one");
        assertThat(browser.open("/staff").statusCode()).isEqualTo(200);
        store.bean(Accounts.class)
                .change(new StaffEntry("moved.one", "Người", StaffGroup.COUNTER, Office.DISTRICT), "test");
        store.clock().advance(SessionWatch.EVERY);
        assertThat(location(browser.open("/staff"))).isEqualTo("/login?ended");
        browser = office.signedIn("moved.one");
        store.bean(Accounts.class).resetPassword("moved.one", "test");
        store.clock().advance(SessionWatch.EVERY);
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void a_session_lasts_no_longer_than_a_working_day() {
        Browser browser = office.signedIn("counter.one");
        store.clock().advance(Duration.ofHours(12));
        assertThat(browser.isSignedIn()).isTrue();
        store.clock().advance(Duration.ofSeconds(1));
        assertThat(browser.isSignedIn()).isFalse();
    }

    private static void fail(Browser browser, String username, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(browser.signIn(username, "wrong " + i).statusCode()).isEqualTo(401);
        }
    }
}
