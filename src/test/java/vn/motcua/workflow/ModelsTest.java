package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.calendar.Allowance;
import vn.motcua.dossier.Dossiers;
import vn.motcua.forms.Field;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.Option;
import vn.motcua.people.StaffGroup;

/** The models are code: what a reviewer would look for in them, looked for by a machine. */
class ModelsTest {

    private static final Pattern READABLE = Pattern.compile("[a-z]{2,}(-[a-z]+)*");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\.(\\w+)");
    private static final Pattern ANSWER = Pattern.compile("decision == '([^']*)'");
    private static final Pattern VIETNAMESE = Pattern.compile(".*[à-ỹĐđ].*", Pattern.CASE_INSENSITIVE);
    private static final Set<String> JUEL = Set.of("execution", "not", "and", "or", "empty", "true", "false", "null");

    /** What code reads from an execution without any form or model having named it. */
    private static final Set<String> READ_BY_CODE = Set.of("actor");

    private static final Map<String, Object> WORDS = new Words(
                    mock(Dossiers.class),
                    mock(Opening.class),
                    mock(Grant.class),
                    mock(Fee.class),
                    mock(Steps.class),
                    mock(Deadlines.class),
                    mock(Answers.class),
                    mock(SpecialisedOpinion.class),
                    mock(Consultation.class),
                    mock(Notices.class))
            .words();

    /** A model under the name of its file. */
    record Model(String name, BpmnModelInstance bpmn, String xml) {
        Process process() {
            return bpmn.getModelElementsByType(Process.class).iterator().next();
        }

        <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Model> MODELS = files("processes", ".bpmn").stream()
            .map(file -> new Model(stem(file), Bpmn.readModelFromFile(file.toFile()), read(file)))
            .toList();

    static List<Model> models() {
        return MODELS;
    }

    @Test
    void there_are_three_processes() {
        assertThat(models())
                .extracting(Model::name)
                .containsExactly("agency-step", "non-business-publication-licence", "online-public-service");
    }

    // --- the process

