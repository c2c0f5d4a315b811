package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.TaskWatch;
import vn.motcua.worklist.Assignment;
import vn.motcua.worklist.Assignments;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Keeps one work item per open task, and hands completed tasks on. Tasks of processes without a dossier are let be. */
@EngineRoom
class TaskFollower implements TaskWatch {

    private final WorkItems items;
    private final Dossiers dossiers;
    private final Agencies agencies;
    private final Completion completion;
    private final Assignments assignments;
    private final Clock clock;

    TaskFollower(
            WorkItems items,
            Dossiers dossiers,
            Agencies agencies,
            Completion completion,
            Assignments assignments,
            Clock clock) {
        this.items = items;
        this.dossiers = dossiers;
        this.agencies = agencies;
        this.completion = completion;
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    public void happened(DelegateTask task, @Nullable String allowance) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> opened(task, allowance);
            case TaskListener.EVENTNAME_ASSIGNMENT -> assigned(task);
            case TaskListener.EVENTNAME_COMPLETE ->
                items.find(task.getId()).ifPresent(item -> {
                    completion.of(task, item);
                    items.close(task.getId());
                });
            default -> items.close(task.getId());
        }
    }

    private void opened(DelegateTask task, @Nullable String allowance) {
        String code = task.getExecution().getProcessBusinessKey();
        Optional<Dossier> dossier = code == null ? Optional.empty() : dossiers.find(code);
        dossier.ifPresent(known -> items.open(item(task, known, allowance)));
    }

    private void assigned(DelegateTask task) {
        items.find(task.getId()).ifPresent(item -> {
            Rights.checkGiver(task, item);
            if (task.getAssignee() != null) {
                Rights.checkAssignee(task, item);
            }
            if (!items.isTaken(task.getId())) {
                assignments.add(item, assignment(task));
            }
        });
        items.assign(task.getId(), task.getAssignee());
    }

    private Assignment assignment(DelegateTask task) {
        return new Assignment(
                task.getId(), task.getName(), task.getAssignee(), Acts.actor(task), null, LocalDateTime.now(clock));
    }

    private WorkItem item(DelegateTask task, Dossier dossier, @Nullable String allowance) {
        String group = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(candidate -> candidate != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A task needs a group: " + task.getTaskDefinitionKey()));
        return new WorkItem(
                task.getId(),
                dossier.id(),
                task.getTaskDefinitionKey(),
                task.getName(),
                group,
                task.getTenantId() == null
                        ? dossier.agencyId()
                        : agencies.get(task.getTenantId()).id(),
                task.getAssignee(),
                Dates.moment(task.getCreateTime()),
                allowance,
                task.getDueDate() == null ? null : Dates.moment(task.getDueDate()));
    }
}
