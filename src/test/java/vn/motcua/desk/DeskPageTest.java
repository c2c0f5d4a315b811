package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.workflow.TaskAssignments;
import vn.motcua.worklist.Assignment;
import vn.motcua.worklist.Assignments;

class DeskPageTest {

    private static final Pattern CODE = Pattern.compile("class=\"mc-code\">([^<]+)<");

    private static DeskOffice office;
    private static String publication;
    private static String atOfficer;
    private static String commune;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        publication = office.filePublication();
        atOfficer = office.fileAny("2.001740", DeskOffice.DEPARTMENT);
        office.complete(atOfficer, "intake-check", "counter", java.util.Map.of("decision", "accept"));
        commune = office.fileAny("2.001740", DeskOffice.COMMUNE);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void nobodyHasAnything() {
        office.store.jdbc().sql("update motcua.work_item set assignee = null").update();
        office.store
                .jdbc()
                .sql("update public.act_ru_task set assignee_ = null")
                .update();
    }

    @Test
    void everybody_sees_their_groups_tasks_and_the_whole_agencys_on_request() {
        assertThat(codes(office.as("counter").get("/desk"))).containsExactly(publication);
        assertThat(codes(office.as("officer").get("/desk"))).containsExactly(atOfficer);
        assertThat(codes(office.as("officer").get("/desk?whose=AGENCY")))
                .containsExactlyInAnyOrder(publication, atOfficer);
        assertThat(codes(office.as("commune.counter").get("/desk?whose=AGENCY")))
                .containsExactly(commune);
        assertThat(codes(office.as("manager").get("/desk"))).contains(publication, atOfficer, commune);
        assertThat(codes(office.as("leader").get("/desk"))).isEmpty();
    }

