package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agency;
import vn.motcua.sla.StepScope;
import vn.motcua.sla.StepScope.Called;

/**
 * Whose steps a question about a process definition means. Dossiers are those of all its versions. A process that is only
 * called has tasks of the dossiers of all processes; where it is called, its tasks stand for the call activity.
 */
@Component
class StepScopes {

    /** What a call activity tells a called process about the name of its step. */
    private static final String STEP_NAME = "stepName";

    /** @param tasks of the process itself */
    private record Model(Set<String> tasks, List<Called> called) {}

    private final RepositoryService repository;
    private final Clock clock;
    /** A definition is never rewritten. */
    private final Map<String, Model> models = new ConcurrentHashMap<>();

    StepScopes(RepositoryService repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * @param asked definition; agency; procedure
     * @throws Absent when there is no such definition
     */
    StepScope of(Watcher who, Asked asked) {
        ProcessDefinition definition = definition(asked.text("definition").orElse(""));
        String procedure = asked.text("procedure").orElse(null);
        Set<Integer> agencies = agencies(who, asked);
        if (definition.isStartableInTasklist()) {
            return new StepScope(
                    Set.of(definition.getKey()), null, model(definition).called(), agencies, procedure);
        }
        return new StepScope(processes(), model(definition).tasks(), List.of(), agencies, procedure);
    }

    private static Set<Integer> agenciesBelow(Watcher who, Agency agency, LocalDate day) {
        return who.register().tree().subtree(agency.id(), day).stream()
                .filter(who::watches)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Integer> agencies(Watcher who, Asked asked) {
        Agency agency = who.agency(asked);
        return agency == null ? who.agencies() : agenciesBelow(who, agency, LocalDate.now(clock));
    }

    private ProcessDefinition definition(String id) {
        try {
            return Optional.ofNullable(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(id)
                            .singleResult())
                    .orElseThrow(() -> new Absent("Không có quy trình này"));
        } catch (NotFoundException | AuthorizationException hidden) {
            throw new Absent("Không có quy trình này");
        }
    }

    private Set<String> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Model model(ProcessDefinition definition) {
        return models.computeIfAbsent(definition.getId(), id -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(id);
            return new Model(
                    tasks(model),
                    model.getModelElementsByType(CallActivity.class).stream()
                            .flatMap(this::called)
                            .toList());
        });
    }

    private Stream<Called> called(CallActivity call) {
        ProcessDefinition process = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(call.getCalledElement())
                .latestVersion()
                .singleResult();
        String name = stepName(call).filter(text -> !text.contains("{")).orElse(null);
        return process == null
                ? Stream.empty()
                : tasks(repository.getBpmnModelInstance(process.getId())).stream()
                        .map(task -> new Called(task, name, call.getId()));
    }

    private static Set<String> tasks(BpmnModelInstance model) {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> stepName(CallActivity call) {
        ExtensionElements more = call.getExtensionElements();
        return more == null
                ? Optional.empty()
                : more.getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .filter(in -> STEP_NAME.equals(in.getCamundaTarget()))
                        .map(CamundaIn::getCamundaSourceExpression)
                        .findFirst();
    }
}
