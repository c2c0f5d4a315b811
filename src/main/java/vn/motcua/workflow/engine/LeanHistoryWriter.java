package vn.motcua.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes less than the engine would: that somebody took or completed his own task stands in the task's history and in the
 * dossier, so the log of operations need not repeat it; and when a task began is known from the task itself.
 */
final class LeanHistoryWriter extends DbHistoryEventHandler {

    private static final Set<String> TOLD_ELSEWHERE =
            Set.of(UserOperationLogEntry.OPERATION_TYPE_COMPLETE, UserOperationLogEntry.OPERATION_TYPE_CLAIM);

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity log
                && TOLD_ELSEWHERE.contains(log.getOperationType())
                && !isByAdministrator()) {
            return;
        }
        super.handleEvent(event);
    }

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        TaskEntity task = event instanceof HistoricTaskInstanceEventEntity history && !isInitialEvent(event)
                ? getDbEntityManager().getCachedEntity(TaskEntity.class, history.getTaskId())
                : null;
        if (task == null || getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null) {
            super.insertOrUpdate(event);
            return;
        }
        ((HistoricTaskInstanceEventEntity) event).setStartTime(task.getCreateTime());
        getDbEntityManager().merge(event);
    }

    private static boolean isByAdministrator() {
        Authentication person = Context.getCommandContext().getAuthentication();
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
