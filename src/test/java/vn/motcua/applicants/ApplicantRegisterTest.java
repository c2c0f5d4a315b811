package vn.motcua.applicants;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.ApplicantSession.location;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;

/** Making an account: only the owner of an address gets one for it, and only they learn whether there is one. */
class ApplicantRegisterTest {

    private static final String PASSWORD = ApplicantSession.PASSWORD;
    private static final String OTHERS = "một câu khác hẳn";
    private static final String REGISTER = "/account/register";

    private static TestStore store;
    private static Mailbox mail;

    @BeforeAll
    static void open() {
        store = TestStore.web(
                "--motcua.public-url=https://motcua.vidu.vn/", "--server.forward-headers-strategy=native");
        mail = new Mailbox(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void forgetAttempts() {
        store.jdbc().sql("delete from motcua.applicant_letter_attempt").update();
        store.jdbc().sql("delete from motcua.applicant_sign_in_attempt").update();
    }

    @Test
    void an_account_begins_when_its_owner_presses_the_button_behind_the_link() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        assertThat(location(register(visit, "Nông Thị Hoa", " Hoa@Vidu.vn "))).isEqualTo("/account/register/sent");
        Mailbox.Letter letter = mail.last("hoa@vidu.vn");
        assertThat(letter.body()).contains("Xin chào").doesNotContain("Nông Thị Hoa");
        String form = letter.path();

        assertThat(visit.get(form).statusCode()).isEqualTo(200);
        assertThat(visit.send(visit.request(form).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(visit.get(form).body()).contains("hoa@vidu.vn", "Nông Thị Hoa", "Xác nhận");
        assertThat(signIn(visit, "hoa@vidu.vn").statusCode())
                .as("looked at is not confirmed")
                .isEqualTo(401);

        assertThat(location(visit.submit(form, "/account/verify", "token", letter.token(), "password", PASSWORD)))
                .isEqualTo("/account/sign-in?confirmed");
        assertThat(visit.get("/account/sign-in?confirmed").body()).contains("đã được xác nhận");
        assertThat(location(signIn(visit, "HOA@vidu.vn"))).isEqualTo("/account/dossiers");
    }

    @Test
    void a_link_confirms_once() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        register(visit, "Lý Văn Bình", "binh@vidu.vn");
        Mailbox.Letter letter = mail.last("binh@vidu.vn");
        ApplicantSession second = ApplicantSession.nobody(store);
        String csrf = second.token(letter.path());
        visit.submit(letter.path(), "/account/verify", "token", letter.token(), "password", PASSWORD);
        assertThat(visit.get(letter.path()).statusCode()).isEqualTo(410);
        HttpResponse<String> again = second.send(second.request("/account/verify")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + letter.token() + "&_csrf=" + StaffSession.encoded(csrf))));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Liên kết không còn dùng được");
    }

    @Test
    void a_link_is_good_for_a_day_and_another_letter_can_be_asked_for() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        register(visit, "Vi Thị Lan", "lan@vidu.vn");
        Mailbox.Letter first = mail.last("lan@vidu.vn");
        store.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(visit.get(first.path()).statusCode()).isEqualTo(200);
        store.clock().advance(Duration.ofSeconds(1));
        assertThat(visit.get(first.path()).statusCode()).isEqualTo(410);
        assertThat(store.bean(Registrations.class).confirm(first.token(), PASSWORD))
                .isEqualTo(Registrations.Confirmed.GONE);

