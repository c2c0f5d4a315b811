package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.forms.FormDefinition;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.Submitted;
import vn.motcua.workflow.engine.TaskForms;
import vn.motcua.worklist.WorkItem;

/**
 * What happens when a task is completed, whichever page or API did it: the person and the submitted form are checked, the
 * form is stored in the dossier, and its fields can be read by what follows in the same transaction, and no longer.
 */
@EngineRoom
class Completion {

    private static final String OFFICER = "officer";
    private static final String LEADER = "leader";

    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Flows flows;
    private final Clock clock;

    Completion(Dossiers dossiers, Submissions submissions, Flows flows, Clock clock) {
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.flows = flows;
        this.clock = clock;
    }

    void of(DelegateTask task, WorkItem item) {
        Rights.checkActor(task, item);
        Dossier dossier = dossiers.get(item.dossierId());
        flows.isOn(dossier.id(), TaskForms.rootInstance(task));
        String actor = Acts.actor(task);
        checkFourEyes(item, dossier, actor);
        Optional<FormDefinition> form = TaskForms.of(task);
        Map<String, Object> fields = form.map(known -> known.accept(Submitted.fields(), LocalDate.now(clock)))
                .orElseGet(Completion::nothing);
        submissions.add(
                dossier.id(),
                new Submission(
                        item.taskKey(),
                        task.getId(),
                        item.name(),
                        item.staffGroup(),
                        item.agencyId(),
                        actor,
                        LocalDateTime.now(clock),
                        fields,
                        new Submission.Time(item.created(), item.taken(), item.allowance(), item.due())),
                isOwnProcess(task, dossier));
        form.ifPresent(known -> handOn(task, known, fields));
    }

    /** Fields that were left empty are handed on too, so that a condition may ask for them; what is only shown is not. */
    private static void handOn(DelegateTask task, FormDefinition form, Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> !field.readOnly())
                .forEach(field -> all.put(field.key(), fields.get(field.key())));
        all.forEach((key, value) -> {
            task.getExecution().setVariable(key, Variables.untypedValue(value, true));
        });
    }

    /** Nobody signs what he has appraised himself. */
    private void checkFourEyes(WorkItem item, Dossier dossier, String actor) {
        if (item.staffGroup().equals(LEADER)
                && submissions.actors(dossier.id(), OFFICER).contains(actor)) {
            throw new Refusal("Người đã thẩm định hồ sơ không được tự quyết định; hãy để lãnh đạo khác thực hiện");
        }
    }

    private boolean isOwnProcess(DelegateTask task, Dossier dossier) {
        return flows.instance(dossier.id())
                .filter(task.getProcessInstanceId()::equals)
                .isPresent();
    }

    private static Map<String, Object> nothing() {
        if (!Submitted.fields().isEmpty()) {
            throw new Refusal("Việc này không có biểu mẫu, không nhận được trường "
                    + String.join(", ", Submitted.fields().keySet()));
        }
        return Map.of();
    }
}
