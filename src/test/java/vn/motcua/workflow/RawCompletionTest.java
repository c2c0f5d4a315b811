package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.workflow.Office.fields;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.Status;
import vn.motcua.refusal.Refusal;

/** The engine's own ways in do what our pages do, and no more. */
class RawCompletionTest {

    private static final String LICENCE = "non-business-publication-licence";

    private static Office office;
    private static Publications publications;

    @BeforeAll
    static void open() {
        office = Office.open();
        publications = new Publications(office);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void monday() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
    }

    /** Ways to complete a task. */
    enum Completing {
        COMPLETE((task, fields) -> {
            tasks().complete(task, fields);
            return null;
        }),
        COMPLETE_AND_ASK((task, fields) -> tasks().completeWithVariablesInReturn(task, fields, true)),
        FORM((task, fields) -> {
            office.engine.getFormService().submitTaskForm(task, fields);
            return null;
        }),
        FORM_AND_ASK((task, fields) ->
                office.engine.getFormService().submitTaskFormWithVariablesInReturn(task, fields, false));

        private final BiFunction<String, Map<String, Object>, Object> way;

        Completing(BiFunction<String, Map<String, Object>, Object> way) {
            this.way = way;
        }

        Object run(String code, String taskKey, String group, Map<String, Object> fields) {
            String task = office.task(code, taskKey).getId();
            return office.as(group + "-1", List.of(group), List.of(Office.DEPARTMENT), () -> way.apply(task, fields));
        }
    }

    /** Ways to start a process. */
    enum Starting {
        BY_FORM((engine, fields) -> engine.getFormService().submitStartForm(definition(engine), fields)),
        BY_FORM_WITH_KEY((engine, fields) ->
                engine.getFormService().submitStartForm(definition(engine), "H37.15-999999-9999", fields)),
        BY_KEY((engine, fields) -> engine.getRuntimeService().startProcessInstanceByKey(LICENCE, fields)),
        BY_KEY_WITH_BUSINESS_KEY((engine, fields) ->
                engine.getRuntimeService().startProcessInstanceByKey(LICENCE, "H37.15-999999-9999", fields)),
        BY_ID((engine, fields) -> engine.getRuntimeService().startProcessInstanceById(definition(engine), fields)),
        BY_BUILDER((engine, fields) -> engine.getRuntimeService()
                .createProcessInstanceByKey(LICENCE)
                .businessKey("H37.15-999999-9999")
                .setVariables(fields)
                .executeWithVariablesInReturn());

        private final BiFunction<ProcessEngine, Map<String, Object>, ProcessInstance> way;

        Starting(BiFunction<ProcessEngine, Map<String, Object>, ProcessInstance> way) {
            this.way = way;
        }

        ProcessInstance run(Map<String, Object> fields) {
            return office.as(
                    "counter-1",
                    List.of("counter"),
                    List.of(Office.DEPARTMENT),
                    () -> way.apply(office.engine, new HashMap<>(fields)));
        }
    }

    // --- what all of them do