        assertThat(location(visit.submit("/account/verify/again", "/account/verify/again", "email", "lan@vidu.vn")))
                .isEqualTo("/account/register/sent?again");
        Mailbox.Letter second = mail.last("lan@vidu.vn");
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(location(
                        visit.submit(second.path(), "/account/verify", "token", second.token(), "password", PASSWORD)))
                .isEqualTo("/account/sign-in?confirmed");
        assertThat(location(signIn(visit, "lan@vidu.vn"))).isEqualTo("/account/dossiers");
    }

    @Test
    void the_store_knows_links_and_passwords_as_digests_only() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        register(visit, "Chu Thị Ngân", "ngan@vidu.vn");
        String token = mail.last("ngan@vidu.vn").token();
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        String row = store.jdbc()
                .sql("select r::text from motcua.applicant_registration r where email = 'ngan@vidu.vn'")
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(token, PASSWORD)
                .contains(java.util.HexFormat.of().formatHex(LinkToken.hash(token)));
    }

    @Test
    void only_a_letter_tells_that_an_address_has_an_account() {
        ApplicantSession.account(store, "co.roi@vidu.vn", "Dương Thị Hạnh");
        HttpResponse<String> known = register(ApplicantSession.nobody(store), "Kẻ Tò Mò", "co.roi@vidu.vn");
        HttpResponse<String> unknown = register(ApplicantSession.nobody(store), "Kẻ Tò Mò", "chua.co@vidu.vn");
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(location(known)).isEqualTo(location(unknown));
        assertThat(known.body()).isEqualTo(unknown.body());
        Mailbox.Letter letter = mail.last("co.roi@vidu.vn");
        assertThat(letter.kind()).isEqualTo("account-known");
        assertThat(letter.body())
                .contains("bạn đã có tài khoản rồi", "/account/sign-in", "/account/forgotten")
                .doesNotContain("token=");
        assertThat(mail.last("chua.co@vidu.vn").kind()).isEqualTo("account-confirm");
    }

    @Test
    void who_registers_a_known_address_changes_nothing_of_its_account() {
        long id = ApplicantSession.account(store, "cu@vidu.vn", "Hứa Văn Cũ");
        ApplicantSession stranger = ApplicantSession.nobody(store);
        stranger.submit(
                REGISTER, REGISTER, "fullName", "Người Lạ", "email", "cu@vidu.vn", "password", "một câu khác hẳn");
        assertThat(location(ApplicantSession.signIn(store, "cu@vidu.vn", id).get("/account/sign-in")))
                .isEqualTo("/account/dossiers");
        assertThat(stranger.submit(
                                "/account/sign-in",
                                "/account/sign-in",
                                "email",
                                "cu@vidu.vn",
                                "password",
                                "một câu khác hẳn")
                        .statusCode())
                .isEqualTo(401);
    }

    /** Somebody else may register the address first; each link brings what was typed for it, and one alone counts. */
    @Test
    void a_link_brings_the_password_that_was_typed_for_it_and_ends_the_others() {
        ApplicantSession stranger = ApplicantSession.nobody(store);
        stranger.submit(
                REGISTER, REGISTER, "fullName", "Người Lạ", "email", "toi@vidu.vn", "password", "một câu khác hẳn");
        Mailbox.Letter theirs = mail.last("toi@vidu.vn");
        ApplicantSession owner = ApplicantSession.nobody(store);
        register(owner, "Nông Đức Tôi", "toi@vidu.vn");
        Mailbox.Letter own = mail.last("toi@vidu.vn");
        owner.submit(own.path(), "/account/verify", "token", own.token(), "password", PASSWORD);
        assertThat(owner.get(theirs.path()).statusCode()).isEqualTo(410);
        assertThat(location(signIn(owner, "toi@vidu.vn"))).isEqualTo("/account/dossiers");
    }

    /** A stranger registers the address after its owner, who asks for another letter and would confirm the stranger's password. */
    @Test
    void nobody_confirms_a_password_that_somebody_else_typed() {
        ApplicantSession owner = ApplicantSession.nobody(store);
        register(owner, "Nông Đức Chủ", "chu@vidu.vn");
        Mailbox.Letter own = mail.last("chu@vidu.vn");
        ApplicantSession.nobody(store)
                .submit(REGISTER, REGISTER, "fullName", "Nông Đức Chủ", "email", "chu@vidu.vn", "password", OTHERS);
        owner.submit("/account/verify/again", "/account/verify/again", "email", "chu@vidu.vn");
        Mailbox.Letter again = mail.last("chu@vidu.vn");
        HttpResponse<String> refused =
                owner.submit(again.path(), "/account/verify", "token", again.token(), "password", PASSWORD);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Đây không phải mật khẩu đã chọn khi đăng ký", "id=\"password-error\"");
        assertThat(store.jdbc()
                        .sql("select count(*) from motcua.applicant_account where email = 'chu@vidu.vn'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(location(owner.submit(own.path(), "/account/verify", "token", own.token(), "password", PASSWORD)))
                .isEqualTo("/account/sign-in?confirmed");
    }

    /** Anybody may have a letter sent to anybody, so it says nothing of theirs. */
    @Test
    void a_letter_to_an_address_that_is_not_confirmed_says_nothing_that_was_typed() {
        register(ApplicantSession.nobody(store), "Trúng thưởng! Mở https://lua-dao.example", "nan.nhan@vidu.vn");
        assertThat(mail.last("nan.nhan@vidu.vn").body()).doesNotContain("lua-dao", "Trúng thưởng");
    }

    @Test
    void another_letter_for_an_address_nobody_registered_is_promised_and_not_sent() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        HttpResponse<String> unknown =
                visit.submit("/account/verify/again", "/account/verify/again", "email", "khong@vidu.vn");
        assertThat(location(unknown)).isEqualTo("/account/register/sent?again");
        assertThat(mail.of("khong@vidu.vn")).isEmpty();
    }

    @Test
    void links_lead_to_the_set_address_whatever_the_request_claims() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        String csrf = visit.token(REGISTER);
        visit.send(visit.request(REGISTER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("X-Forwarded-Proto", "https")
                .POST(BodyPublishers.ofString("fullName=An&email=an%40vidu.vn&password="
                        + StaffSession.encoded(PASSWORD) + "&_csrf=" + StaffSession.encoded(csrf))));
        assertThat(mail.last("an@vidu.vn").server()).isEqualTo("https://motcua.vidu.vn");
        assertThat(mail.last("an@vidu.vn").body()).doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|x@vidu.vn|hoa đào nở ven suối|Hãy nhập họ và tên",
                "Nông Thị Hoa|khong-phai-email|hoa đào nở ven suối|Hãy nhập địa chỉ e-mail",
                "Nông Thị Hoa|x@vidu.vn>|hoa đào nở ven suối|Hãy nhập địa chỉ e-mail",
                "Nông Thị Hoa|x@vidu.vn|ngắn|Mật khẩu phải có từ 12 ký tự",
                "Nông Thị Hoa|nong.thi.hoa@vidu.vn|nong.thi.hoa|Mật khẩu không được là",
                "Nông Thị Hoa|x@vidu.vn|Nông Thị Hoa|Mật khẩu không được là"
            })
    void what_is_wrong_stands_above_and_beside_the_field_and_nothing_but_the_password_is_lost(
            String name, String email, String password, String sentence) {
        HttpResponse<String> page = ApplicantSession.nobody(store)
                .submit(REGISTER, REGISTER, "fullName", name, "email", email, "password", password);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"" + email.replace(">", "&gt;"), "role=\"alert\"");
        assertThat(page.body().split(sentence, -1)).as("above and beside").hasSize(3);
        assertThat(page.body()).doesNotContain("value=\"" + password + "\" autocomplete=\"new-password");
        assertThat(mail.of(email)).isEmpty();
    }

    @Test
    void strange_input_is_refused_or_shown_as_it_is() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        for (String name : List.of("\0", "a\r\nBcc: x@y.vn", "x".repeat(10_000), "\u202e".repeat(200))) {
            assertThat(register(visit, name, "la@vidu.vn").statusCode()).isEqualTo(422);
        }
        for (String email : List.of("\0@x.vn", "a@b.vn\r\nBcc: c@d.vn", "x".repeat(10_000) + "@vidu.vn", "İ@vidu.vn")) {
            assertThat(register(visit, "Hoa", email).statusCode()).as(email).isEqualTo(422);
            assertThat(signIn(visit, email).statusCode()).isIn(401, 429);
            forgetAttempts();
        }
        for (String token : List.of("", "\0", "'; drop table x", "x".repeat(5000))) {
            assertThat(visit.get("/account/verify?token=" + StaffSession.encoded(token))
                            .statusCode())
                    .isEqualTo(410);
            assertThat(visit.get("/account/reset?token=" + StaffSession.encoded(token))
                            .statusCode())
                    .isEqualTo(410);
        }
        register(visit, "<script>alert(1)</script> {0} 🌸 ${7*7}", "kich-ban@vidu.vn");
        String page = visit.get(mail.last("kich-ban@vidu.vn").path()).body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; {0} 🌸 ${7*7}")
                .doesNotContain("<script>alert");
    }

    @Test
    void letters_to_one_address_and_from_one_network_are_few_whether_it_has_an_account_or_not() {
        ApplicantSession.account(store, "nhieu@vidu.vn", "Lương Thị Mai");
        for (String email : List.of("nhieu@vidu.vn", "chang.ai@vidu.vn")) {
            ApplicantSession visit = ApplicantSession.nobody(store);
            for (int i = 0; i < AccountAttempts.LETTERS_PER_ACCOUNT; i++) {
                assertThat(forgotten(visit, email).statusCode()).isEqualTo(302);
            }
            HttpResponse<String> one = forgotten(visit, email);
            assertThat(one.statusCode()).isEqualTo(429);
            assertThat(one.headers().firstValue("Retry-After")).isPresent();
            assertThat(one.body()).contains("Quá nhiều lần, hãy thử lại sau 60 phút", "value=\"" + email);
            assertThat(register(visit, "Lương Thị Mai", email).statusCode()).isEqualTo(429);
        }
        assertThat(mail.of("nhieu@vidu.vn")).hasSize(AccountAttempts.LETTERS_PER_ACCOUNT);
        ApplicantSession visit = ApplicantSession.nobody(store);
        for (int i = 0; i < AccountAttempts.LETTERS_PER_ADDRESS - 2 * AccountAttempts.LETTERS_PER_ACCOUNT; i++) {
            assertThat(forgotten(visit, "x" + i + "@vidu.vn").statusCode()).isEqualTo(302);
        }
        assertThat(forgotten(visit, "y@vidu.vn").statusCode()).isEqualTo(429);
        store.clock().advance(AccountAttempts.HOUR);
        assertThat(forgotten(visit, "nhieu@vidu.vn").statusCode()).isEqualTo(302);
    }

    @Test
    void the_letter_is_in_the_language_of_the_page() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        String csrf = visit.token(REGISTER);
        visit.send(visit.request(REGISTER + "?lang=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("fullName=Ann&email=ann%40vidu.vn&password="
                        + StaffSession.encoded(PASSWORD) + "&_csrf=" + StaffSession.encoded(csrf))));
        assertThat(mail.last("ann@vidu.vn").subject()).isEqualTo("Confirm your e-mail address");
    }

    @Test
    void a_token_has_256_random_bits_and_is_kept_as_its_sha_256() {
        assertThat(java.util.Base64.getUrlDecoder().decode(LinkToken.next())).hasSize(32);
        assertThat(LinkToken.next()).isNotEqualTo(LinkToken.next());
        assertThat(java.util.HexFormat.of().formatHex(LinkToken.hash("x")))
                .as("SHA-256")
                .isEqualTo("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
    }

    private static HttpResponse<String> register(ApplicantSession visit, String name, String email) {
        return visit.submit(REGISTER, REGISTER, "fullName", name, "email", email, "password", PASSWORD);
    }

    private static HttpResponse<String> forgotten(ApplicantSession visit, String email) {
        return visit.submit("/account/forgotten", "/account/forgotten", "email", email);
    }

    private static HttpResponse<String> signIn(ApplicantSession visit, String email) {
        return visit.submit("/account/sign-in", "/account/sign-in", "email", email, "password", PASSWORD);
    }
}