    @ParameterizedTest
    @MethodSource("models")
    void a_process_is_named_as_its_file_and_ready_to_run(Model model) {
        assertThat(model.all(Process.class)).hasSize(1);
        Process process = model.process();
        assertThat(process.getId()).isEqualTo(model.name());
        assertThat(process.getName()).matches(VIETNAMESE);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
        assertThat(process.getCamundaVersionTag()).isNull();
        assertThat(process.isCamundaStartableInTasklist())
                .isEqualTo(!model.name().equals("agency-step"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void ids_are_words_and_each_is_there_once(Model model) {
        List<String> ids = model.all(BaseElement.class).stream()
                .map(BaseElement::getId)
                .filter(id -> id != null)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> READABLE.matcher(id)
                .matches());
        assertThat(model.all(FlowNode.class)).extracting(FlowNode::getId).doesNotContainNull();
        assertThat(model.all(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatever_is_shown_has_a_vietnamese_name(Model model) {
        Stream.concat(model.all(Activity.class).stream(), model.all(Event.class).stream())
                .forEach(node -> assertNamed(node.getId(), node.getName()));
        model.all(Gateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .forEach(gateway -> {
                    assertNamed(gateway.getId(), gateway.getName());
                    if (gateway instanceof ExclusiveGateway) {
                        gateway.getOutgoing().forEach(flow -> assertThat(flow.getName())
                                .as(flow.getId())
                                .isNotBlank());
                    }
                });
    }

    private static void assertNamed(String id, String name) {
        assertThat(name).as(id).isNotBlank();
        assertThat(name.startsWith("${") || VIETNAMESE.matcher(name).matches())
                .as("%s: %s", id, name)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everything_is_drawn(Model model) {
        model.all(FlowNode.class)
                .forEach(node ->
                        assertThat(node.getDiagramElement()).as(node.getId()).isNotNull());
        model.all(SequenceFlow.class).forEach(flow -> {
            assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
            assertThat(flow.getDiagramElement().getWaypoints()).as(flow.getId()).hasSizeGreaterThan(1);
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_node_leads_somewhere_and_is_come_to(Model model) {
        model.all(FlowNode.class).forEach(node -> {
            boolean watches = node instanceof BoundaryEvent
                    || node instanceof StartEvent
                    || "true".equals(node.getAttributeValue("triggeredByEvent"));
            boolean ends = node instanceof EndEvent || "true".equals(node.getAttributeValue("triggeredByEvent"));
            assertThat(node.getIncoming().isEmpty()).as(node.getId()).isEqualTo(watches);
            assertThat(node.getOutgoing().isEmpty()).as(node.getId()).isEqualTo(ends);
        });
    }

    // --- tasks and forms

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_has_a_group_a_form_of_its_own_and_a_due_date(Model model) {
        Set<String> groups =
                Arrays.stream(StaffGroup.values()).map(StaffGroup::code).collect(Collectors.toSet());
        model.all(UserTask.class).forEach(task -> {
            String group = task.getCamundaCandidateGroups();
            assertThat(groups.contains(group) || isExpression(group))
                    .as(task.getId() + " of " + group)
                    .isTrue();
            assertThat(task.getCamundaFormRef()).isEqualTo(model.name() + "-" + task.getId());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(form(task.getCamundaFormRef()).fields()).as(task.getId()).isNotEmpty();
            String due = task.getCamundaDueDate();
            assertThat(due).as(task.getId()).isNotBlank();
            if (!isExpression(due)) {
                assertThat(Allowance.parse(due)).as(task.getId()).isNotNull();
            }
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateUsers()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_process_that_anybody_may_start_opens_a_dossier_from_its_start_form(Model model) {
        StartEvent start = model.all(StartEvent.class).stream()
                .filter(event -> event.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow();
        boolean called = model.name().equals("agency-step");
        assertThat(start.getCamundaFormRef()).isEqualTo(called ? null : model.name() + "-start");
        assertThat(model.xml().contains("delegateExpression=\"${openDossier}\""))
                .isEqualTo(!called);
        if (!called) {
            assertThat(start.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(form(start.getCamundaFormRef()).fields()).isNotEmpty();
        }
    }

    @Test
    void every_form_belongs_to_a_task_or_a_start() {
        Set<String> used = models().stream()
                .flatMap(model -> Stream.concat(
                        model.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        model.all(StartEvent.class).stream().map(StartEvent::getCamundaFormRef)))
                .filter(reference -> reference != null)
                .collect(Collectors.toSet());
        assertThat(files("forms", ".form")).extracting(ModelsTest::stem).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void no_field_is_named_as_something_that_models_or_code_read_otherwise() {
        Set<String> taken = new HashSet<>(WORDS.keySet());
        taken.addAll(JUEL);
        taken.addAll(READ_BY_CODE);
        models().forEach(model -> taken.addAll(variables(model)));
        assertThat(taken).contains("agency", "step", "unitFee", "actor", "resolve");
        files("forms", ".form").forEach(file -> assertThat(form(stem(file)).fields())
                .as(stem(file))
                .extracting(Field::key)
                .doesNotContainAnyElementsOf(taken));
    }

    // --- expressions

    @ParameterizedTest
    @MethodSource("models")
    void expressions_use_nothing_but_words_and_what_is_at_hand(Model model) {
        Set<String> atHand = new HashSet<>(WORDS.keySet());
        atHand.addAll(JUEL);
        if (model.name().equals("agency-step")) {
            models().forEach(caller -> atHand.addAll(passedIn(caller)));
        }
        atHand.add("decision"); // see the test below
        Matcher expressions = EXPRESSION.matcher(model.xml());
        while (expressions.find()) {
            String expression = expressions.group(1).replace("&#39;", "'");
            Matcher names = NAME.matcher(TEXT.matcher(expression).replaceAll(""));
            while (names.find()) {
                assertThat(atHand).as(expression).contains(names.group());
            }
            Matcher calls = CALL.matcher(expression);
            while (calls.find()) {
                if (!calls.group(1).equals("execution")) {
                    assertThat(methods(WORDS.get(calls.group(1))))
                            .as(expression)
                            .contains(calls.group(2));
                } else {
                    assertThat(calls.group(2)).as(expression).isEqualTo("processBusinessKey");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_decision_is_asked_right_after_its_task_and_is_one_of_its_options(Model model) {
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            String condition = flow.getConditionExpression() == null
                    ? ""
                    : flow.getConditionExpression().getTextContent();
            if (condition.contains("decision")) {
                Matcher answer = ANSWER.matcher(condition);
                assertThat(answer.find()).as(condition).isTrue();
                assertThat(flow.getSource().getIncoming()).as(flow.getId()).allSatisfy(before -> {
                    assertThat(before.getSource()).isInstanceOf(UserTask.class);
                    assertThat(options((UserTask) before.getSource())).contains(answer.group(1));
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_exclusive_gateway_always_has_a_way_to_go(Model model) {
        for (ExclusiveGateway gateway : model.all(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() > 1) {
                assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
                assertThat(gateway.getOutgoing()).contains(gateway.getDefault());
            }
            gateway.getOutgoing().stream()
                    .filter(flow -> !flow.equals(gateway.getDefault()))
                    .filter(flow -> gateway.getOutgoing().size() > 1)
                    .forEach(flow -> assertThat(flow.getConditionExpression())
                            .as(flow.getId())
                            .isNotNull());
        }
    }

    @Test
    void every_word_is_used_by_some_model() {
        String all = models().stream().map(Model::xml).collect(Collectors.joining());
        Set<String> unused = new TreeSet<>(WORDS.keySet());
        unused.removeIf(word ->
                Pattern.compile("[$#]\\{[^}]*\\b" + word + "\\b").matcher(all).find());
        assertThat(unused).isEmpty();
    }

    // --- messages, errors, what they call

    @ParameterizedTest
    @MethodSource("models")
    void messages_and_errors_are_all_used(Model model) {
        Set<Message> awaited = model.all(MessageEventDefinition.class).stream()
                .map(MessageEventDefinition::getMessage)
                .collect(Collectors.toSet());
        assertThat(awaited).doesNotContainNull().containsExactlyInAnyOrderElementsOf(model.all(Message.class));
        Set<Error> mentioned = model.all(ErrorEventDefinition.class).stream()
                .map(ErrorEventDefinition::getError)
                .collect(Collectors.toSet());
        assertThat(mentioned).doesNotContainNull().containsExactlyInAnyOrderElementsOf(model.all(Error.class));
        if (!model.name().equals("agency-step")) {
            assertThat(awaited)
                    .extracting(Message::getName)
                    .containsExactlyInAnyOrder(
                            "supplement-received",
                            "payment-received",
                            "withdrawal-asked",
                            "extension-granted",
                            "opinion-asked");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void an_error_that_ends_a_scope_is_caught_around_it(Model model) {
        for (EndEvent end : model.all(EndEvent.class)) {
            for (EventDefinition definition : end.getEventDefinitions()) {
                if (definition instanceof ErrorEventDefinition thrown) {
                    assertThat(caughtAround(model, end)).as(end.getId()).contains(thrown.getError());
                }
            }
        }
    }

    private static List<Error> caughtAround(Model model, ModelElementInstance node) {
        List<ModelElementInstance> scopes = new ArrayList<>();
        for (ModelElementInstance scope = node; scope != null; scope = scope.getParentElement()) {
            scopes.add(scope);
        }
        return model.all(BoundaryEvent.class).stream()
                .filter(boundary -> scopes.contains(boundary.getAttachedTo()))
                .flatMap(boundary -> boundary.getEventDefinitions().stream())
                .filter(ErrorEventDefinition.class::isInstance)
                .map(definition -> ((ErrorEventDefinition) definition).getError())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_called_came_with_the_same_deployment(Model model) {
        Set<String> processes = models().stream().map(Model::name).collect(Collectors.toSet());
        Set<String> decisions = decisions();
        model.all(CallActivity.class).forEach(call -> {
            assertThat(processes).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(passedIn(model)).contains("agency", "stepName", "group", "allowance");
        });
        model.all(BusinessRuleTask.class).forEach(task -> {
            assertThat(decisions).contains(task.getCamundaDecisionRef());
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        });
    }

    @Test
    void every_decision_is_named_in_vietnamese_and_after_its_file() {
        for (Path file : files("processes", ".dmn")) {
            DmnModelInstance dmn = Dmn.readModelFromFile(file.toFile());
            assertThat(dmn.getModelElementsByType(Decision.class))
                    .singleElement()
                    .satisfies(decision -> {
                        assertThat(decision.getId()).isEqualTo(stem(file));
                        assertThat(decision.getName()).matches(VIETNAMESE);
                        assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P365D");
                    });
        }
        assertThat(decisions()).containsExactlyInAnyOrder("publication-fee", "specialised-agency");
    }

    @ParameterizedTest
    @MethodSource("models")
    void models_carry_no_code_of_their_own(Model model) {
        assertThat(model.all(ScriptTask.class)).isEmpty();
        assertThat(model.xml())
                .doesNotContain("camunda:class", "class=\"", "camunda:script", "scriptFormat", "<bpmn:script")
                .doesNotContain("camunda:connector", "camunda:expression", "camunda:type", "camunda:topic")
                .doesNotContain("camunda:inputOutput", "camunda:formKey", "camunda:formData");
        model.all(ServiceTask.class).forEach(task -> assertThat(task.getCamundaDelegateExpression())
                .as(task.getId())
                .matches("\\$\\{\\w+}"));
    }

    // --- reading

    private static boolean isExpression(String text) {
        return text != null && text.startsWith("${");
    }

    private static Set<String> methods(Object word) {
        assertThat(word).isNotNull();
        return Arrays.stream(word.getClass().getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    private static List<String> options(UserTask task) {
        return form(task.getCamundaFormRef()).field("decision").orElseThrow().options().stream()
                .map(Option::value)
                .toList();
    }

    /** The variables that a model itself makes. */
    private static Set<String> variables(Model model) {
        Set<String> variables = passedIn(model);
        model.all(BusinessRuleTask.class).forEach(task -> variables.add(task.getCamundaResultVariable()));
        Matcher elements = Pattern.compile("camunda:elementVariable=\"(\\w+)\"").matcher(model.xml());
        while (elements.find()) {
            variables.add(elements.group(1));
        }
        return variables;
    }

    private static Set<String> passedIn(Model model) {
        return model.all(CamundaIn.class).stream()
                .map(CamundaIn::getCamundaTarget)
                .filter(target -> target != null)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> decisions() {
        return files("processes", ".dmn").stream().map(ModelsTest::stem).collect(Collectors.toSet());
    }

    private static FormDefinition form(String key) {
        return FormDefinition.parse(read(Path.of("forms", key + ".form")));
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
