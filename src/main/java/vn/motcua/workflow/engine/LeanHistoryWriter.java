package vn.motcua.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes less than the engine would: that somebody took or completed his own task stands in the task's history and in the
 * dossier, so the log of operations need not repeat it; and a task gets its row of history when it ends, as until then it is
 * among the open ones.
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
        if (event instanceof HistoricTaskInstanceEventEntity history) {
            insertEnded(history);
        } else {
            super.insertOrUpdate(event);
        }
    }

    private static void insertEnded(HistoricTaskInstanceEventEntity history) {
        DbEntityManager rows = getEntityManager();
        if (history.getEndTime() != null && rows.getCachedEntity(history.getClass(), history.getId()) == null) {
            TaskEntity task = rows.getCachedEntity(TaskEntity.class, history.getTaskId());
            if (task != null) {
                history.setStartTime(task.getCreateTime());
                history.setDurationInMillis(
                        history.getEndTime().getTime() - task.getCreateTime().getTime());
            }
            rows.insert(history);
        }
    }

    private static DbEntityManager getEntityManager() {
        return Context.getCommandContext().getDbEntityManager();
    }

    private static boolean isByAdministrator() {
        Authentication person = Context.getCommandContext().getAuthentication();
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
