package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;
import static vn.motcua.workflow.Visitor.ENGINE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.TestStore;

/** What somebody of one agency hears of another's dossiers through Camunda's own API: nothing. */
class IsolationTest {

    private static final String PROVINCE = "000.00.00.H37";
    private static final String COMMUNE = "000.20.22.H37";
    private static final String POLICE = "H37.CA";

    private static final String LISTS = """
            /task /task/count /filter /process-instance /process-instance/count /execution /execution/count
            /variable-instance /variable-instance/count /job /job/count /incident /incident/count /job-definition
            /external-task /external-task/count /external-task/topic-names /event-subscription
            /event-subscription/count /batch /batch/count /batch/statistics /history/batch
            /history/process-instance /history/process-instance/count /history/activity-instance
            /history/activity-instance/count /history/task /history/task/count /history/variable-instance
            /history/detail /history/detail/count /history/incident /history/incident/count
            /history/identity-link-log /history/identity-link-log/count /history/job-log /history/job-log/count
            /history/external-task-log /history/decision-instance /history/decision-instance/count
            /history/user-operation /history/user-operation/count /history/process-instance/report?reportType=duration&periodUnit=month
            /history/task/report?reportType=count&groupBy=taskName /history/process-definition/cleanable-process-instance-report
            /history/cleanup/jobs /task/report/candidate-group-count /process-definition/statistics?incidents=true
            /process-definition/statistics?failedJobs=true /deployment /deployment/registered /authorization
            /optimize/activity-instance/completed?maxResults=100 /optimize/activity-instance/running?maxResults=100
            /optimize/task-instance/completed?maxResults=100 /optimize/task-instance/running?maxResults=100
            /optimize/process-instance/completed?maxResults=100 /optimize/process-instance/running?maxResults=100
            /optimize/identity-link-log?maxResults=100 /optimize/user-operation?maxResults=100
            /optimize/variable-update?maxResults=100 /optimize/decision-instance?maxResults=100
            /optimize/incident/open?maxResults=100 /schema/log /telemetry/data /metrics /user /user/count /tenant
            /task?processInstanceBusinessKey=%CODE%
            /process-instance?businessKey=%CODE% /history/process-instance?processInstanceBusinessKey=%CODE%
            /task?withoutTenantId=true /task?tenantIdIn=%TENANT% /process-instance?tenantIdIn=%TENANT%
            """;

    private static final String ONE = """
            /task/%TASK% /task/%TASK%/form /task/%TASK%/rendered-form /task/%TASK%/deployed-form
            /task/%TASK%/form-variables /task/%TASK%/variables /task/%TASK%/localVariables /task/%TASK%/comment
            /task/%TASK%/attachment /task/%TASK%/identity-links /process-instance/%INSTANCE%
            /process-instance/%INSTANCE%/variables /process-instance/%INSTANCE%/activity-instances
            /process-instance/%INSTANCE%/comment /execution/%INSTANCE%
            /execution/%INSTANCE%/messageSubscriptions/withdrawal-asked /job/%JOB% /job/%JOB%/stacktrace
            /history/process-instance/%INSTANCE% /history/activity-instance?processInstanceId=%INSTANCE%
            /history/task?taskId=%TASK% /history/user-operation?processInstanceId=%INSTANCE%
            /history/user-operation?taskId=%TASK% /history/identity-link-log?taskId=%TASK%
            /history/detail?processInstanceId=%INSTANCE% /history/variable-instance?processInstanceId=%INSTANCE%
            /variable-instance?processInstanceIdIn=%INSTANCE% /job?processInstanceId=%INSTANCE%
            /incident?processInstanceId=%INSTANCE% /history/job-log?processInstanceId=%INSTANCE%
            """;

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";

    private static final String OF_COCKPIT = """
            /process-instance/%INSTANCE%/called-process-instances /process-instance/%INSTANCE%/incidents
            /process-instance /process-instance/count /process-definition/statistics /incident /incident/count
            """;

    private static Office office;
    private static TestStore store;
    private static String theirs;
    private static Task theirTask;
    private static Set<String> secrets;

