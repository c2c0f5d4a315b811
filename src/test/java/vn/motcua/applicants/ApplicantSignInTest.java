package vn.motcua.applicants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.support.ApplicantSession.PASSWORD;
import static vn.motcua.support.ApplicantSession.location;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;

/** Signing in, guessing, a forgotten password, and how sessions end. */
class ApplicantSignInTest {

    private static final String SIGN_IN = "/account/sign-in";
    private static final String NEW_PASSWORD = "suối trong chảy qua bản";

    private static TestStore store;
    private static Mailbox mail;
    private static int people;

    private String email;
    private long id;

    @BeforeAll
    static void open() {
        store = TestStore.web();
        mail = new Mailbox(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void somebodyNew() {
        store.jdbc().sql("delete from motcua.applicant_letter_attempt").update();
        store.jdbc().sql("delete from motcua.applicant_sign_in_attempt").update();
        email = "nguoi" + ++people + "@vidu.vn";
        id = ApplicantSession.account(store, email, "Người Thứ " + people);
    }

    @Test
    void the_session_id_changes_and_the_one_planted_before_opens_nothing() {
        ApplicantSession victim = ApplicantSession.nobody(store);
        victim.get(SIGN_IN);
        String planted = victim.cookie();
        assertThat(location(signIn(victim, PASSWORD))).isEqualTo("/account/dossiers");
        assertThat(victim.cookie()).isNotEqualTo(planted);
        ApplicantSession attacker = ApplicantSession.nobody(store);
        HttpResponse<String> page =
                attacker.send(attacker.request("/account/profile").header("Cookie", "JSESSIONID=" + planted));
        assertThat(location(page)).startsWith(SIGN_IN);
    }

    @Test
    void signing_out_ends_the_session() {
        ApplicantSession session = ApplicantSession.signIn(store, email, id);
        assertThat(session.get("/account/profile").statusCode()).isEqualTo(200);
        assertThat(location(session.submit("/account/profile", "/account/sign-out")))
                .isEqualTo("/account/sign-in?out");
        assertThat(session.get("/account/sign-in?out").body()).contains("Bạn đã đăng xuất");
        assertThat(location(session.get("/account/profile"))).startsWith(SIGN_IN);
    }

    @Test
    void a_wrong_password_an_unknown_address_and_an_unconfirmed_one_are_answered_alike() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        visit.submit(
                "/account/register",
                "/account/register",
                "fullName",
                "Chờ",
                "email",
                "cho@vidu.vn",
                "password",
                PASSWORD);
        String wrong = refused(visit, email, "sai");
        assertThat(wrong)
                .contains("E-mail hoặc mật khẩu không đúng", "/account/verify/again")
                .doesNotContain("sai\"");
        assertThat(refused(visit, "khong.ai@vidu.vn", "sai")).isEqualTo(wrong);
        assertThat(refused(visit, "cho@vidu.vn", PASSWORD)).isEqualTo(wrong);
    }

    private static String refused(ApplicantSession visit, String email, String password) {
        HttpResponse<String> answer = visit.submit(SIGN_IN, SIGN_IN, "email", email, "password", password);
        assertThat(answer.statusCode()).isEqualTo(401);
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replace(email, "…");
    }

    @Test
    void an_unknown_address_costs_as_many_comparisons_of_passwords_as_a_known_one() {
        AtomicInteger compared = new AtomicInteger();
        PasswordEncoder counting = new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return store.bean(PasswordEncoder.class).encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                compared.incrementAndGet();
                return store.bean(PasswordEncoder.class).matches(password, hash);
            }
        };
        store.jdbc()
                .sql("update motcua.applicant_account set password_hash = null where email = 'nguoi1@vidu.vn'")
                .update();
        ApplicantSignIn door = new ApplicantSignIn(
                store.bean(ApplicantRows.class), store.bean(AccountAttempts.class), counting, store.bean(Clock.class));
        for (String address : new String[] {email, "khong.ai@vidu.vn", "nguoi1@vidu.vn", "\0"}) {
            int before = compared.get();
            assertThatThrownBy(() -> door.check(address, "sai", "192.0.2.1")).isInstanceOf(SignInRefused.class);
            assertThat(compared.get() - before).as(address).isEqualTo(1);
        }
    }

    @Test
    void after_five_failures_the_account_waits_for_a_quarter_of_an_hour_even_for_the_right_password() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        fail(visit, email, 5);
        HttpResponse<String> sixth = signIn(visit, PASSWORD);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).hasValue("901");
        assertThat(sixth.body()).contains("Quá nhiều lần, hãy thử lại sau 15 phút");
        store.clock().advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(signIn(visit, PASSWORD).statusCode()).isEqualTo(429);
        store.clock().advance(Duration.ofSeconds(1));
        assertThat(location(signIn(visit, PASSWORD))).isEqualTo("/account/dossiers");
    }

    @Test
    void an_address_without_account_is_locked_like_one_that_has_one() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        fail(visit, "khong.ai@vidu.vn", 5);
        assertThat(visit.submit(SIGN_IN, SIGN_IN, "email", "khong.ai@vidu.vn", "password", "x")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void one_network_guesses_at_few_accounts_only() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        for (int i = 0; i < AccountAttempts.PER_ADDRESS; i++) {
            fail(visit, "x" + i + "@vidu.vn", 1);
        }
        assertThat(signIn(visit, PASSWORD).statusCode()).isEqualTo(429);
        store.clock().advance(AccountAttempts.LOCKED);
        assertThat(location(signIn(visit, PASSWORD))).isEqualTo("/account/dossiers");
    }

    @Test
    void a_new_password_by_mail_ends_all_sessions_and_the_lock_and_the_old_password() {
        ApplicantSession phone = ApplicantSession.signIn(store, email, id);
        ApplicantSession visit = ApplicantSession.nobody(store);
        fail(visit, email, 5);
        visit.submit("/account/forgotten", "/account/forgotten", "email", email.toUpperCase(java.util.Locale.ROOT));
        Mailbox.Letter letter = mail.last(email);
        assertThat(visit.get(letter.path()).body()).contains(email, "Đặt mật khẩu");
        assertThat(location(reset(visit, letter, NEW_PASSWORD, NEW_PASSWORD))).isEqualTo("/account/sign-in?set");
        assertThat(mail.last(email).kind()).isEqualTo("account-password");

        store.clock().advance(Duration.ofSeconds(30));
        assertThat(location(phone.get("/account/profile"))).isEqualTo("/account/sign-in?ended");
        assertThat(location(signIn(visit, NEW_PASSWORD))).isEqualTo("/account/dossiers");
        assertThat(signIn(ApplicantSession.nobody(store), PASSWORD).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_public_page_too_shows_nobody_once_the_session_was_ended() {
        ApplicantSession phone = ApplicantSession.signIn(store, email, id);
        assertThat(phone.get("/").body()).contains("/account/sign-out");
        store.bean(ApplicantRows.class).setPassword(id, "x");
        store.clock().advance(Duration.ofSeconds(30));
        assertThat(phone.get("/").body()).doesNotContain("/account/sign-out");
    }

    @Test
    void a_link_for_a_new_password_works_once_and_for_an_hour_and_takes_the_others_with_it() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        visit.submit("/account/forgotten", "/account/forgotten", "email", email);
        Mailbox.Letter late = mail.last(email);
        store.clock().advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(visit.get(late.path()).statusCode()).isEqualTo(200);
        store.clock().advance(Duration.ofSeconds(1));
        assertThat(visit.get(late.path()).statusCode()).isEqualTo(410);

        visit.submit("/account/forgotten", "/account/forgotten", "email", email);
        Mailbox.Letter first = mail.last(email);
        visit.submit("/account/forgotten", "/account/forgotten", "email", email);
        Mailbox.Letter second = mail.last(email);
        reset(visit, first, NEW_PASSWORD, NEW_PASSWORD);
        for (Mailbox.Letter used : new Mailbox.Letter[] {first, second, late}) {
            assertThat(visit.get(used.path()).statusCode()).isEqualTo(410);
            assertThat(store.bean(PasswordResets.class).set(used.token(), "một câu khác hẳn", java.util.Locale.ENGLISH))
                    .isFalse();
        }
        assertThat(location(signIn(visit, NEW_PASSWORD))).isEqualTo("/account/dossiers");
    }

    @Test
    void a_link_for_a_new_password_is_good_no_more_once_its_owner_has_set_another() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        visit.submit("/account/forgotten", "/account/forgotten", "email", email);
        Mailbox.Letter letter = mail.last(email);
        change(ApplicantSession.signIn(store, email, id), PASSWORD, NEW_PASSWORD, NEW_PASSWORD);
        assertThat(visit.get(letter.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void looking_at_the_link_changes_nothing_and_a_bad_password_is_told_beside_the_field() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        visit.submit("/account/forgotten", "/account/forgotten", "email", email);
        Mailbox.Letter letter = mail.last(email);
        HttpResponse<String> page = reset(visit, letter, "ngắn", "khác");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("password-error", "again-error", letter.token());
        assertThat(location(signIn(visit, PASSWORD))).isEqualTo("/account/dossiers");
    }

    @Test
    void a_new_password_for_an_unknown_address_is_promised_alike_and_not_sent() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        HttpResponse<String> known = visit.submit("/account/forgotten", "/account/forgotten", "email", email);
        HttpResponse<String> unknown =
                visit.submit("/account/forgotten", "/account/forgotten", "email", "khong.ai@vidu.vn");
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(302);
        assertThat(location(unknown)).isEqualTo(location(known));
        assertThat(mail.of("khong.ai@vidu.vn")).isEmpty();
    }

    @Test
    void a_changed_password_ends_the_other_devices_and_this_one_goes_on_under_a_new_id() {
        ApplicantSession phone = ApplicantSession.signIn(store, email, id);
        ApplicantSession desk = ApplicantSession.signIn(store, email, id);
        String before = desk.cookie();
        assertThat(location(change(desk, PASSWORD, NEW_PASSWORD, NEW_PASSWORD))).isEqualTo("/account/profile?changed");
        assertThat(desk.cookie()).isNotEqualTo(before);
        store.clock().advance(Duration.ofSeconds(30));
        assertThat(desk.get("/account/profile").statusCode()).isEqualTo(200);
        assertThat(location(phone.get("/account/profile"))).isEqualTo("/account/sign-in?ended");
        assertThat(location(signIn(ApplicantSession.nobody(store), NEW_PASSWORD)))
                .isEqualTo("/account/dossiers");
    }

    @Test
    void the_current_password_is_asked_for_and_guessing_it_is_slowed_down() {
        ApplicantSession session = ApplicantSession.signIn(store, email, id);
        HttpResponse<String> wrong = change(session, "sai", NEW_PASSWORD, NEW_PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Mật khẩu hiện tại không đúng", "current-error");
        for (int i = 0; i < 4; i++) {
            change(session, "sai", NEW_PASSWORD, NEW_PASSWORD);
        }
        assertThat(change(session, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).body()).contains("hãy thử lại sau");
    }

    @Test
    void a_new_name_is_shown_at_once_and_a_bad_one_is_told_and_kept() {
        ApplicantSession session = ApplicantSession.signIn(store, email, id);
        assertThat(location(session.submit("/account/profile", "/account/profile", "fullName", " Tên Mới ")))
                .isEqualTo("/account/profile?renamed");
        assertThat(session.get("/").body()).contains("<b>Tên Mới</b>");
        HttpResponse<String> bad = session.submit("/account/profile", "/account/profile", "fullName", "y".repeat(101));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("y".repeat(101), "fullName-error");
    }

    @Test
    void a_session_lasts_twelve_hours_at_most() {
        ApplicantSession session = ApplicantSession.signIn(store, email, id);
        store.clock().advance(Duration.ofHours(12));
        assertThat(session.get("/account/profile").statusCode()).isEqualTo(200);
        store.clock().advance(Duration.ofSeconds(1));
        assertThat(location(session.get("/account/profile"))).isEqualTo("/account/sign-in?ended");
    }

    @Test
    void a_form_sent_after_the_session_is_opened_again_after_the_sign_in() {
        ApplicantSession session = ApplicantSession.signIn(store, email, id);
        HttpResponse<String> late = session.send(session.request("/account/profile")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", "http://localhost/account/profile")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "_csrf=old&fullName=" + StaffSession.encoded("Khác"))));
        assertThat(location(late)).isEqualTo("/account/profile?stale");
        assertThat(session.get("/account/profile?stale").body()).contains("Trang đã mở quá lâu");
        ApplicantSession gone = ApplicantSession.nobody(store);
        HttpResponse<String> out = gone.send(gone.request("/account/profile")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", "http://localhost/account/profile")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=old")));
        assertThat(location(out)).isEqualTo("/account/sign-in?ended");
        assertThat(location(signIn(gone, PASSWORD))).isEqualTo("/account/profile");
    }

    @Test
    void a_registration_sent_too_late_is_opened_again_without_a_sign_in() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        HttpResponse<String> late = visit.send(visit.request("/account/register")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", "http://localhost/account/register")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=old")));
        assertThat(location(late)).isEqualTo("/account/register?stale");
    }

    private HttpResponse<String> signIn(ApplicantSession visit, String password) {
        return visit.submit(SIGN_IN, SIGN_IN, "email", email, "password", password);
    }

    private static void fail(ApplicantSession visit, String email, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(visit.submit(SIGN_IN, SIGN_IN, "email", email, "password", "sai")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> reset(
            ApplicantSession visit, Mailbox.Letter letter, String password, String again) {
        return visit.submit(
                letter.path(), "/account/reset", "token", letter.token(), "password", password, "again", again);
    }

    private static HttpResponse<String> change(
            ApplicantSession session, String current, String password, String again) {
        return session.submit(
                "/account/profile",
                "/account/profile/password",
                "current",
                current,
                "password",
                password,
                "again",
                again);
    }
}
