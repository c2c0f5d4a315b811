package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.workflow.Visitor.ENGINE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.TestStore;

/** One sign-on for our pages and the engine's web applications, and the staff as the engine's people. */
class WebappSignOnTest {

    private static final String PROVINCE = "000.00.00.H37";
    private static final String COMMUNE = "000.20.22.H37";
    private static final String WHO = "/camunda/api/admin/auth/user/default";

    private static Office office;
    private static TestStore store;
    private static IdentityService people;

    @BeforeAll
    static void open() {
        store = TestStore.engineWeb();
        office = Office.of(store);
        people = office.engine.getIdentityService();
        for (String group : List.of("counter", "officer", "leader", "manager")) {
            Visitor.employ(store, group, group, Office.DEPARTMENT);
        }
        Visitor.employ(store, "counter.province", "counter", PROVINCE);
        Visitor.employ(store, "counter.commune", "counter", COMMUNE);
        Visitor.employ(store, "admin", "admin", null);
        Visitor.employ(store, "gone", "counter", Office.DEPARTMENT);
        change("gone", "enabled = false");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static void change(String username, String what) {
        store.jdbc()
                .sql("update motcua.staff set " + what + " where username = ?")
                .param(username)
                .update();
    }

    private static String agency(String code) {
        return "agency_id = (select id from motcua.agency where code = '" + code + "')";
    }

    @ParameterizedTest
    @CsvSource({
        "counter, 200, 403, 403",
        "officer, 200, 403, 403",
        "leader, 200, 200, 403",
        "manager, 403, 200, 403",
        "admin, 200, 200, 200"
    })
    void each_group_opens_its_applications(String person, int tasklist, int cockpit, int admin) {
        Visitor visitor = Visitor.signedIn(store, person);
        assertThat(visitor.get("/camunda/app/welcome/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(tasklist);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(cockpit);
        assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isEqualTo(admin);
        assertThat(visitor.json(WHO).get("userId").asText()).isEqualTo(person);
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void an_applicant_who_is_signed_in_is_no_user_of_any_of_them() {
        ApplicantSession applicant = ApplicantSession.of(store, "hoa@vidu.vn", "Nông Thị Hoa");
        assertThat(applicant.get("/account/profile").statusCode()).isEqualTo(200);
        for (String path : List.of(
                WHO,
                ENGINE + "/task",
                ENGINE + "/user",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/")) {
            assertThat(applicant.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void signing_in_gives_the_session_another_name() {
        Visitor visitor = Visitor.nobody(store);
        visitor.get("/login");
        String before = visitor.cookie("JSESSIONID").orElse("none");
        visitor.signIn("counter");
        assertThat(visitor.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void signing_off_in_the_webapps_ends_the_session_of_our_pages() {
        Visitor visitor = Visitor.signedIn(store, "counter");
        assertThat(visitor.post(WHO + "/logout", "{}").statusCode()).isBetween(200, 204);
        assertThat(visitor.get("/password").statusCode()).isEqualTo(302);
        assertThat(visitor.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_moved_sees_the_other_agencys_work_with_the_next_request() {
        Visitor.employ(store, "moving", "counter", Office.DEPARTMENT);
        String code = store.bean(DossierFlow.class)
                .file("1.003868", Office.DEPARTMENT, Papers.publication(), "Người nộp", null);
        String task = ENGINE + "/task/" + office.task(code, "intake-check").getId();
        Visitor visitor = Visitor.signedIn(store, "moving");
        assertThat(visitor.get(task).statusCode()).isEqualTo(200);
        change("moving", agency(COMMUNE));
        assertThat(visitor.get(task).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"enabled = false", "staff_group = 'officer'", "must_change_password = true"})
    void who_is_not_any_more_what_the_session_began_with_has_no_rights(String change) {
        String name = "changed-" + Math.abs(change.hashCode());
        Visitor.employ(store, name, "counter", Office.DEPARTMENT);
        Visitor visitor = Visitor.signedIn(store, name);
        assertThat(visitor.get(ENGINE + "/task").statusCode()).isEqualTo(200);
        change(name, change);
        assertThat(visitor.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void a_change_without_the_token_of_the_page_is_refused() {
        Visitor visitor = Visitor.signedIn(store, "counter");
        String code = store.bean(DossierFlow.class)
                .file("1.003868", Office.DEPARTMENT, Papers.publication(), "Người nộp", null);
        String task = office.task(code, "intake-check").getId();
        assertThat(visitor.postWithoutToken(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"counter\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.task(code, "intake-check").getAssignee()).isNull();
    }

    @Test
    void pages_of_the_webapps_carry_the_headers_and_cookies_of_careful_servers() {
        Visitor visitor = Visitor.signedIn(store, "counter");
        HttpResponse<String> page = visitor.get("/camunda/app/tasklist/default/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .isPresent()
                .get()
                .asString()
                .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        Visitor fresh = Visitor.nobody(store);
        List<String> cookies = fresh.get("/login").headers().allValues("Set-Cookie");
        assertThat(cookies).allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        List<String> token = Visitor.signedIn(store, "counter")
                .get("/camunda/app/tasklist/default/")
                .headers()
                .allValues("Set-Cookie");
        assertThat(token).allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void the_engine_knows_enabled_staff_by_group_and_agency() {
        assertThat(people.createUserQuery()
                        .userId("counter")
                        .memberOfGroup("counter")
                        .memberOfTenant(Office.DEPARTMENT)
                        .count())
                .isOne();
        assertThat(ids(people.createUserQuery().memberOfGroup("counter").memberOfTenant(COMMUNE)))
                .contains("counter.commune", "counter.province")
                .doesNotContain("counter");
        assertThat(people.createUserQuery().userId("gone").count()).isZero();
        assertThat(people.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list())
                .extracting(User::getId)
                .containsExactly("admin");
        assertThat(people.createUserQuery()
                        .userIdIn("counter", "officer", "gone")
                        .orderByUserId()
                        .desc()
                        .list())
                .extracting(User::getId)
                .containsExactly("officer", "counter");
        assertThat(people.createUserQuery().userLastNameLike("%COUNTER.%").count())
                .isEqualTo(2);
        assertThat(people.createUserQuery().orderByUserId().asc().listPage(1, 2))
                .hasSize(2);
        User user = people.createUserQuery().userId("leader").singleResult();
        assertThat(user.getFirstName() + " " + user.getLastName()).isEqualTo("Nguyễn Thị leader");
    }

    private static List<String> ids(org.camunda.bpm.engine.identity.UserQuery query) {
        return query.list().stream().map(User::getId).toList();
    }

    @Test
    void groups_and_agencies_are_those_of_the_account() {
        assertThat(people.createGroupQuery().groupMember("admin").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("admin", Groups.CAMUNDA_ADMIN);
        assertThat(people.createGroupQuery().groupMember("gone").list()).isEmpty();
        List<String> all = tenants("counter.province");
        assertThat(all)
                .startsWith(PROVINCE)
                .contains(COMMUNE, Office.DEPARTMENT)
                .hasSizeGreaterThan(200);
        assertThat(tenants("counter")).containsExactly(Office.DEPARTMENT);
        assertThat(people.createTenantQuery().tenantNameLike("%Sở Văn hóa%").list())
                .extracting(Tenant::getId)
                .contains(Office.DEPARTMENT);
        assertThat(people.createTenantQuery().tenantIdIn(COMMUNE, "none").count())
                .isOne();
    }

    private static List<String> tenants(String person) {
        return people.createTenantQuery().userMember(person).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
    }

    @Test
    void staff_cannot_be_written_through_the_engine() {
        assertThat(people.isReadOnly()).isTrue();
        assertThatThrownBy(() -> people.newUser("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(people.checkPassword("counter", "mot cua lien thong 2026")).isFalse();
    }

    @Test
    void people_find_those_they_work_with_and_no_others() {
        JsonNode found = Visitor.signedIn(store, "counter.commune").json(ENGINE + "/user");
        assertThat(found.findValuesAsText("id"))
                .contains("counter.commune", "counter.province")
                .doesNotContain("counter");
        JsonNode agencies = Visitor.signedIn(store, "counter.commune").json(ENGINE + "/tenant");
        assertThat(agencies.findValuesAsText("id")).containsExactly(COMMUNE);
        assertThat(Visitor.signedIn(store, "admin")
                        .json(ENGINE + "/user/count")
                        .get("count")
                        .asInt())
                .isGreaterThan(5);
    }

    @Test
    void our_pages_act_as_a_person_and_as_nobody_after() {
        EngineLogin login = store.bean(EngineLogin.class);
        String code = store.bean(DossierFlow.class)
                .file("1.003868", Office.DEPARTMENT, Papers.publication(), "Người nộp", null);
        String task = office.task(code, "intake-check").getId();
        Map<String, Object> accepted =
                Office.fields("decision", "accept", "media", "printed", "units", 120, "subject", "none");
        assertThatThrownBy(() -> login.as("counter.commune", () -> complete(task, accepted)))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> login.as("officer", () -> complete(task, accepted)))
                .isInstanceOf(Refusal.class);
        assertThat(login.as("counter", () -> complete(task, accepted))).isEqualTo(task);
        assertThat(office.events(code)).contains(vn.motcua.dossier.EventKind.ACCEPTED);
        assertThatThrownBy(() -> login.as("gone", () -> task)).isInstanceOf(Refusal.class);
        assertThat(people.getCurrentAuthentication()).isNull();
    }

    private static String complete(String task, Map<String, Object> fields) {
        store.bean(DossierFlow.class).complete(task, fields);
        return task;
    }

    @ParameterizedTest
    @CsvSource({"counter, Việc của Bộ phận Một cửa", "officer, Việc của chuyên viên", "leader, Việc chờ lãnh đạo"})
    void each_group_has_its_list_of_work_beside_those_of_everybody(String person, String own) {
        JsonNode filters = Visitor.signedIn(store, person).json(ENGINE + "/filter?resourceType=Task");
        assertThat(filters)
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder(own, "Việc của tôi", "Việc quá hạn", "Tất cả việc");
    }

    @Test
    void lists_of_work_are_made_once() {
        long before = office.engine.getFilterService().createFilterQuery().count();
        store.bean(Grants.class).give();
        assertThat(office.engine.getFilterService().createFilterQuery().count()).isEqualTo(before);
    }

    @Test
    void a_clerk_starts_claims_and_completes_in_tasklist() {
        Visitor clerk = Visitor.signedIn(store, "counter");
        StringBuilder variables = new StringBuilder();
        Papers.publication().forEach((key, value) -> variables
                .append(variables.isEmpty() ? "" : ",")
                .append("\"%s\":{\"value\":%s}".formatted(key, value instanceof Number ? value : "\"" + value + "\"")));
        HttpResponse<String> started = clerk.post(
                ENGINE + "/process-definition/key/non-business-publication-licence/submit-form",
                "{\"variables\":{" + variables + "}}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        String code = Visitor.read(started.body()).get("businessKey").asText();
        String task = ENGINE + "/task/" + office.task(code, "intake-check").getId();
        assertThat(office.task(code, "intake-check").getTenantId()).isEqualTo(Office.DEPARTMENT);
        assertThat(clerk.post(task + "/claim", "{\"userId\":\"counter\"}").statusCode())
                .isEqualTo(204);
        assertThat(clerk.post(task + "/comment/create", "{\"message\":\"Đã gọi điện\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(clerk.get(task + "/comment").body()).contains("Đã gọi điện");
        HttpResponse<String> done = clerk.post(
                task + "/submit-form",
                "{\"variables\":{\"decision\":{\"value\":\"accept\"},\"media\":{\"value\":\"printed\"},"
                        + "\"units\":{\"value\":120},\"subject\":{\"value\":\"none\"}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(office.openTasks(code)).containsExactly("confirm-payment");
    }
}