    @ParameterizedTest
    @EnumSource
    void every_way_to_complete_a_task_stores_the_form_and_follows_it(Completing way) {
        String code = publications.at("appraisal");
        way.run(code, "appraisal", "officer", Publications.incomplete());
        assertThat(office.openTasks(code)).containsExactly("receive-supplement");
        assertThat(office.dossier(code).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(office.lastEvent(code).reason()).isEqualTo("Thiếu bản thảo đóng dấu");
        assertThat(office.lastEvent(code).actor()).isEqualTo("officer-1");
        assertThat(office.field(code, "opinion")).isEqualTo("Chưa đủ giấy tờ");
        assertNoTraceIn(code, "Thiếu bản thảo", "Chưa đủ giấy tờ");
    }

    @ParameterizedTest
    @EnumSource
    void every_way_to_start_a_process_files_a_dossier_under_a_code_of_ours(Starting way) {
        ProcessInstance started = way.run(Office.publicationForm(Map.of("title", "Nhan đề riêng")));
        String code = started.getBusinessKey();
        assertThat(code).startsWith("H37.15-261102-").isNotEqualTo("H37.15-999999-9999");
        assertThat(office.dossier(code).applicant().name()).isEqualTo("Hội Văn học nghệ thuật tỉnh");
        assertThat(office.ledger(code)).singleElement().satisfies(filed -> assertThat(filed.actor())
                .isEqualTo("counter-1"));
        assertThat(office.field(code, "title")).isEqualTo("Nhan đề riêng");
        assertThat(office.field(code, "units")).isEqualTo(120);
        assertThat(office.openTasks(code)).containsExactly("intake-check");
        assertThat(variableNames(code, false)).isEmpty();
    }

    @Test
    void what_was_written_is_nowhere_in_the_engine_at_the_end() {
        String code = publications.at("nothing", Map.of("subject", "military"));
        assertThat(office.isRunning(code)).isFalse();
        assertThat(variableNames(code, true)).isEmpty();
        assertThat(office.count("public.act_hi_varinst")).isZero();
        assertThat(office.count("public.act_hi_detail")).isZero();
        assertThat(office.count("public.act_ge_bytearray where deployment_id_ is null"))
                .isZero();
    }

    // --- what none of them takes

    static Stream<Arguments> badSubmissions() {
        List<Map<String, Object>> bad = List.of(
                with("approved", true),
                without("opinion"),
                without("decision"),
                with("decision", "sign"),
                with("opinion", 12345),
                with("opinion", "x".repeat(4001)),
                with("opinion", "x"),
                with("opinion", List.of("Nội dung phù hợp")),
                with("decision", "refuse"),
                with("actor", "leader-1"),
                with("opinion", "Nội dung \u0000 phù hợp"));
        List<String> names = List.of(
                "an unknown field",
                "no opinion",
                "no decision",
                "an option not in the list",
                "a number for a text",
                "too long a text",
                "too short a text",
                "a list for a text",
                "no reason where one is needed",
                "another actor",
                "a character that no text has");
        return Arrays.stream(Completing.values()).flatMap(way -> Stream.iterate(0, i -> i < bad.size(), i -> i + 1)
                .map(i -> Arguments.of(way, names.get(i), bad.get(i))));
    }

    private static String untouched;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("badSubmissions")
    void what_does_not_keep_to_the_form_is_refused_and_changes_nothing(
            Completing way, String what, Map<String, Object> fields) {
        untouched = untouched == null ? publications.at("appraisal") : untouched;
        assertNothingChanges(() -> way.run(untouched, "appraisal", "officer", fields));
    }

    @Test
    void a_filing_that_does_not_keep_to_the_form_is_refused_whichever_way_it_comes() {
        for (Starting way : Starting.values()) {
            assertNothingChanges(() -> way.run(Office.publicationForm(Map.of("units", "nhiều"))));
            assertNothingChanges(() -> way.run(Office.publicationForm(Map.of("channel", "FAX"))));
            assertNothingChanges(() -> way.run(Office.publicationForm(Map.of("units", 0))));
            assertNothingChanges(() -> way.run(Office.publicationForm(Map.of("phone", "gọi sau"))));
            assertNothingChanges(() -> way.run(Office.publicationForm(Map.of("fee", 0))));
            assertNothingChanges(() -> way.run(Map.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_field_that_is_only_shown_is_not_taken_back(Completing way) {
        String code = publications.at("confirm-payment");
        way.run(
                code,
                "confirm-payment",
                "counter",
                fields("decision", "paid", "receiptNumber", "BL-001", "fee", 1, "applicantName", "Người khác"));
        assertThat(((Number) office.field(code, "fee")).longValue()).isEqualTo(1_800_000);
        assertThat(office.field(code, "applicantName")).isEqualTo("Hội Văn học nghệ thuật tỉnh");
        assertThat(office.dossier(code).applicant().name()).isEqualTo("Hội Văn học nghệ thuật tỉnh");
    }

    @Test
    void a_typed_variable_counts_as_its_value() {
        String code = publications.at("appraisal");
        Completing.COMPLETE.run(
                code,
                "appraisal",
                "officer",
                Variables.putValueTyped("decision", Variables.stringValue("approve"))
                        .putValueTyped("opinion", Variables.stringValue("Nội dung phù hợp")));
        assertThat(office.openTasks(code)).containsExactly("leader-decision");
        assertThat(office.field(code, "opinion")).isEqualTo("Nội dung phù hợp");
    }

    // --- other ways to bring variables in

    @Test
    void a_task_that_is_resolved_brings_no_variables_and_goes_nowhere() {
        String code = publications.at("appraisal");
        String task = office.task(code, "appraisal").getId();
        List<String> before = variableNames(code, true);
        assertThatThrownBy(() -> office.as("officer-1", List.of("officer"), List.of(Office.DEPARTMENT), () -> {
                    tasks().resolveTask(task, Map.of("decision", "approve", "smuggled", "x"));
                    return task;
                }))
                .isInstanceOf(AuthorizationException.class);
        tasks().resolveTask(task, Map.of("decision", "approve", "smuggled", "x"));
        assertThat(variableNames(code, true)).isEqualTo(before);
        assertThat(office.openTasks(code)).containsExactly("appraisal");
    }

    @Test
    void a_clerk_writes_no_variables_into_a_task_or_its_process() {
        String code = publications.at("appraisal");
        String task = office.task(code, "appraisal").getId();
        String before = office.everything();
        List<Runnable> attempts = List.of(
                () -> tasks().setVariable(task, "decision", "approve"),
                () -> tasks().setVariables(task, Map.of("decision", "approve")),
                () -> tasks().setVariableLocal(task, "opinion", "Bản nháp ý kiến"),
                () -> tasks().setVariablesLocal(task, Map.of("opinion", "Bản nháp ý kiến")),
                () -> tasks().removeVariableLocal(task, "title"),
                () -> tasks().delegateTask(task, "officer-2"),
                () -> office.engine.getRuntimeService().setVariable(office.instance(code), "decision", "approve"));
        for (Runnable attempt : attempts) {
            for (String group : List.of("counter", "officer", "leader", "manager")) {
                assertThatThrownBy(() -> office.as(group + "-1", List.of(group), List.of(Office.DEPARTMENT), () -> {
                            attempt.run();
                            return task;
                        }))
                        .isInstanceOf(ProcessEngineException.class);
            }
        }
        assertThat(office.everything()).isEqualTo(before);
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> fields = Publications.approved();
        fields.put(key, value);
        return fields;
    }

    private static Map<String, Object> without(String key) {
        Map<String, Object> fields = Publications.approved();
        fields.remove(key);
        return fields;
    }

    private static void assertNothingChanges(Runnable act) {
        String before = office.everything();
        assertThatThrownBy(act::run)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("“")
                .rootCause()
                .isInstanceOf(Refusal.class);
        assertThat(office.everything()).isEqualTo(before);
    }

    /** Names of the variables of the dossier's process, with or without those of its open tasks' forms. */
    private static List<String> variableNames(String code, boolean withTasks) {
        return office.store
                .jdbc()
                .sql("select name_ from public.act_ru_variable where proc_inst_id_ = ?"
                        + (withTasks ? "" : " and task_id_ is null") + " order by name_")
                .param(office.instance(code))
                .query(String.class)
                .list();
    }

    private static void assertNoTraceIn(String code, String... texts) {
        assertThat(variableNames(code, false)).isEmpty();
        for (String text : texts) {
            assertThat(office.store
                            .jdbc()
                            .sql("select count(*) from public.act_ru_variable where proc_inst_id_ = ? and text_ like ?")
                            .params(office.instance(code), "%" + text + "%")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(office.count("public.act_hi_varinst")).isZero();
        assertThat(office.count("public.act_hi_detail")).isZero();
    }

    private static TaskService tasks() {
        return office.engine.getTaskService();
    }

    private static String definition(ProcessEngine engine) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(LICENCE)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
