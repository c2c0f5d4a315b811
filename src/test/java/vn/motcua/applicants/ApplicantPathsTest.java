package vn.motcua.applicants;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.ApplicantSession.location;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.people.Accounts;
import vn.motcua.people.StaffEntry;
import vn.motcua.people.StaffGroup;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;

/** Staff and applicants: neither opens the pages of the other, the engine's webapps least of all. */
class ApplicantPathsTest {

    private static final String STAFF = "quan.tri";
    private static final String STAFF_PASSWORD = "mưa xuân đến sớm";

    private static TestStore store;
    private static ApplicantSession applicant;
    private static ApplicantSession nobody;

    @BeforeAll
    static void open() {
        store = TestStore.web("--motcua.test.stand-in-webapps=true");
        store.bean(Accounts.class)
                .add(new StaffEntry(STAFF, "Quản trị", StaffGroup.ADMIN, null), STAFF_PASSWORD, false, "test");
        applicant = ApplicantSession.of(store, "hoa@vidu.vn", "Nông Thị Hoa");
        nobody = ApplicantSession.nobody(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/intake",
                "/staff",
                "/staff/new",
                "/password",
                "/camunda",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/lib/deps.js"
            })
    void no_page_of_staff_opens_to_an_applicant(String path) {
        HttpResponse<String> answer = applicant.get(path);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Trang này dành cho cán bộ").doesNotContain("came through to");
    }

    @Test
    void an_applicant_changes_no_password_of_staff() {
        assertThat(applicant
                        .submit("/account/profile", "/password", "current", "x", "password", "y", "again", "y")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account/profile",
                "/account/sign-in",
                "/account/register",
                "/account/forgotten",
                "/account/dossiers",
                "/file/1.003868",
                "/oauth2/authorization/any",
                "/login/oauth2/code/any?code=1&state=2"
            })
    void staff_are_told_to_sign_out_before_they_open_a_page_of_applicants(String path) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(staff().request(path).header("Accept", "text/html").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("hãy đăng xuất trước", "Quản trị");
    }

    @Test
    void staff_cannot_become_an_applicant_in_the_same_session() throws Exception {
        StaffSession staff = staff();
        String token = staff.get("/desk").body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        staff.request("/account/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("_csrf=" + StaffSession.encoded(token)
                                        + "&email=hoa%40vidu.vn&password="
                                        + StaffSession.encoded(ApplicantSession.PASSWORD)))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(staff.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void a_name_and_password_of_staff_open_nothing_at_the_door_of_applicants() {
        ApplicantSession session = ApplicantSession.nobody(store);
        HttpResponse<String> answer =
                session.submit("/account/sign-in", "/account/sign-in", "email", STAFF, "password", STAFF_PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(location(session.get("/desk"))).isEqualTo("/login");
    }

    @Test
    void an_address_and_password_of_an_applicant_open_nothing_at_the_door_of_staff() {
        HttpResponse<String> answer = ApplicantSession.nobody(store)
                .submit("/login", "/login", "username", "hoa@vidu.vn", "password", ApplicantSession.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_not_signed_in_signs_in_and_comes_back_to_the_page_asked_for() {
        ApplicantSession session = ApplicantSession.nobody(store);
        assertThat(location(session.get("/account/profile?lang=vi"))).isEqualTo("/account/sign-in");
        HttpResponse<String> in = session.submit(
                "/account/sign-in", "/account/sign-in", "email", "hoa@vidu.vn", "password", ApplicantSession.PASSWORD);
        assertThat(location(in)).isEqualTo("/account/profile?lang=vi");
    }

    @Test
    void a_program_without_a_sign_in_gets_problem_details() {
        HttpResponse<String> answer =
                nobody.send(nobody.request("/account/profile").setHeader("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Hãy đăng nhập ở trang /account/sign-in");
    }

    @Test
    void a_page_of_staff_that_was_asked_for_is_not_where_an_applicant_arrives() {
        ApplicantSession session = ApplicantSession.nobody(store);
        assertThat(location(session.get("/desk"))).isEqualTo("/login");
        HttpResponse<String> in = session.submit(
                "/account/sign-in", "/account/sign-in", "email", "hoa@vidu.vn", "password", ApplicantSession.PASSWORD);
        assertThat(location(in)).isEqualTo("/account/dossiers");
    }

    @Test
    void nobody_goes_to_another_server_after_signing_in() {
        ApplicantSession session = ApplicantSession.nobody(store);
        session.get("/account/profile?continue=https://elsewhere.example/");
        HttpResponse<String> in = session.submit(
                "/account/sign-in?continue=https://elsewhere.example/",
                "/account/sign-in",
                "email",
                "hoa@vidu.vn",
                "password",
                ApplicantSession.PASSWORD);
        assertThat(location(in)).startsWith("/account/");
    }

    @Test
    void without_a_provider_its_addresses_lead_nowhere() {
        assertThat(nobody.get("/oauth2/authorization/any").statusCode()).isEqualTo(404);
        assertThat(nobody.get("/login/oauth2/code/any?code=1&state=2").statusCode())
                .isEqualTo(404);
        assertThat(nobody.get("/account/sign-in").body()).doesNotContain("/oauth2/");
    }

    @Test
    void the_head_of_every_page_shows_who_is_signed_in_and_the_way_out() {
        assertThat(applicant.get("/").body())
                .contains("Nông Thị Hoa", "/account/dossiers", "/account/profile", "/account/sign-out")
                .doesNotContain("href=\"/login\"");
        assertThat(nobody.get("/").body()).contains("href=\"/account/sign-in\"", "href=\"/login\"");
    }

    private static StaffSession staff() {
        return StaffSession.signIn(HttpClient.newHttpClient(), store.port(), STAFF, STAFF_PASSWORD);
    }
}
