package vn.motcua.workflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.WorkItem;

/**
 * Who may have a task: people of its group in its agency or above it. The engine's rights let everybody who works on a
 * process see its tasks; whose turn it is, is decided here. Where nobody is logged in, the application itself acts.
 */
final class Rights {

    private Rights() {}

    /** That the person who completes the task is of its group. */
    static void checkActor(DelegateTask task, WorkItem item) {
        Authentication person =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (person == null || person.getUserId() == null) {
            return;
        }
        List<String> groups = person.getGroupIds();
        if (groups == null || !groups.contains(item.staffGroup())) {
            throw new Refusal("Việc “%s” là của %s; tài khoản của bạn không thuộc nhóm này"
                    .formatted(item.name(), groupName(item)));
        }
    }

    /** That whoever takes, gives or takes back the task is of its group, or one who leads. */
    static void checkGiver(DelegateTask task, WorkItem item) {
        Authentication person =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        List<String> groups = person == null ? null : person.getGroupIds();
        if (groups != null && !groups.contains("leader") && !groups.contains("admin")) {
            checkActor(task, item);
        }
    }

    /** That whom the task is given to is of its group and serves its agency. */
    static void checkAssignee(DelegateTask task, WorkItem item) {
        IdentityService people = task.getProcessEngineServices().getIdentityService();
        boolean fits = people.createUserQuery()
                        .userId(task.getAssignee())
                        .memberOfGroup(item.staffGroup())
                        .memberOfTenant(task.getTenantId())
                        .count()
                == 1;
        if (!fits) {
            throw new Refusal("%s không nhận được việc “%s”: việc này là của %s thuộc đơn vị của việc"
                    .formatted(task.getAssignee(), item.name(), groupName(item)));
        }
    }

    private static String groupName(WorkItem item) {
        return switch (item.staffGroup()) {
            case "counter" -> "cán bộ một cửa";
            case "officer" -> "chuyên viên";
            case "leader" -> "lãnh đạo";
            default -> "nhóm " + item.staffGroup();
        };
    }
}
