package vn.motcua.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Does not ask the database what cannot be: here are no tasks below tasks (standalone ones are switched off), no rights to
 * single tasks (see {@link NoRowPerTask}), and an execution has one task at a time.
 */
final class LeanTasks extends TaskManager {

    static final SessionFactory FACTORY = new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new LeanTasks();
        }
    };

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
