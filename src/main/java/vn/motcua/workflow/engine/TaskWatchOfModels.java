package vn.motcua.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Puts the watch on every user task as a built-in listener, which nobody can skip from Cockpit. */
final class TaskWatchOfModels extends AbstractBpmnParseListener {

    private static final List<String> EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final TaskWatch watch;

    TaskWatchOfModels(TaskWatch watch) {
        this.watch = watch;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        for (String event : EVENTS) {
            task.addBuiltInTaskListener(event, happening -> watch.happened(happening, allowance(task, happening)));
        }
    }

    /** Asked of the execution, as the engine does: a new task would read from the store that it has no variables. */
    private static @Nullable String allowance(TaskDefinition definition, DelegateTask task) {
        Expression due = definition.getDueDateExpression();
        return TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                        && due != null
                        && due.getValue(((TaskEntity) task).getExecution()) instanceof String text
                        && text.startsWith("P")
                ? text
                : null;
    }
}
