package vn.motcua.applicants;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.ApplicantSession.location;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.applicants.ProviderServer.Person;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.TestStore;

/** Signing in with a provider of OpenID Connect: the whole way there and back over HTTP. */
class ProviderTest {

    private static final String THERE = "/oauth2/authorization/tinh";
    private static final String CLIENT = "--spring.security.oauth2.client.registration.tinh.";

    private static TestStore store;
    private static ProviderServer provider;

    @BeforeAll
    static void open() throws IOException {
        int port = freePort();
        provider = new ProviderServer("http://localhost:" + port + "/login/oauth2/code/tinh");
        store = TestStore.web(settings(port, provider.issuer()));
    }

    private static String[] settings(int port, String issuer) {
        return new String[] {
            "--server.port=" + port,
            CLIENT + "client-id=" + ProviderServer.CLIENT,
            CLIENT + "client-secret=" + ProviderServer.SECRET,
            CLIENT + "client-name=Tài khoản tỉnh",
            "--spring.security.oauth2.client.provider.tinh.issuer-uri=" + issuer
        };
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
        provider.close();
    }

    @Test
    void the_sign_in_page_leads_there_with_a_challenge_and_the_set_address_to_come_back_to() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        assertThat(visit.get("/account/sign-in").body()).contains("Đăng nhập bằng Tài khoản tỉnh", THERE);
        HttpResponse<String> away = visit.send(visit.request(THERE).header("X-Forwarded-Host", "elsewhere.example"));
        assertThat(away.headers().firstValue("Location").orElse(""))
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "scope=openid")
                .contains("redirect_uri=http://localhost:" + store.port() + "/login/oauth2/code/tinh");
    }

    @Test
    void somebody_new_gets_an_account_and_comes_back_to_the_page_asked_for() {
        provider.people.put("sub-new", new Person("Moi@Vidu.vn", true, "Đàm Thị Mới"));
        ApplicantSession visit = ApplicantSession.nobody(store);
        visit.get("/account/profile?lang=vi");
        String before = visit.cookie();
        assertThat(location(comesBack(visit, "sub-new"))).isEqualTo("/account/profile?lang=vi");
        assertThat(visit.cookie()).isNotEqualTo(before);
        assertThat(visit.get("/account/profile").body())
                .contains("Đàm Thị Mới", "moi@vidu.vn", "chưa có mật khẩu tại đây");
        assertThat(visit.get("/desk").statusCode()).isEqualTo(403);
        assertThat(visit.submit("/account/profile", "/account/sign-out").statusCode())
                .isEqualTo(302);
        assertThat(ApplicantSession.nobody(store)
                        .submit("/account/sign-in", "/account/sign-in", "email", "moi@vidu.vn", "password", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void who_came_once_is_known_by_the_subject_even_under_another_unverified_address() {
        provider.people.put("sub-again", new Person("lai@vidu.vn", true, "Hứa Văn Lại"));
        comesBack(ApplicantSession.nobody(store), "sub-again");
        provider.people.put("sub-again", new Person("khac@vidu.vn", false, "Tên Khác"));
        ApplicantSession visit = ApplicantSession.nobody(store);
        comesBack(visit, "sub-again");
        assertThat(visit.get("/account/profile").body()).contains("lai@vidu.vn").doesNotContain("khac@vidu.vn");
        assertThat(accounts("khac@vidu.vn")).isZero();
    }

    @Test
    void a_verified_address_joins_the_account_that_it_has_here_and_its_password_stays() {
        long id = ApplicantSession.account(store, "coroi@vidu.vn", "Nông Thị Có");
        provider.people.put("sub-join", new Person("coroi@vidu.vn", true, "Tên Ở Nơi Khác"));
        ApplicantSession visit = ApplicantSession.nobody(store);
        assertThat(location(comesBack(visit, "sub-join"))).isEqualTo("/account/dossiers");
        assertThat(visit.get("/account/profile").body()).contains("Nông Thị Có").doesNotContain("Tên Ở Nơi Khác");
        assertThat(accounts("coroi@vidu.vn")).isEqualTo(1);
        ApplicantSession.signIn(store, "coroi@vidu.vn", id);
    }

    @Test
    void an_address_that_the_provider_does_not_vouch_for_opens_and_makes_no_account() {
        ApplicantSession.account(store, "nannhan@vidu.vn", "Nạn Nhân");
        provider.people.put("sub-thief", new Person("nannhan@vidu.vn", false, "Kẻ Gian"));
        provider.people.put("sub-none", new Person(null, true, "Không Có"));
        provider.people.put("sub-odd", new Person("khong phai@dia chi", true, "Lạ"));
        provider.people.put("sub-unsure", new Person("chuachac@vidu.vn", false, "Chưa Chắc"));
        for (String subject : new String[] {"sub-thief", "sub-none", "sub-odd", "sub-unsure"}) {
            ApplicantSession visit = ApplicantSession.nobody(store);
            assertThat(location(comesBack(visit, subject))).isEqualTo("/account/sign-in?refused=unverified");
            assertThat(visit.get("/account/sign-in?refused=unverified").body())
                    .contains("chưa xác nhận địa chỉ e-mail của bạn");
            assertThat(location(visit.get("/account/profile"))).startsWith("/account/sign-in");
        }
        assertThat(accounts("chuachac@vidu.vn")).isZero();
    }

    @Test
    void an_address_that_was_never_confirmed_here_is_not_joined() {
        store.jdbc().sql("""
                        insert into motcua.applicant_account (email, full_name, password_hash, created_at)
                        values ('treo@vidu.vn', 'Kẻ Đặt Trước', 'x', '2026-11-20')
                        """).update();
        provider.people.put("sub-held", new Person("treo@vidu.vn", true, "Chủ Thật"));
        assertThat(location(comesBack(ApplicantSession.nobody(store), "sub-held")))
                .isEqualTo("/account/sign-in?refused=unverified");
    }

    @Test
    void a_registration_that_waits_for_its_link_leaves_no_password_behind() {
        ApplicantSession stranger = ApplicantSession.nobody(store);
        stranger.submit(
                "/account/register",
                "/account/register",
                "fullName",
                "Kẻ Đặt Trước",
                "email",
                "cho@vidu.vn",
                "password",
                ApplicantSession.PASSWORD);
        Mailbox.Letter letter = new Mailbox(store).last("cho@vidu.vn");
        provider.people.put("sub-wait", new Person("cho@vidu.vn", true, "Chủ Thật"));
        ApplicantSession owner = ApplicantSession.nobody(store);
        comesBack(owner, "sub-wait");
        assertThat(owner.get("/account/profile").body()).contains("Chủ Thật", "chưa có mật khẩu");
        assertThat(stranger.get(letter.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void somebody_else_with_the_same_address_does_not_get_the_account() {
        provider.people.put("sub-first", new Person("chung@vidu.vn", true, "Người Trước"));
        comesBack(ApplicantSession.nobody(store), "sub-first");
        provider.people.put("sub-second", new Person("chung@vidu.vn", true, "Người Sau"));
        ApplicantSession visit = ApplicantSession.nobody(store);
        assertThat(location(comesBack(visit, "sub-second"))).isEqualTo("/account/sign-in?refused=taken");
        assertThat(visit.get("/account/sign-in?refused=taken").body()).contains("đã gắn với một tài khoản khác");
        assertThat(location(visit.get("/account/profile"))).startsWith("/account/sign-in");
    }

    @Test
    void who_comes_back_with_another_state_or_in_another_session_or_twice_is_refused() {
        provider.people.put("sub-state", new Person("state@vidu.vn", true, "Thử"));
        ApplicantSession visit = ApplicantSession.nobody(store);
        String back = back(visit, "sub-state");
        assertRefused(visit, back.replaceFirst("state=[^&]+", "state=khac"));
        ApplicantSession victim = ApplicantSession.nobody(store);
        victim.get("/account/sign-in");
        assertRefused(victim, back);
        ApplicantSession other = ApplicantSession.nobody(store);
        String used = back(other, "sub-state");
        assertThat(location(other.get(used))).isEqualTo("/account/dossiers");
        assertRefused(ApplicantSession.nobody(store), used);
        assertRefused(ApplicantSession.nobody(store), "/login/oauth2/code/tinh?error=access_denied&state=x");
    }

    private static void assertRefused(ApplicantSession visit, String back) {
        assertThat(location(visit.get(back))).isEqualTo("/account/sign-in?refused=failed");
        assertThat(location(visit.get("/account/profile"))).startsWith("/account/sign-in");
    }

    @Test
    void a_provider_that_is_not_set_leads_nowhere() {
        ApplicantSession visit = ApplicantSession.nobody(store);
        assertThat(location(visit.get("/oauth2/authorization/khong-co"))).isEqualTo("/account/sign-in?refused=failed");
        assertThat(visit.get("/oauth2/authorization/tinh/them").statusCode()).isEqualTo(404);
    }

    @Test
    void the_session_ends_as_any_other_of_the_account() {
        provider.people.put("sub-long", new Person("lau@vidu.vn", true, "Lâu"));
        ApplicantSession visit = ApplicantSession.nobody(store);
        comesBack(visit, "sub-long");
        ApplicantRows rows = store.bean(ApplicantRows.class);
        rows.setPassword(rows.withEmail("lau@vidu.vn").orElseThrow().id(), "x");
        store.clock().advance(Duration.ofSeconds(30));
        assertThat(location(visit.get("/account/profile"))).isEqualTo("/account/sign-in?ended");
    }

    @Test
    void a_provider_that_cannot_be_reached_keeps_nobody_from_the_other_ways_in() throws IOException {
        String[] settings = settings(0, "http://localhost:" + freePort());
        try (TestStore alone = store.anotherWebNode(settings)) {
            ApplicantSession visit = ApplicantSession.nobody(alone);
            assertThat(visit.get("/account/sign-in").body()).contains(THERE);
            assertThat(location(visit.get(THERE))).isEqualTo("/account/sign-in?refused=failed");
            ApplicantSession.of(alone, "mot.minh@vidu.vn", "Một Mình");
        }
    }

    private static HttpResponse<String> comesBack(ApplicantSession visit, String subject) {
        return visit.get(back(visit, subject));
    }

    private static String back(ApplicantSession visit, String subject) {
        String there = visit.get(THERE).headers().firstValue("Location").orElseThrow();
        URI back = provider.signIn(subject, URI.create(there));
        assertThat(back.getPort()).isEqualTo(store.port());
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static int accounts(String email) {
        return store.jdbc()
                .sql("select count(*) from motcua.applicant_account where email = ?")
                .param(email)
                .query(Integer.class)
                .single();
    }
}