    @Test
    void a_row_says_what_there_is_to_know() {
        String page = office.as("counter").get("/desk").body();
        assertThat(page)
                .contains("Hội Văn học nghệ thuật tỉnh", "1.003868", "trực tuyến", "chưa ai nhận", "làm việc")
                .contains("/desk/dossiers/" + publication)
                .contains("/desk/tasks/" + task(publication));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=van+hoc",
                "?q=0912345678",
                "?procedure=1.003868",
                "?channel=ONLINE",
                "?tab=SOON",
                "?tab=nonsense&size=999999&agency=x&whose=&channel=9"
            })
    void filters_find_and_nonsense_is_passed_over(String query) {
        HttpResponse<String> page = office.as("counter").get("/desk" + query);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(codes(page)).containsExactly(publication);
    }

    @Test
    void what_does_not_match_is_not_shown_and_the_filter_can_be_taken_away() {
        HttpResponse<String> page = office.as("counter").get("/desk?q=khong+co&procedure=%22%3E%3Cscript%3E");
        assertThat(codes(page)).isEmpty();
        assertThat(page.body()).contains("Không có việc nào khớp", "Bỏ lọc").doesNotContain("\"><script>");
    }

    @Test
    void a_wrong_cursor_is_told_and_the_first_page_shown() {
        HttpResponse<String> page = office.as("counter").get("/desk?cursor=nonsense");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("hãy mở lại danh sách từ trang đầu");
        assertThat(codes(page)).containsExactly(publication);
    }

    @Test
    void the_page_size_is_remembered() {
        Visit counter = office.as("counter");
        counter.get("/desk?size=50");
        assertThat(counter.get("/desk").body()).contains("<option value=\"50\" selected=\"selected\"");
        assertThat(office.as("counter").get("/desk").body()).contains("<option value=\"20\" selected=\"selected\"");
    }

    @Test
    void tasks_are_taken_given_back_and_handed_over_and_the_record_says_why() {
        Visit officer = office.as("officer");
        String task = task(atOfficer);
        bulk(officer, "action", "claim", "task", task);
        assertThat(officer.get("/desk?whose=MINE").body()).contains(atOfficer, "tôi đang làm");
        bulk(officer, "action", "hand-over", "task", task, "to", "officer2", "reason", "Nghỉ phép");
        assertThat(codes(officer.get("/desk?whose=MINE"))).isEmpty();
        Visit other = office.as("officer2");
        assertThat(codes(other.get("/desk?whose=MINE"))).containsExactly(atOfficer);
        bulk(other, "action", "release", "task", task);
        assertThat(codes(other.get("/desk?whose=MINE"))).isEmpty();
        long dossier = office.tasks(atOfficer).get(0).dossierId();
        assertThat(office.store.bean(Assignments.class).of(dossier))
                .extracting(Assignment::assignee, Assignment::actor, Assignment::reason)
                .endsWith(
                        org.assertj.core.groups.Tuple.tuple("officer", "officer", null),
                        org.assertj.core.groups.Tuple.tuple("officer2", "officer", "Nghỉ phép"),
                        org.assertj.core.groups.Tuple.tuple(null, "officer2", null));
    }

    @Test
    void what_cannot_be_done_is_told_for_each_dossier_and_the_rest_is_done() {
        Visit counter = office.as("counter");
        String own = task(publication);
        String officers = task(atOfficer);
        String communes = task(commune);
        String told = bulk(counter, "action", "claim", "task", own, "task", officers, "task", communes, "task", "none");
        assertThat(told).contains("Đã nhận 1 việc.", "Có 3 việc chưa làm được");
        assertThat(assignee(publication)).isEqualTo("counter");
        assertThat(assignee(atOfficer)).isNull();
        assertThat(assignee(commune)).isNull();
    }

    @Test
    void a_task_that_a_colleague_took_meanwhile_is_not_taken_away() {
        office.store.bean(TaskAssignments.class).claim(task(atOfficer), "officer2");
        String told = bulk(office.as("officer"), "action", "claim", "task", task(atOfficer));
        assertThat(told).contains(atOfficer, "officer2 đang làm việc này");
        assertThat(assignee(atOfficer)).isEqualTo("officer2");
    }

    @Test
    void a_hand_over_needs_a_reason_and_somebody_of_the_group() {
        Visit officer = office.as("officer");
        String task = task(atOfficer);
        assertThat(bulk(officer, "action", "hand-over", "task", task, "to", "officer2"))
                .contains("Hãy ghi lý do chuyển việc");
        assertThat(bulk(officer, "action", "hand-over", "task", task, "reason", "Bận"))
                .contains("Hãy chọn người nhận việc", "value=\"Bận\"");
        for (String stranger : List.of("counter", "commune.officer", "nobody")) {
            assertThat(bulk(officer, "action", "hand-over", "task", task, "to", stranger, "reason", "Bận"))
                    .contains(stranger + " không nhận được việc");
        }
        assertThat(assignee(atOfficer)).isNull();
    }

    @Test
    void a_leader_gives_an_officers_task_to_an_officer() {
        bulk(
                office.as("leader"),
                "action",
                "hand-over",
                "task",
                task(atOfficer),
                "to",
                "officer2",
                "reason",
                "Phân công");
        assertThat(assignee(atOfficer)).isEqualTo("officer2");
    }

    @Test
    void managers_only_look() {
        Visit manager = office.as("manager");
        assertThat(manager.get("/desk").body()).doesNotContain("name=\"task\"", "value=\"claim\"");
        String told = bulk(manager, "action", "claim", "task", task(atOfficer));
        assertThat(assignee(atOfficer)).isNull();
        assertThat(told).contains("Có 1 việc chưa làm được");
    }

    @Test
    void after_an_act_nobody_is_sent_elsewhere() {
        Visit counter = office.as("counter");
        HttpResponse<String> answer = counter.submit(
                "/desk",
                "/desk/bulk",
                "action",
                "claim",
                "task",
                task(publication),
                "back",
                "https://example.org/desk");
        assertThat(counter.location(answer)).isEqualTo("/desk");
        answer = counter.submit(
                "/desk", "/desk/bulk", "action", "claim", "back", "/desk?tab=TODAY&q=v%C4%83n+h%E1%BB%8Dc");
        assertThat(counter.location(answer)).isEqualTo("/desk?tab=TODAY&q=v%C4%83n+h%E1%BB%8Dc");
    }

    @Test
    void a_page_asks_the_database_a_fixed_number_of_questions() {
        Visit counter = office.as("counter");
        counter.get("/desk");
        List<String> one = statements(counter);
        for (int i = 0; i < 10; i++) {
            office.filePublication();
        }
        try {
            assertThat(statements(counter)).hasSameSizeAs(one).hasSizeLessThanOrEqualTo(7);
            assertThat(codes(counter.get("/desk"))).hasSize(11);
        } finally {
            office.store
                    .jdbc()
                    .sql(
                            "delete from motcua.work_item where dossier_id > (select id from motcua.dossier where code = ?)")
                    .param(commune)
                    .update();
        }
    }

    @Test
    void what_programs_may_ask_is_described() {
        assertThat(office.as("officer").get("/v3/api-docs").body())
                .contains("/api/reports/ii06a", "groupBy", "asOf")
                .doesNotContain("/api/worklist");
        assertThat(office.nobody().get("/v3/api-docs/staff").statusCode()).isEqualTo(401);
        assertThat(office.as("officer").get("/v3/api-docs/staff").body())
                .contains("/api/worklist/counts", "\"cursor\"", "\"mine\"")
                .doesNotContain("accessVersion");
    }

    @Test
    void english_is_spoken_to_those_who_ask_for_it() {
        Visit counter = office.as("counter");
        assertThat(counter.get("/desk?lang=en").body()).contains("My work", "office time left", "Overdue");
        assertThat(counter.get("/desk").body()).contains("My work").contains("lang=\"en\"");
        assertThat(counter.get("/desk?lang=vi&tab=TODAY").body())
                .contains("Việc cần làm")
                .contains("/desk?tab=TODAY&amp;lang=en");
    }

    private static List<String> statements(Visit visit) {
        return office.store.statements().of(() -> visit.get("/desk"));
    }

    /** The page that follows on a bulk action. */
    private static String bulk(Visit visit, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("back", "/desk?whose=AGENCY"));
        HttpResponse<String> answer = visit.submit("/desk", "/desk/bulk", all.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(302);
        return visit.get(visit.location(answer)).body();
    }

    private static String task(String code) {
        return office.tasks(code).get(0).taskId();
    }

    private static String assignee(String code) {
        return office.tasks(code).get(0).assignee();
    }

    private static List<String> codes(HttpResponse<String> page) {
        Matcher found = CODE.matcher(page.body());
        List<String> codes = new ArrayList<>();
        while (found.find()) {
            codes.add(found.group(1));
        }
        return codes;
    }
}
