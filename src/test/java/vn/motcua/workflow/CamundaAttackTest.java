package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;
import static vn.motcua.workflow.Visitor.ENGINE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.TestStore;

/** The known holes of Camunda 7.24.0, attacked over HTTP by somebody who works here and by nobody. */
class CamundaAttackTest {

    private static final String EXPRESSION = "${''.getClass().forName('java.lang.Runtime')}";

    private static Office office;
    private static TestStore store;
    private static Visitor clerk;
    private static Visitor admin;
    private static String code;
    private static Task task;

    @BeforeAll
    static void open() {
        store = TestStore.engineWeb();
        office = Office.of(store);
        Visitor.employ(store, "clerk", "counter", Office.DEPARTMENT);
        Visitor.employ(store, "officer", "officer", Office.DEPARTMENT);
        Visitor.employ(store, "manager", "manager", Office.DEPARTMENT);
        Visitor.employ(store, "admin", "admin", null);
        clerk = Visitor.signedIn(store, "clerk");
        admin = Visitor.signedIn(store, "admin");
        code = file();
        task = office.task(code, "intake-check");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String file(Object... others) {
        return store.bean(DossierFlow.class)
                .file("1.003868", Office.DEPARTMENT, Papers.publication(others), "Người nộp", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dueAfterExpression",
                "assigneeExpression",
                "candidateGroupExpression",
                "candidateUserExpression",
                "candidateGroupsExpression",
                "assigneeLikeExpression",
                "ownerExpression",
                "involvedUserExpression",
                "createdBeforeExpression",
                "processInstanceBusinessKeyExpression",
                "processInstanceBusinessKeyLikeExpression"
            })
    void no_query_evaluates_an_expression(String field) {
        String expression = "\"" + field + "\":\"" + EXPRESSION + "\"";
        String filter = clerk.json(ENGINE + "/filter").get(0).get("id").asText();
        SoftAssertions all = new SoftAssertions();
        for (Visitor person : List.of(clerk, admin)) {
            for (String path : List.of(
                    "/task",
                    "/task/count",
                    "/filter/" + filter + "/list",
                    "/filter/" + filter + "/count",
                    "/filter/" + filter + "/singleResult")) {
                for (String query :
                        List.of("{%s}", "{\"orQueries\":[{%s}]}", "{\"orQueries\":[{\"name\":\"x\"},{%s}]}")) {
                    HttpResponse<String> answer = person.post(ENGINE + path, query.formatted(expression));
                    all.assertThat(answer.statusCode())
                            .as("%s %s %s", path, query, answer.body())
                            .isEqualTo(400);
                }
            }
        }
        all.assertAll();
    }

    @Test
    void queries_with_alternatives_still_work() {
        String query = "{\"orQueries\":[{\"name\":\"x\",\"taskDefinitionKey\":\"intake-check\"}]}";
        assertThat(clerk.post(ENGINE + "/task", query).body()).contains(task.getId());
        String filter = clerk.json(ENGINE + "/filter").get(0).get("id").asText();
        assertThat(clerk.post(ENGINE + "/filter/" + filter + "/list", query).statusCode())
                .isEqualTo(200);
    }

    @Test
    void not_even_an_administrator_stores_a_filter_with_expressions() {
        SoftAssertions all = new SoftAssertions();
        for (String query :
                List.of("{\"assigneeExpression\":\"%s\"}", "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}")) {
            String filter = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + query.formatted(EXPRESSION) + "}";
            all.assertThat(clerk.post(ENGINE + "/filter/create", filter).statusCode())
                    .isEqualTo(403);
            HttpResponse<String> made = admin.post(ENGINE + "/filter/create", filter);
            all.assertThat(made.statusCode()).as(made.body()).isEqualTo(400);
        }
        all.assertAll();
    }

    @Test
    void nobody_makes_a_user_by_the_setup_whatever_the_address_looks_like() {
        String user = "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"e\",\"email\":\"\"},"
                + "\"credentials\":{\"password\":\"evilevilevil\"}}";
        SoftAssertions all = new SoftAssertions();
        for (Visitor visitor : List.of(Visitor.nobody(store), Visitor.signedIn(store, "clerk"), admin)) {
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create/",
                    "/camunda/api/admin/setup/other/user/create",
                    "/camunda/api/admin//setup/default/user/create",
                    "//camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin;x=y/setup/default/user/create",
                    "/camunda/api/admin/setup;jsessionid=1/default/user/create",
                    "/camunda;x/api/admin/setup/default/user/create",
                    "/camunda/api/admin/%73etup/default/user/create",
                    "/%63amunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup%2Fdefault/user/create",
                    "/camunda/api/admin/auth/../setup/default/user/create",
                    "/camunda/api/admin/auth/%2e%2e/setup/default/user/create",
                    "/camunda/api/./admin/setup/default/user/create",
                    "/CAMUNDA/api/admin/setup/default/user/create",
                    "/camunda/api/engine/engine/default/user/create")) {
                int status = visitor.post(path, user).statusCode();
                all.assertThat(status).as(path).isGreaterThanOrEqualTo(302);
            }
        }
        all.assertThat(store.jdbc()
                        .sql("select count(*) from act_id_user")
                        .query(Long.class)
                        .single())
                .isZero();
        all.assertAll();
        admin = Visitor.signedIn(store, "admin");
    }

    @Test
    void nobody_reads_anything_of_the_engine_without_signing_in() {
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of(
                ENGINE + "/task",
                ENGINE + "/task/count",
                ENGINE + "/task/" + task.getId() + "/form-variables",
                ENGINE + "/process-definition",
                ENGINE + "/version",
                ENGINE + "/identity/password-policy",
                "/camunda/api/engine/engine/",
                "/camunda/api/engine/engine",
                "/camunda/api/engine/unknown",
                "/camunda/api/engine/application.wadl",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/admin/plugin/license/default/check-key",
                "/camunda/api/admin/plugin/adminPlugins/static/app/plugin.js",
                "/camunda/api/cockpit/plugin/base/static/app/plugin.js",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "/camunda/api/welcome/plugin/x/static/app/plugin.js",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/unknown",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/admin/default/",
                "/camunda/unknown",
                "/engine-rest/task",
                "/engine-rest/engine")) {
            HttpResponse<String> answer = Visitor.nobody(store).get(path);
            all.assertThat(answer.statusCode()).as(path).isIn(302, 401, 403, 404);
            all.assertThat(answer.body()).as(path).doesNotContain(code, task.getId());
        }
        all.assertThat(clerk.get("/engine-rest/task").statusCode()).isEqualTo(404);
        all.assertThat(admin.get("/engine-rest/engine").statusCode()).isEqualTo(404);
        all.assertAll();
    }

    @Test
    void nobody_signs_in_by_the_engine_or_asks_it_about_passwords() {
        Visitor nobody = Visitor.nobody(store);
        assertThat(nobody.post(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "application/x-www-form-urlencoded",
                                "username=clerk&password=mot+cua+lien+thong+2026")
                        .statusCode())
                .isIn(401, 403);
        assertThat(clerk.post(ENGINE + "/identity/verify", "{\"username\":\"admin\",\"password\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.engine.getIdentityService().checkPassword("clerk", "mot cua lien thong 2026"))
                .isFalse();
    }

    @Test
    void not_even_an_administrator_deploys() {
        String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nevil\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"evil.bpmn\"; filename=\"evil.bpmn\"\r\n"
                + "Content-Type: text/xml\r\n\r\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " targetNamespace=\"x\"><process id=\"evil\" isExecutable=\"true\"/></definitions>\r\n--x--\r\n";
        for (Visitor person : List.of(clerk, admin)) {
            HttpResponse<String> answer =
                    person.post(ENGINE + "/deployment/create", "multipart/form-data; boundary=x", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        }
        String known = office.engine
                .getRepositoryService()
                .createDeploymentQuery()
                .list()
                .get(0)
                .getId();
        assertThat(admin.post(ENGINE + "/deployment/" + known + "/redeploy", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "officer", "manager"})
    void staff_do_nothing_but_their_work(String person) {
        Visitor visitor = Visitor.signedIn(store, person);
        String task = ENGINE + "/task/" + CamundaAttackTest.task.getId();
        String instance = ENGINE + "/process-instance/" + CamundaAttackTest.task.getProcessInstanceId();
        String process = ENGINE + "/process-definition/key/non-business-publication-licence";
        String ids = "\"processInstanceIds\":[\"" + CamundaAttackTest.task.getProcessInstanceId() + "\"]";
        String modify = "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"hand-over\"}]}";
        String job = ENGINE + "/job/"
                + office.engine
                        .getManagementService()
                        .createJobQuery()
                        .list()
                        .get(0)
                        .getId();
        SoftAssertions all = new SoftAssertions();
        for (String[] call : new String[][] {
            {
                "POST",
                process + "/start",
                "{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"hand-over\"}]}"
            },
            {"POST", process + "/start", "{}"},
            {"PUT", process + "/suspended", "{\"suspended\":true}"},
            {"PUT", process + "/history-time-to-live", "{\"historyTimeToLive\":0}"},
            {"DELETE", process + "/delete", ""},
            {"POST", task + "/bpmnError", "{\"errorCode\":\"withdrawn\"}"},
            {"POST", task + "/bpmnEscalation", "{\"escalationCode\":\"x\"}"},
            {"POST", task + "/resolve", "{}"},
            {"POST", task + "/delegate", "{\"userId\":\"clerk\"}"},
            {"POST", task + "/variables", "{\"modifications\":{\"a\":{\"value\":1}}}"},
            {"PUT", task + "/variables/fee", "{\"value\":0}"},
            {"DELETE", task + "/variables/fee", ""},
            {"POST", task + "/localVariables", "{\"modifications\":{\"a\":{\"value\":1}}}"},
            {"PUT", task + "/localVariables/fee", "{\"value\":0}"},
            {"PUT", task, "{\"name\":\"" + EXPRESSION + "\",\"due\":null}"},
            {"DELETE", task, ""},
            {"POST", task + "/identity-links", "{\"userId\":\"" + EXPRESSION + "\",\"type\":\"candidate\"}"},
            {"POST", task + "/identity-links/delete", "{\"groupId\":\"counter\",\"type\":\"candidate\"}"},
            {"POST", task + "/attachment/create", "{}"},
            {"POST", ENGINE + "/task/create", "{\"name\":\"x\"}"},
            {"POST", ENGINE + "/message", "{\"messageName\":\"payment-received\",\"businessKey\":\"" + code + "\"}"},
            {"POST", ENGINE + "/signal", "{\"name\":\"x\"}"},
            {"POST", ENGINE + "/condition", "{\"variables\":{}}"},
            {"DELETE", instance, ""},
            {"POST", instance + "/modification", modify},
            {"PUT", instance + "/suspended", "{\"suspended\":true}"},
            {"PUT", instance + "/variables/fee", "{\"value\":0}"},
            {"POST", instance + "/variables", "{\"modifications\":{\"a\":{\"value\":1}}}"},
            {"DELETE", instance + "/comment", ""},
            {"POST", ENGINE + "/process-instance/delete", "{" + ids + "}"},
            {"POST", ENGINE + "/process-instance/variables-async", "{" + ids + ",\"variables\":{}}"},
            {"POST", ENGINE + "/process-instance/message-async", "{" + ids + ",\"messageName\":\"x\"}"},
            {"PUT", ENGINE + "/process-instance/suspended", "{" + ids + ",\"suspended\":true}"},
            {"POST", process.replace("key/", "") + "/restart", "{" + ids + "}"},
            {"POST", ENGINE + "/migration/generate", "{}"},
            {"POST", ENGINE + "/migration/execute", "{}"},
            {"POST", ENGINE + "/modification/execute", "{" + ids + "}"},
            {"POST", job + "/execute", ""},
            {"PUT", job + "/duedate", "{\"duedate\":\"2020-01-01T00:00:00.000+0700\"}"},
            {"PUT", job + "/retries", "{\"retries\":0}"},
            {"POST", ENGINE + "/external-task/fetchAndLock", "{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[]}"},
            {"POST", ENGINE + "/execution/" + CamundaAttackTest.task.getExecutionId() + "/signal", "{}"},
            {
                "PUT",
                ENGINE + "/execution/" + CamundaAttackTest.task.getExecutionId() + "/localVariables/x",
                "{\"value\":1}"
            },
            {
                "POST",
                ENGINE + "/execution/" + CamundaAttackTest.task.getExecutionId() + "/create-incident",
                "{\"incidentType\":\"x\"}"
            },
            {"POST", ENGINE + "/decision-definition/key/publication-fee/evaluate", "{\"variables\":{}}"},
            {
                "POST",
                ENGINE + "/authorization/create",
                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"clerk\",\"resourceType\":0,\"resourceId\":\"*\"}"
            },
            {"POST", ENGINE + "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}"},
            {"POST", ENGINE + "/user/create", "{}"},
            {"PUT", ENGINE + "/user/admin/profile", "{}"},
            {"PUT", ENGINE + "/user/" + person + "/credentials", "{\"password\":\"x\"}"},
            {"POST", ENGINE + "/group/create", "{\"id\":\"x\"}"},
            {"PUT", ENGINE + "/group/camunda-admin/members/" + person, ""},
            {"POST", ENGINE + "/tenant/create", "{\"id\":\"x\"}"},
            {"PUT", ENGINE + "/tenant/H37.CA/user-members/" + person, ""},
            {"POST", ENGINE + "/history/cleanup", ""},
            {"POST", ENGINE + "/history/process-instance/delete", "{}"},
            {"DELETE", ENGINE + "/history/process-instance/" + CamundaAttackTest.task.getProcessInstanceId(), ""},
            {"POST", ENGINE + "/telemetry/configuration", "{\"enableTelemetry\":true}"},
            {"GET", ENGINE + "/deployment", ""},
            {"GET", ENGINE + "/optimize/process-instance/running", ""},
            {"GET", ENGINE + "/authorization", ""},
            {"GET", ENGINE + "/schema/log", ""},
            {"GET", "/camunda/api/engine/engine/other/task", ""},
            {"GET", "/camunda/app/admin/default/", ""},
            {"GET", "/camunda/api/admin/plugin/license/default/check-key", ""}
        }) {
            HttpResponse<String> answer = visitor.call(call[0], call[1], call[2]);
            all.assertThat(answer.statusCode())
                    .as("%s %s: %s", call[0], call[1], answer.body())
                    .isIn(403, 404);
        }
        all.assertAll();
        assertThat(office.openTasks(code)).containsExactly("intake-check");
    }

    @Test
    void the_engine_refuses_by_itself_what_the_door_would_have_let_pass() {
        String id = task.getId();
        for (Runnable attempt : List.<Runnable>of(
                () -> office.engine.getTaskService().setVariable(id, "fee", 0),
                () -> office.engine.getTaskService().setDueDate(id, null),
                () -> office.engine.getTaskService().handleBpmnError(id, "withdrawn"),
                () -> office.engine.getTaskService().addCandidateGroup(id, "officer"),
                () -> office.engine.getRuntimeService().correlateMessage("payment-received", code),
                () -> office.engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "x"),
                () -> office.engine
                        .getFilterService()
                        .saveFilter(office.engine.getFilterService().newTaskFilter("x")))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> store.bean(EngineLogin.class).as("clerk", () -> {
                                attempt.run();
                                return id;
                            }))
                    .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
        }
        assertThat(office.engine.getIdentityService().getCurrentAuthentication())
                .isNull();
    }

    @Test
    void serialized_objects_are_not_read() {
        String object =
                "{\"variables\":{\"decision\":{\"type\":\"Object\",\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\","
                        + "\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\","
                        + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}}}";
        String path = ENGINE + "/task/" + task.getId();
        for (String action : List.of("/submit-form", "/complete")) {
            assertThat(clerk.post(path + action, object).statusCode()).isBetween(400, 500);
        }
        assertThat(office.openTasks(code)).containsExactly("intake-check");
    }

    @Test
    void what_people_write_is_never_evaluated() {
        String name = "${1+1} #{2+2} " + EXPRESSION;
        String filed = file("title", name, "applicantName", name, "subject", "police");
        office.complete(
                filed,
                "intake-check",
                fields("decision", "accept", "media", "printed", "units", 120, "subject", "police"));
        office.complete(filed, "confirm-payment", fields("decision", "paid", "receiptNumber", name));
        Task opinion = office.task(filed, "give-opinion");
        assertThat(opinion.getName()).doesNotContain("java.lang.Runtime]").doesNotContain("class java");
        assertThat(store.bean(Answers.class)).isNotNull();
        Map<String, Object> stored = store.bean(vn.motcua.dossier.Submissions.class)
                .fields(office.dossier(filed).id());
        assertThat(stored.get("title")).isEqualTo(name);
        assertThat(admin.post(ENGINE + "/task/" + opinion.getId() + "/assignee", "{\"userId\":\"" + EXPRESSION + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_task_is_given_only_to_people_of_its_group_and_agency_and_only_by_them() {
        Visitor.employ(store, "clerk-2", "counter", Office.DEPARTMENT);
        Visitor.employ(store, "clerk-far", "counter", "000.20.22.H37");
        Visitor.employ(store, "clerk-province", "counter", "000.00.00.H37");
        String path = ENGINE + "/task/" + office.task(file(), "intake-check").getId();
        assertThat(clerk.post(path + "/assignee", "{\"userId\":\"officer\"}").statusCode())
                .isEqualTo(400);
        assertThat(clerk.post(path + "/assignee", "{\"userId\":\"clerk-far\"}").statusCode())
                .isEqualTo(400);
        assertThat(clerk.post(path + "/assignee", "{\"userId\":\"nobody\"}").statusCode())
                .isEqualTo(400);
        assertThat(Visitor.signedIn(store, "officer")
                        .post(path + "/assignee", "{\"userId\":\"clerk\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(clerk.post(path + "/assignee", "{\"userId\":\"clerk-2\"}").statusCode())
                .isEqualTo(204);
        assertThat(clerk.post(path + "/assignee", "{\"userId\":\"clerk-province\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void models_and_forms_are_read_through_what_tasklist_and_cockpit_need() {
        String process = ENGINE + "/process-definition/key/non-business-publication-licence";
        assertThat(clerk.get(process + "/xml").statusCode()).isEqualTo(200);
        assertThat(clerk.get(process + "/deployed-start-form").statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(store, "manager")
                        .get(ENGINE + "/decision-definition/key/publication-fee/xml")
                        .statusCode())
                .isEqualTo(200);
    }
}
