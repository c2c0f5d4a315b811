package vn.motcua.workflow.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.jspecify.annotations.Nullable;
import vn.motcua.forms.FormDefinition;

/** The forms that were deployed together with a model; what is deployed never changes, so each is read once. */
public final class TaskForms {

    private static final Map<String, Optional<FormDefinition>> READ = new ConcurrentHashMap<>();

    private TaskForms() {}

    /** The form of a task, empty where the model gives it none. */
    public static Optional<FormDefinition> of(DelegateTask task) {
        TaskEntity entity = (TaskEntity) task;
        return find(
                entity.getProcessDefinition(), entity.getTaskDefinition().getFormDefinition(), entity.getExecution());
    }

    /** The form that the model gives a task, open or not; within a command. */
    static Optional<FormDefinition> of(String processDefinitionId, String taskKey) {
        ProcessDefinitionEntity process = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        TaskDefinition task = process.getTaskDefinitions().get(taskKey);
        if (task == null || task.getFormDefinition().getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        String key = task.getFormDefinition().getCamundaFormDefinitionKey().getExpressionText();
        return find(process, key);
    }

    /** The process instance that the task's own belongs to, which is the dossier's. */
    public static String rootInstance(DelegateTask task) {
        return ((TaskEntity) task).getExecution().getRootProcessInstanceId();
    }

    /** The start form of the process that the execution belongs to. */
    public static Optional<FormDefinition> ofStart(DelegateExecution execution) {
        ProcessDefinitionEntity process = ((ExecutionEntity) execution).getProcessDefinition();
        return find(process, process.getStartFormDefinition(), (ExecutionEntity) execution);
    }

    private static Optional<FormDefinition> find(
            ProcessDefinitionEntity process,
            org.camunda.bpm.engine.impl.form.@Nullable FormDefinition form,
            ExecutionEntity execution) {
        if (form == null || form.getCamundaFormDefinitionKey() == null) {
            return Optional.empty();
        }
        return find(process, String.valueOf(form.getCamundaFormDefinitionKey().getValue(execution)));
    }

    private static Optional<FormDefinition> find(ProcessDefinitionEntity process, String key) {
        return READ.computeIfAbsent(process.getDeploymentId() + "/" + key, any -> read(process.getDeploymentId(), key));
    }

    private static Optional<FormDefinition> read(String deployment, String key) {
        CommandContext context = Context.getCommandContext();
        CamundaFormDefinition form =
                context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(deployment, key);
        return Optional.ofNullable(form).map(found -> {
            byte[] json = context.getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(found.getDeploymentId(), found.getResourceName())
                    .getBytes();
            return FormDefinition.parse(new String(json, StandardCharsets.UTF_8));
        });
    }
}