    @BeforeAll
    static void two_agencies_with_a_dossier_each() {
        store = TestStore.engineWeb();
        office = Office.of(store);
        for (String group : List.of("counter", "officer", "leader", "manager")) {
            Visitor.employ(store, group + "-dep", group, Office.DEPARTMENT);
            Visitor.employ(store, group + "-com", group, COMMUNE);
        }
        Visitor.employ(store, "manager-province", "manager", PROVINCE);
        Visitor.employ(store, "officer-police", "officer", POLICE);
        theirs = file(Office.DEPARTMENT);
        theirTask = office.task(theirs, "intake-check");
        office.engine.getTaskService().createComment(theirTask.getId(), null, "Ghi chú mật của Sở");
        secrets = secrets();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String file(String agency) {
        return store.bean(DossierFlow.class).file("1.003868", agency, Papers.publication(), "Người nộp", null);
    }

    /** Everything by which the department's dossier could be recognised. */
    private static Set<String> secrets() {
        Set<String> found = new TreeSet<>(Set.of(theirs, "Hội Văn học", "Kỷ yếu", "Ghi chú mật", "counter-dep"));
        String instance = theirTask.getProcessInstanceId();
        found.add(instance);
        found.add(theirTask.getId());
        office.engine.getRuntimeService().createExecutionQuery().processInstanceId(instance).list().stream()
                .map(execution -> execution.getId())
                .forEach(found::add);
        found.add(job());
        return found;
    }

    private static String job() {
        return office.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(theirTask.getProcessInstanceId())
                .list()
                .get(0)
                .getId();
    }

    private static List<String> filled(String base, String templates) {
        List<String> paths = new ArrayList<>();
        for (String path : templates.split("\\s+")) {
            paths.add(base
                    + path.replace("%CODE%", theirs)
                            .replace("%TENANT%", Office.DEPARTMENT)
                            .replace("%TASK%", theirTask.getId())
                            .replace("%INSTANCE%", theirTask.getProcessInstanceId())
                            .replace("%JOB%", job()));
        }
        return paths;
    }

    /** Jobs that clean up the engine's history; they are nobody's. */
    private static int cleanUps() {
        return office.engine.getHistoryService().findHistoryCleanupJobs().size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"counter-com", "officer-com", "leader-com", "manager-com", "officer-police"})
    void nothing_of_another_agencys_dossier_is_told_anywhere(String person) {
        Visitor visitor = Visitor.signedIn(store, person);
        SoftAssertions all = new SoftAssertions();
        List<String> paths = filled(ENGINE, LISTS);
        paths.addAll(filled(ENGINE, ONE));
        paths.addAll(filled(COCKPIT, OF_COCKPIT));
        for (String path : paths) {
            HttpResponse<String> answer = visitor.get(path);
            for (String secret : secrets) {
                if (!path.contains(secret)) {
                    all.assertThat(answer.body())
                            .as("%s %s", answer.statusCode(), path)
                            .doesNotContain(secret);
                }
            }
            if (path.contains("count")
                    && answer.statusCode() == 200
                    && !path.contains("/user")
                    && !path.contains("job-")) {
                all.assertThat(Visitor.read(answer.body()).get("count").asInt())
                        .as(path)
                        .isLessThanOrEqualTo(path.endsWith("/job/count") ? cleanUps() : 0);
            }
        }
        for (String path : filled(ENGINE, ONE)) {
            if (!path.contains("?")) {
                all.assertThat(visitor.get(path).statusCode()).as(path).isIn(401, 403, 404, 406);
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"counter-com", "officer-com", "leader-com", "manager-com", "officer-police"})
    void nothing_is_done_to_another_agencys_dossier(String person) {
        Visitor visitor = Visitor.signedIn(store, person);
        String task = ENGINE + "/task/" + theirTask.getId();
        String instance = ENGINE + "/process-instance/" + theirTask.getProcessInstanceId();
        SoftAssertions all = new SoftAssertions();
        Map.ofEntries(
                        Map.entry(task + "/claim", "{\"userId\":\"" + person + "\"}"),
                        Map.entry(task + "/unclaim", "{}"),
                        Map.entry(task + "/assignee", "{\"userId\":\"" + person + "\"}"),
                        Map.entry(task + "/complete", "{\"variables\":{\"decision\":{\"value\":\"accept\"}}}"),
                        Map.entry(task + "/submit-form", "{\"variables\":{\"decision\":{\"value\":\"accept\"}}}"),
                        Map.entry(task + "/resolve", "{}"),
                        Map.entry(task + "/delegate", "{\"userId\":\"" + person + "\"}"),
                        Map.entry(task + "/comment/create", "{\"message\":\"x\"}"),
                        Map.entry(task + "/identity-links", "{\"userId\":\"" + person + "\",\"type\":\"candidate\"}"),
                        Map.entry(task + "/bpmnError", "{\"errorCode\":\"withdrawn\"}"),
                        Map.entry(task + "/bpmnEscalation", "{\"escalationCode\":\"x\"}"),
                        Map.entry(task + "/variables", "{\"modifications\":{\"a\":{\"value\":1}}}"),
                        Map.entry(instance + "/variables", "{\"modifications\":{\"a\":{\"value\":1}}}"),
                        Map.entry(instance + "/modification", "{\"instructions\":[]}"))
                .forEach((path, body) -> all.assertThat(visitor.post(path, body).statusCode())
                        .as(path)
                        .isIn(403, 404));
        all.assertThat(visitor.call("DELETE", instance, "").statusCode()).isIn(403, 404);
        all.assertThat(visitor.call("PUT", task, "{\"due\":null}").statusCode()).isIn(403, 404);
        all.assertThat(visitor.call("DELETE", task + "/comment", "").statusCode())
                .isIn(403, 404);
        all.assertAll();
        assertThat(office.openTasks(theirs)).containsExactly("intake-check");
        assertThat(office.task(theirs, "intake-check").getAssignee()).isNull();
    }

    @Test
    void the_own_agencys_people_see_the_task_and_its_form() {
        Visitor clerk = Visitor.signedIn(store, "counter-dep");
        assertThat(ids(clerk.json(ENGINE + "/task"))).contains(theirTask.getId());
        assertThat(clerk.get(ENGINE + "/task/" + theirTask.getId() + "/deployed-form")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ids(Visitor.signedIn(store, "officer-dep").json(ENGINE + "/task")))
                .contains(theirTask.getId());
    }

    @Test
    void the_provinces_manager_sees_all_below_it_and_changes_nothing() {
        String commune = file(COMMUNE);
        Visitor manager = Visitor.signedIn(store, "manager-province");
        assertThat(ids(manager.json(ENGINE + "/task")))
                .contains(
                        theirTask.getId(), office.task(commune, "intake-check").getId());
        assertThat(manager.get(ENGINE + "/process-instance/" + theirTask.getProcessInstanceId())
                        .body())
                .contains(theirs);
        assertThat(manager.post(ENGINE + "/task/" + theirTask.getId() + "/claim", "{\"userId\":\"manager-province\"}")
                        .statusCode())
                .isEqualTo(403);
        store.bean(DossierFlow.class).askWithdrawal(commune, "Người nộp", "Nộp nhầm");
    }

    @Test
    void the_asked_agency_sees_its_opinion_and_not_the_dossiers_other_tasks() {
        String code = store.bean(DossierFlow.class)
                .file("1.003868", Office.DEPARTMENT, Papers.publication("subject", "police"), "Người nộp", null);
        office.complete(
                code,
                "intake-check",
                fields("decision", "accept", "media", "printed", "units", 120, "subject", "police"));
        office.complete(code, "confirm-payment", fields("decision", "paid", "receiptNumber", "BL-001"));
        Task opinion = office.task(code, "give-opinion");
        String appraisal = office.task(code, "appraisal").getId();
        Visitor police = Visitor.signedIn(store, "officer-police");
        assertThat(ids(police.json(ENGINE + "/task"))).containsExactly(opinion.getId());
        assertThat(police.get(ENGINE + "/task/" + appraisal).statusCode()).isEqualTo(404);
        assertThat(police.get(ENGINE + "/process-instance/" + office.instance(code))
                        .statusCode())
                .isIn(403, 404);
        Visitor department = Visitor.signedIn(store, "officer-dep");
        assertThat(ids(department.json(ENGINE + "/task"))).contains(appraisal).doesNotContain(opinion.getId());
        office.complete(code, "give-opinion", fields("decision", "agree", "opinion", "Không có ý kiến"));
    }

    @Test
    void rights_take_no_row_per_task() {
        long before = rows();
        String code = file(Office.DEPARTMENT);
        String task = ENGINE + "/task/" + office.task(code, "intake-check").getId();
        Visitor clerk = Visitor.signedIn(store, "counter-dep");
        HttpResponse<String> claimed = clerk.post(task + "/claim", "{\"userId\":\"counter-dep\"}");
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
        assertThat(clerk.post(task + "/unclaim", "{}").statusCode()).isEqualTo(204);
        assertThat(rows()).isEqualTo(before);
    }

    private static long rows() {
        return store.jdbc()
                .sql("select count(*) from act_ru_authorization")
                .query(Long.class)
                .single();
    }

    private static List<String> ids(JsonNode tasks) {
        return tasks.findValuesAsText("id");
    }
}
