package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

class WorklistApiTest {

    private static final String PASSWORD = "mưa xuân đến sớm";
    private static final String PROVINCE = "000.00.00.H37";
    private static final String DISTRICT = "000.00.20.H37";
    private static final String COMMUNE = "000.20.22.H37";
    private static final String DEPARTMENT = "000.00.14.H37";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.web().importCatalogue();
        String hash = store.bean(PasswordEncoder.class).encode(PASSWORD);
        staff("commune.counter", "counter", COMMUNE, hash);
        staff("commune.officer", "officer", COMMUNE, hash);
        staff("district.officer", "officer", DISTRICT, hash);
        staff("province.officer", "officer", PROVINCE, hash);
        staff("province.manager", "manager", PROVINCE, hash);
        staff("department.officer", "officer", DEPARTMENT, hash);
        staff("newcomer", "officer", COMMUNE, hash);
        store.jdbc()
                .sql("update motcua.staff set must_change_password = true where username = 'newcomer'")
                .update();
        task("c1", COMMUNE, "officer", null);
        task("c2", COMMUNE, "officer", "commune.officer");
        task("c3", COMMUNE, "counter", null);
        task("d1", DISTRICT, "officer", null);
        task("x1", DEPARTMENT, "officer", null);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void everybody_sees_the_tasks_of_their_group_in_their_agency_and_below() {
        assertThat(tasks("commune.officer", "")).containsExactly("c1", "c2");
        assertThat(tasks("commune.counter", "")).containsExactly("c3");
        assertThat(tasks("district.officer", "")).containsExactly("d1");
        assertThat(tasks("department.officer", "")).containsExactly("x1");
        assertThat(tasks("province.officer", "")).containsExactly("c1", "c2", "d1", "x1");
        assertThat(tasks("province.manager", "")).containsExactly("c1", "c2", "c3", "d1", "x1");
        assertThat(json(signedIn("commune.officer").get("/api/worklist/counts"))
                        .get("all")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_is_asked_for_narrows_the_list_and_its_counts() {
        assertThat(tasks("commune.officer", "?mine=true")).containsExactly("c2");
        assertThat(tasks("commune.officer", "?tab=overdue")).isEmpty();
        assertThat(tasks("commune.officer", "?tab=all&channel=ONLINE&search=nguyen&procedure=1.003868"))
                .containsExactly("c1", "c2");
        assertThat(tasks("commune.officer", "?channel=post")).isEmpty();
        assertThat(tasks("commune.officer", "?step=" + StaffSession.encoded("Thẩm định")))
                .hasSize(2);
        assertThat(tasks("commune.officer", "?step=Khac")).isEmpty();
        assertThat(tasks("commune.officer", "?search=&step=&channel=")).hasSize(2);
        JsonNode counts = json(signedIn("commune.officer").get("/api/worklist/counts?mine=true"));
        assertThat(counts.get("all").asInt()).isEqualTo(1);
        assertThat(counts.get("countedUpTo").asInt()).isEqualTo(10_000);
    }

    @Test
    void pages_lead_to_each_other() {
        StaffSession officer = signedIn("province.officer");
        JsonNode first = json(officer.get("/api/worklist?size=3"));
        assertThat(ids(first)).containsExactly("c1", "c2", "d1");
        assertThat(first.get("previous").isNull()).isTrue();
        JsonNode second = json(
                officer.get("/api/worklist?size=3&cursor=" + first.get("next").asText()));
        assertThat(ids(second)).containsExactly("x1");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(ids(json(officer.get(
                        "/api/worklist?size=3&cursor=" + second.get("previous").asText()))))
                .containsExactly("c1", "c2", "d1");
    }

    @Test
    void a_row_tells_what_a_list_shows() {
        JsonNode row = json(signedIn("commune.officer").get("/api/worklist?mine=true"))
                .get("rows")
                .get(0);
        assertThat(row.get("dossierCode").asText()).startsWith(DEPARTMENT);
        assertThat(row.get("applicant").asText()).isEqualTo("Nguyễn Thị Mai");
        assertThat(row.get("assigneeName").asText()).isEqualTo("Người commune.officer");
        assertThat(row.get("channel").asText()).isEqualTo("ONLINE");
        assertThat(row.get("created").asText()).isEqualTo("2026-11-20T09:00:00");
    }

    @Test
    void nobody_sees_a_worklist_without_signing_in_or_with_a_password_to_be_changed() throws Exception {
        for (String path : List.of("/api/worklist", "/api/worklist/counts")) {
            URI address = URI.create("http://localhost:" + store.port() + path);
            isProblem(
                    HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()), 401, "Hãy đăng nhập");
            isProblem(signedIn("newcomer").get(path), 403, "Hãy đổi mật khẩu");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=xyz, Liên kết tới trang này không đúng",
        "tab=late, Tham số tab chỉ nhận",
        "channel=fax, Tham số channel chỉ nhận",
        "size=0, Mỗi trang có từ 1 đến 200 dòng",
        "size=many, Tham số size phải là một số nguyên",
        "mine=perhaps, Tham số mine chỉ nhận"
    })
    void a_wrong_parameter_is_told_in_vietnamese(String parameter, String told) {
        isProblem(signedIn("commune.officer").get("/api/worklist?" + parameter), 400, told);
    }

    @Test
    void a_page_is_one_statement_and_so_are_the_counts() {
        StaffSession officer = signedIn("district.officer");
        officer.get("/api/worklist");
        assertThat(store.statements().of(() -> officer.get("/api/worklist?size=2")))
                .singleElement()
                .asString()
                .contains("with page as");
        assertThat(store.statements().of(() -> officer.get("/api/worklist/counts")))
                .singleElement()
                .asString()
                .contains("count(*)");
    }

    private static void isProblem(HttpResponse<String> answer, int status, String told) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains(told);
    }

    private static List<String> tasks(String username, String parameters) {
        return ids(json(signedIn(username).get("/api/worklist" + parameters)));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("rows").forEach(row -> ids.add(row.get("taskId").asText()));
        return ids;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static StaffSession signedIn(String username) {
        return StaffSession.signIn(HTTP, store.port(), username, PASSWORD);
    }

    private static void staff(String username, String group, String agency, String hash) {
        store.jdbc()
                .sql("""
                        insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                            must_change_password, created_at, password_set_at)
                        select :username, :hash, 'Người ' || :username, :group, id, false, '2026-01-01', '2026-01-01'
                        from motcua.agency where code = :agency
                        """)
                .param("username", username)
                .param("hash", hash)
                .param("group", group)
                .param("agency", agency)
                .update();
    }

    private static void task(String id, String agency, String group, String assignee) {
        Dossier dossier = store.bean(Dossiers.class)
                .file(
                        new Filing(
                                "1.003868",
                                DEPARTMENT,
                                Channel.ONLINE,
                                new Applicant(Applicant.Kind.PERSON, "Nguyễn Thị Mai")),
                        Act.by("x"));
        int where = store.bean(Agencies.class).get(agency).id();
        store.bean(WorkItems.class)
                .open(new WorkItem(
                        id,
                        dossier.id(),
                        "appraisal",
                        "Thẩm định",
                        group,
                        where,
                        assignee,
                        TestStore.FRI_20_NOV_2026,
                        null,
                        TestStore.FRI_20_NOV_2026.plusDays(5)));
    }
}
