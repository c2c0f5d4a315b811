package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Visitor.ENGINE;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.support.TestStore;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistFilter;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistRow;
import vn.motcua.worklist.WorklistScope;
import vn.motcua.worklist.WorklistTab;

/** What Tasklist's lists show of dossiers, over HTTP as Tasklist asks. */
class TasklistRowsTest {

    private static final String COMMUNE = "000.20.22.H37";
    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 9, 0);

    private static Office office;
    private static TestStore store;
    private static Visitor clerk;
    private static Visitor leader;
    private static Visitor stranger;

    @BeforeAll
    static void open() {
        store = TestStore.engineWeb();
        office = Office.of(store);
        Visitor.employ(store, "clerk", "counter", Office.DEPARTMENT);
        Visitor.employ(store, "officer", "officer", Office.DEPARTMENT);
        Visitor.employ(store, "leader", "leader", Office.DEPARTMENT);
        Visitor.employ(store, "stranger", "leader", COMMUNE);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void morning() {
        store.clock().set(MONDAY);
        clerk = Visitor.signedIn(store, "clerk");
        leader = Visitor.signedIn(store, "leader");
        stranger = Visitor.signedIn(store, "stranger");
    }

    private static String file(String applicant) {
        return store.bean(DossierFlow.class)
                .file("1.003868", Office.DEPARTMENT, Papers.publication("applicantName", applicant), "Người nộp", null);
    }

    private static String accepted(String applicant) {
        String code = file(applicant);
        office.complete(code, "intake-check", Publications.accepted());
        office.complete(code, "confirm-payment", Publications.paid());
        return code;
    }

    private static String filter(Visitor who, String name) {
        return StreamSupport.stream(
                        who.json(ENGINE + "/filter?resourceType=Task").spliterator(), false)
                .filter(filter -> filter.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    /** The values on each row by name, by the task's id. */
    private static Map<String, Map<String, String>> rows(Visitor who, String filter) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        who.list(filter(who, filter)).path("_embedded").path("task").forEach(task -> {
            Map<String, String> values = new TreeMap<>();
            task.path("_embedded")
                    .path("variable")
                    .forEach(value -> values.put(
                            value.get("name").asText(), value.get("value").asText()));
            rows.put(task.get("id").asText(), values);
        });
        return rows;
    }

    @Test
    void a_row_shows_code_applicant_and_deadline_of_the_dossier() {
        String code = accepted("Hội Nhà báo tỉnh");
        Map<String, String> row =
                rows(leader, "Tất cả việc").get(office.task(code, "appraisal").getId());
        assertThat(row)
                .containsEntry("dossierCode", code)
                .containsEntry("dossierApplicant", "Hội Nhà báo tỉnh")
                .containsEntry("dossierDeadline", "còn 10 ngày 6 giờ làm việc (thứ Hai 16/03/2026)");
        assertThat(office.variables()).as("none of it is stored").isEqualTo(0);
    }

    @Test
    void the_deadline_tells_of_waiting_and_of_being_late() {
        String waiting = accepted("Chờ bổ sung");
        office.complete(waiting, "appraisal", Publications.incomplete());
        String task = office.task(waiting, "receive-supplement").getId();
        assertThat(rows(clerk, "Việc của Bộ phận Một cửa").get(task).get("dossierDeadline"))
                .startsWith("tạm dừng từ 02/03");
        String late = accepted("Trễ hạn");
        store.clock().set(MONDAY.plusDays(21));
        assertThat(rows(Visitor.signedIn(store, "leader"), "Tất cả việc")
                        .get(office.task(late, "appraisal").getId())
                        .get("dossierDeadline"))
                .startsWith("quá hạn 5 ngày");
    }

    @Test
    void nobody_learns_of_the_dossiers_of_another_agency_by_the_ids_of_their_tasks() {
        String code = file("Người của Sở");
        String task = office.task(code, "intake-check").getId();
        assertThat(codesOn(task, Office.DEPARTMENT)).containsExactly(code);
        assertThat(codesOn(task, COMMUNE)).isEmpty();
        assertThat(rows(stranger, "Tất cả việc")).isEmpty();
    }

    private static List<Object> codesOn(String task, String agency) {
        return office.as("leader-1", List.of("leader"), List.of(agency), () -> office
                .engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableNameIn("dossierCode")
                .variableScopeIdIn(task)
                .list()
                .stream()
                .map(VariableInstance::getValue)
                .toList());
    }

    @Test
    void a_page_of_rows_asks_once_for_what_stands_on_them() {
        for (int i = 0; i < 5; i++) {
            file("Người thứ " + i);
        }
        String all = filter(clerk, "Tất cả việc");
        List<String> asked = store.statements().of(() -> clerk.list(all));
        assertThat(rows(clerk, "Tất cả việc").size()).isGreaterThan(4);
        assertThat(asked).filteredOn(sql -> sql.contains("motcua.work_item")).hasSize(1);
        assertThat(asked)
                .filteredOn(sql -> sql.toLowerCase().contains("motcua.agency"))
                .as("%s", asked)
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void my_list_has_what_i_took_and_nothing_else() {
        String mine = office.task(file("Của tôi"), "intake-check").getId();
        String free = office.task(file("Chưa ai nhận"), "intake-check").getId();
        assertThat(clerk.post(ENGINE + "/task/" + mine + "/claim", "{\"userId\":\"clerk\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(rows(clerk, "Việc của tôi")).containsKey(mine).doesNotContainKey(free);
        assertThat(rows(leader, "Việc của tôi")).doesNotContainKeys(mine, free);
        String other = "{\"assignee\":\"clerk\"}";
        String filter = filter(leader, "Việc của tôi");
        assertThat(leader.post(ENGINE + "/filter/" + filter + "/list", other).body())
                .as("nor by asking for another person's")
                .isEqualTo("[]");
    }

    @Test
    void the_list_of_what_is_overdue_is_that_of_the_desk() {
        accepted("Trễ hạn hồ sơ");
        file("Trễ hạn kiểm tra");
        store.clock().set(MONDAY.plusDays(30));
        file("Vừa nộp");
        for (String group : List.of("clerk", "officer")) {
            Visitor who = Visitor.signedIn(store, group);
            assertThat(rows(who, "Việc quá hạn").keySet())
                    .containsExactlyInAnyOrderElementsOf(overdueOnTheDesk(group.equals("clerk") ? "counter" : group))
                    .isNotEmpty();
        }
    }

    private static List<String> overdueOnTheDesk(String group) {
        int agency =
                store.bean(Agencies.class).find(Office.DEPARTMENT).orElseThrow().id();
        WorklistScope scope = new WorklistScope(java.util.Set.of(agency), java.util.Set.of(group), null);
        return store
                .bean(Worklist.class)
                .page(new WorklistQuery(scope, WorklistTab.OVERDUE, WorklistFilter.NONE, null, 50))
                .rows()
                .stream()
                .map(WorklistRow::taskId)
                .toList();
    }

    @Test
    void what_is_refused_is_our_sentence_alone() {
        String task = ENGINE + "/task/"
                + office.task(file("Bị từ chối"), "intake-check").getId();
        clerk.post(task + "/claim", "{\"userId\":\"clerk\"}");
        HttpResponse<String> refused = clerk.post(task + "/submit-form", "{\"variables\":{}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Visitor.read(refused.body()).get("message").asText())
                .startsWith("Hãy ")
                .doesNotContain("Cannot")
                .doesNotContain(task.substring(task.lastIndexOf('/') + 1));
        HttpResponse<String> notFiled = clerk.post(
                ENGINE + "/process-definition/key/non-business-publication-licence/submit-form", "{\"variables\":{}}");
        assertThat(notFiled.statusCode()).isEqualTo(400);
        assertThat(Visitor.read(notFiled.body()).get("message").asText())
                .startsWith("Hãy ")
                .doesNotContain("Cannot");
    }

    @Test
    void only_processes_that_begin_at_the_counter_can_be_started_by_hand() {
        String offered = ENGINE
                + "/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";
        assertThat(clerk.json(offered).findValuesAsText("key"))
                .containsExactlyInAnyOrder("non-business-publication-licence", "online-public-service");
        assertThat(leader.json(offered).findValuesAsText("key")).isEmpty();
    }

    @Test
    void filters_of_an_earlier_version_follow_and_what_an_administrator_changed_stays() {
        FilterService filters = store.bean(FilterService.class);
        Filter earlier = one(filters, "Việc của chuyên viên");
        earlier.setProperties(
                Map.of("priority", 10, "color", "#198754", "refresh", true, "variables", new ArrayList<>()));
        filters.saveFilter(earlier);
        Filter changed = one(filters, "Việc của Bộ phận Một cửa");
        changed.getProperties().put("color", "#123456");
        filters.saveFilter(changed);
        Filter renamed = one(filters, "Tất cả việc");
        renamed.setName("Toàn bộ");
        filters.saveFilter(renamed);
        long before = filters.createFilterQuery().count();
        try {
            store.bean(Grants.class).give();
            assertThat(filters.createFilterQuery().count()).isEqualTo(before);
            assertThat(one(filters, "Việc của chuyên viên").getProperties().get("variables"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .hasSize(3);
            assertThat(one(filters, "Việc của Bộ phận Một cửa").getProperties()).containsEntry("color", "#123456");
            assertThat(one(filters, "Toàn bộ").getId()).isEqualTo(renamed.getId());
        } finally {
            renamed = one(filters, "Toàn bộ");
            renamed.setName("Tất cả việc");
            filters.saveFilter(renamed);
        }
    }

    @Test
    void untouched_filters_are_known_as_such_after_they_were_stored() {
        FilterService filters = store.bean(FilterService.class);
        Filter older = one(filters, "Việc chờ lãnh đạo");
        Object made = older.getProperties().get("motcuaMade");
        assertThat(vn.motcua.workflow.engine.FilterText.of(older, "motcuaMade").hashCode())
                .isEqualTo(Integer.parseUnsignedInt(String.valueOf(made), 16));
    }

    private static Filter one(FilterService filters, String name) {
        return filters.createTaskFilterQuery().filterName(name).singleResult();
    }
}
