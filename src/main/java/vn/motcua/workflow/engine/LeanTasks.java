package vn.motcua.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Does not ask the database what cannot be: here are no tasks below tasks (standalone ones are switched off), no rights to
 * single tasks (see {@link NoRowPerTask}), and an execution has one task at a time.
 */
final class LeanTasks extends TaskManager {

    private static final String FORGET_LINKS = "vn.motcua.engine.deleteLinksOfTask";

    private LeanTasks() {}

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new LeanTasks();
            }
        };
    }

    /** Who was asked goes with one statement instead of being read first; a task that has variables goes the usual way. */
    @Override
    public void deleteTask(TaskEntity task, String reason, boolean cascade, boolean skipCustomListeners) {
        if (task.isDeleted() || cascade || !isAsStored(task) || task.hasVariablesLocal()) {
            super.deleteTask(task, reason, cascade, skipCustomListeners);
            return;
        }
        task.setDeleted(true);
        Context.getCommandContext().getHistoricTaskInstanceManager().markTaskInstanceEnded(task.getId(), reason);
        getDbEntityManager().delete(IdentityLinkEntity.class, FORGET_LINKS, task.getId());
        getDbEntityManager().delete(task);
    }

    private boolean isAsStored(TaskEntity task) {
        return getDbEntityManager().getDbEntityCache().isPersistent(task)
                && getDbEntityManager().getCachedEntitiesByType(IdentityLinkEntity.class).stream()
                        .noneMatch(link -> task.getId().equals(link.getTaskId()));
    }

    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        return List.of();
    }

    @Override
    public List<TaskEntity> findTasksByExecutionId(String executionId) {
        List<TaskEntity> known = getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> executionId.equals(task.getExecutionId()))
                .toList();
        return known.isEmpty() ? super.findTasksByExecutionId(executionId) : new java.util.ArrayList<>(known);
    }

    @Override
    protected void deleteAuthorizations(Resource resource, String resourceId) {
        if (resource != Resources.TASK) {
            super.deleteAuthorizations(resource, resourceId);
        }
    }
}
