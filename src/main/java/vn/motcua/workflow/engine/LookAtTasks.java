package vn.motcua.workflow.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import vn.motcua.forms.FormDefinition;

/** Reads tasks for our own pages, which have decided before who may see them. */
public final class LookAtTasks {

    private LookAtTasks() {}

    /** Something of an open task, read within a command; empty where it is not open. */
    public static <T> Optional<T> open(ProcessEngine engine, String taskId, Function<TaskEntity, T> read) {
        return in(engine, context -> Optional.ofNullable(
                        Context.getCommandContext().getTaskManager().findTaskById(taskId))
                .map(read));
    }

    /** The forms of open tasks by task; one that is not open or has none is not in it. */
    public static Map<String, FormDefinition> forms(ProcessEngine engine, Collection<String> taskIds) {
        Map<String, FormDefinition> forms = new HashMap<>();
        if (taskIds.isEmpty()) {
            return forms;
        }
        return in(engine, context -> {
            engine.getTaskService()
                    .createTaskQuery()
                    .taskIdIn(taskIds.toArray(String[]::new))
                    .list()
                    .forEach(task -> form(task).ifPresent(form -> forms.put(task.getId(), form)));
            return forms;
        });
    }

    private static Optional<FormDefinition> form(Task task) {
        return TaskForms.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    /** The form of a task that was open once. */
    public static Optional<FormDefinition> formOf(ProcessEngine engine, HistoricTaskInstance task) {
        return in(engine, context -> TaskForms.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
    }

    private static <T> T in(ProcessEngine engine, Command<T> command) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);
    }
}
