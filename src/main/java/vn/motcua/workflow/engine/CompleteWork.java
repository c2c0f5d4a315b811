package vn.motcua.workflow.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import vn.motcua.worklist.WorkItems;

/**
 * Takes a task and completes it, in one command. Whose task it is the watch decides, for whichever API: group and four eyes; here
 * the agency is checked too, and the engine's own authorizations, which could only say the same, are not asked once more.
 * A task without a work item is none of a dossier: of it the watch knows nothing, so the engine's authorizations decide.
 */
public final class CompleteWork extends CompleteTaskCmd {

    private static final long serialVersionUID = 1L;

    private final transient WorkItems items;

    private CompleteWork(String taskId, Map<String, Object> fields, WorkItems items) {
        super(taskId, fields);
        this.items = items;
    }

    public static void of(ProcessEngine engine, String taskId, Map<String, Object> fields, WorkItems items) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new CompleteWork(taskId, new HashMap<>(fields), items));
    }

    @Override
    protected void checkCompleteTask(TaskEntity task, CommandContext context) {
        if (items.find(task.getId()).isEmpty()) {
            super.checkCompleteTask(task, context);
            return;
        }
        new TenantCommandChecker().checkTaskWork(task);
        Authentication person = context.getAuthentication();
        if (person != null && person.getUserId() != null && task.getAssignee() == null) {
            task.setAssignee(person.getUserId());
        }
    }

    @Override
    protected void completeTask(TaskEntity task) {
        task.complete();
    }
}
