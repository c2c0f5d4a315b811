package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import java.util.Collection;
import org.camunda.bpm.engine.impl.cmd.AbstractGetFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Adds to the variables that Tasklist asks for a task's form what the dossier knows at that moment; the engine itself
 * stores none of it.
 */
final class PresetsOnRead extends CommandInterceptor {

    private static final Field TASK = Fields.of(AbstractGetFormVariablesCmd.class, "resourceId");
    private static final Field NAMES = Fields.of(AbstractGetFormVariablesCmd.class, "formVariableNames");

    private final FormPresets presets;

    PresetsOnRead(FormPresets presets) {
        this.presets = presets;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof GetTaskFormVariablesCmd && result instanceof VariableMap variables) {
            TaskEntity task = Context.getCommandContext()
                    .getTaskManager()
                    .findTaskById(String.valueOf(Fields.get(TASK, command)));
            Object names = Fields.get(NAMES, command);
            presets.of(task).forEach((name, value) -> {
                if (!(names instanceof Collection<?> asked) || asked.contains(name)) {
                    variables.putIfAbsent(name, value);
                }
            });
        }
        return result;
    }
}
