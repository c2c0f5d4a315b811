package vn.motcua.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.RefusalsAsAnswers;
import vn.motcua.worklist.Assignments;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/**
 * Who has which open task, for our own pages: each change one transaction of engine, work item and its record. What is
 * refused throws a {@link Refusal} and changes nothing. Who may give and get a task, {@link Rights} decide.
 */
@EngineRoom
public class TaskAssignments {

    private static final int LONGEST_REASON = 1000;

    private final TaskService tasks;
    private final WorkItems items;
    private final Dossiers dossiers;
    private final Assignments assignments;
    private final EngineLogin login;

    TaskAssignments(TaskService tasks, WorkItems items, Dossiers dossiers, Assignments assignments, EngineLogin login) {
        this.tasks = tasks;
        this.items = items;
        this.dossiers = dossiers;
        this.assignments = assignments;
        this.login = login;
    }

    /** Takes a task that nobody has; one's own again changes nothing. */
    @Transactional
    public void claim(String taskId, String who) {
        WorkItem item = held(taskId);
        if (item.assignee() == null) {
            give(item, who, who);
        } else if (!item.assignee().equals(who)) {
            throw new Refusal("%s đang làm việc này".formatted(item.assignee()));
        }
    }

    /** Gives one's own task back to the group. */
    @Transactional
    public void release(String taskId, String who) {
        WorkItem item = held(taskId);
        if (!who.equals(item.assignee())) {
            throw new Refusal("Việc này không phải do bạn nhận, nên không trả lại được");
        }
        give(item, null, who);
    }

    /**
     * Gives a task to a colleague, whoever had it before.
     *
     * @param reason why, for the record
     */
    @Transactional
    public void handOver(String taskId, String colleague, String reason, String who) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Refusal("Hãy ghi lý do chuyển việc, không quá %d ký tự".formatted(LONGEST_REASON));
        }
        WorkItem item = held(taskId);
        if (colleague.equals(item.assignee())) {
            throw new Refusal("%s đang làm việc này rồi".formatted(colleague));
        }
        assignments.because(taskId, why);
        give(item, colleague, who);
    }

    private void give(WorkItem item, @Nullable String to, String who) {
        try {
            login.as(who, () -> {
                tasks.setAssignee(item.taskId(), to);
                return item;
            });
        } catch (OptimisticLockingException e) {
            throw new Refusal("Vừa có người khác thay đổi việc này; hãy xem lại rồi làm lại", e);
        } catch (RuntimeException e) {
            Refusal refusal = RefusalsAsAnswers.refusalIn(e);
            throw refusal == null ? e : refusal;
        }
    }

    /** The open task, with its dossier held, as it stands once nobody else changes it. */
    private WorkItem held(String taskId) {
        Optional<WorkItem> open = items.find(taskId);
        open.ifPresent(item -> dossiers.lock(dossiers.get(item.dossierId()).code()));
        return open.flatMap(item -> items.findAgain(taskId))
                .orElseThrow(() -> new Refusal("Việc này đã xong hoặc không còn nữa"));
    }
}
