package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Takes the submitted fields out of every command that starts a process or completes a task, whichever API it came from:
 * they are no variables, they are what somebody wrote into a form.
 */
final class FieldsOfCommands extends CommandInterceptor {

    private static final Field COMPLETED = Fields.of(CompleteTaskCmd.class, "variables");
    private static final Field SUBMITTED = Fields.of(SubmitTaskFormCmd.class, "properties");
    private static final Field STARTED_BY_FORM = Fields.of(SubmitStartFormCmd.class, "variables");
    private static final Field BUILDER = Fields.of(StartProcessInstanceCmd.class, "instantiationBuilder");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CompleteTaskCmd) {
            return without(COMPLETED, command);
        }
        if (command instanceof SubmitTaskFormCmd) {
            return without(SUBMITTED, command);
        }
        if (command instanceof SubmitStartFormCmd) {
            return without(STARTED_BY_FORM, command);
        }
        if (command instanceof StartProcessInstanceCmd
                && Fields.get(BUILDER, command) instanceof ProcessInstantiationBuilderImpl builder) {
            Map<String, Object> fields = new LinkedHashMap<>(builder.getVariables());
            builder.getVariables().clear();
            return Submitted.during(fields, () -> next.execute(command));
        }
        return next.execute(command);
    }

    private <T> T without(Field field, Command<T> command) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (Fields.get(field, command) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> fields.put(String.valueOf(name), value));
            Fields.set(field, command, Variables.createVariables());
        }
        return Submitted.during(fields, () -> next.execute(command));
    }
}
