package vn.motcua.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.DeskOffice;

/** Who may ask the plugin what. */
class DoorTest {

    static final String PLUGIN = "/camunda/api/cockpit/plugin/motcua-sla/";
    private static final String QUESTIONS = PLUGIN + "default/";
    private static final String PROVINCE = "000.00.00.H37";

    private static DeskOffice office;
    private static Set<String> questions;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        office.employ("commune.manager", "manager", DeskOffice.COMMUNE);
        questions = office.store.bean(Door.class).addresses();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void the_door_is_the_only_way_in() {
        Method[] own = SlaResource.class.getDeclaredMethods();
        assertThat(Arrays.stream(own).filter(method -> method.isAnnotationPresent(Path.class)))
                .extracting(Method::getName)
                .containsExactly("answer");
        assertThat(new SlaPlugin().getResourceClasses()).isEqualTo(Set.of(SlaResource.class));
        assertThat(questions).contains("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"counter", "officer", "leader", "commune.officer", "commune.leader"})
    void only_managers_and_administrators_get_an_answer_to_any_question(String person) {
        DeskOffice.Visit visit = office.as(person);
        for (String part : questions) {
            HttpResponse<String> answer = visit.get(QUESTIONS + part);
            assertThat(answer.statusCode()).as(part).isEqualTo(403);
        }
        assertThat(visit.get(QUESTIONS + "nothing").statusCode()).isEqualTo(403);
    }

    @Test
    void leaders_who_open_cockpit_are_told_in_a_sentence() {
        HttpResponse<String> answer = office.as("leader").get(QUESTIONS + "me");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("Chỉ người quản lý và quản trị viên xem được phần giám sát SLA")
                .doesNotContain("vn.motcua");
    }

    @Test
    void nobody_is_asked_to_sign_in() {
        for (String part : questions) {
            assertThat(office.nobody().get(QUESTIONS + part).statusCode())
                    .as(part)
                    .isIn(302, 401);
        }
    }

    @Test
    void no_question_about_an_agency_outside_the_subtree_is_answered() {
        DeskOffice.Visit commune = office.as("commune.manager");
        for (String part : questions) {
            for (String agency : List.of(PROVINCE, DeskOffice.DEPARTMENT, "none")) {
                assertThat(commune.get(QUESTIONS + part + "?agency=" + agency).statusCode())
                        .as("%s about %s", part, agency)
                        .isEqualTo(403);
            }
        }
        assertThat(commune.get(QUESTIONS + "me?agency=" + DeskOffice.COMMUNE).statusCode())
                .isEqualTo(200);
    }

    @Test
    void managers_watch_over_their_agency_and_all_below_it() {
        assertThat(office.as("commune.manager").get(QUESTIONS + "agencies").body())
                .contains("\"code\":\"" + DeskOffice.COMMUNE + "\"")
                .doesNotContain(DeskOffice.DEPARTMENT);
        assertThat(office.as("manager").get(QUESTIONS + "agencies").body())
                .contains("\"code\":\"" + PROVINCE + "\"", DeskOffice.COMMUNE, DeskOffice.DEPARTMENT);
        assertThat(office.as("admin").get(QUESTIONS + "me").body()).contains("\"agency\":null");
    }

    @Test
    void what_there_is_not_is_not_found() {
        assertThat(office.as("manager").get(QUESTIONS + "nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void a_browser_keeps_a_script_only_while_it_is_the_same() {
        DeskOffice.Visit visit = office.as("manager");
        String script = PLUGIN + "static/app/common.js";
        HttpResponse<String> first = visit.get(script);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(visit.send(visit.request(script).header("If-None-Match", tag).GET())
                        .statusCode())
                .isEqualTo(304);
        assertThat(visit.send(visit.request(script)
                                .header("If-None-Match", "\"another\"")
                                .GET())
                        .statusCode())
                .isEqualTo(200);
        assertThat(visit.get(PLUGIN + "static/app/../app/common.js").statusCode())
                .isNotEqualTo(200);
    }
}
