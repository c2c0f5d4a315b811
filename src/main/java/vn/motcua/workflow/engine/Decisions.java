package vn.motcua.workflow.engine;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Asks decision tables on behalf of the application, whatever the person at hand may read. */
public final class Decisions {

    private Decisions() {}

    /** The one value that the newest table of that id gives, null where no rule fits. */
    public static @Nullable String single(DelegateExecution execution, String table, Map<String, Object> inputs) {
        CommandContext context = Context.getCommandContext();
        return context.runWithoutAuthorization(() -> {
            DmnDecisionResult result = execution
                    .getProcessEngineServices()
                    .getDecisionService()
                    .evaluateDecisionByKey(table)
                    .variables(inputs)
                    .evaluate();
            return result.isEmpty() ? null : (String) result.getSingleEntry();
        });
    }
}
