package vn.motcua.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import vn.motcua.forms.FormDefinition;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.LookAtTasks;
import vn.motcua.workflow.engine.TaskForms;

/** Tasks as our own pages show them, to whomever they let see them. Reads only. */
@EngineRoom
public class TaskViews {

    private final ProcessEngine engine;
    private final Presets presets;

    TaskViews(ProcessEngine engine, Presets presets) {
        this.engine = engine;
        this.presets = presets;
    }

    /** The form of an open task and what Tasklist would show in it. */
    public Optional<TaskView> open(String taskId) {
        return LookAtTasks.open(
                engine, taskId, task -> new TaskView(TaskForms.of(task).orElse(null), presets.of(task)));
    }

    /** The forms of many open tasks, by task. */
    public Map<String, FormDefinition> forms(Collection<String> taskIds) {
        return LookAtTasks.forms(engine, taskIds);
    }

    /** A task of a dossier that is over, for as long as the engine remembers it. */
    public Optional<EndedTask> ended(String taskId) {
        return Optional.ofNullable(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .finished()
                        .singleResult())
                .flatMap(this::ended);
    }

    private Optional<EndedTask> ended(HistoricTaskInstance task) {
        HistoricProcessInstance dossier = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(task.getRootProcessInstanceId())
                .singleResult();
        return Optional.ofNullable(dossier)
                .map(HistoricProcessInstance::getBusinessKey)
                .map(code -> new EndedTask(
                        code,
                        task.getName(),
                        Dates.moment(task.getEndTime()),
                        LookAtTasks.formOf(engine, task).orElse(null)));
    }
}
