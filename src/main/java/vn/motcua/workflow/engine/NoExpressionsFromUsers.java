package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses queries that carry expressions, wherever in them they stand. The engine forbids them in a query itself but
 * evaluates those in its {@code orQueries} (CVE-2026-109432, no fixed version of 7.24 exists): code of any logged-in user.
 */
final class NoExpressionsFromUsers extends CommandInterceptor {

    private static final Field EXTENSION = Fields.of(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field STORED = Fields.of(SaveFilterCmd.class, "filter");

    @Override
    public <T> T execute(Command<T> command) {
        if (carriesExpressions(command) || extendsByExpressions(command) || storesExpressions(command)) {
            throw new BadUserRequestException("Không nhận biểu thức trong truy vấn");
        }
        return next.execute(command);
    }

    private static boolean extendsByExpressions(Command<?> command) {
        return command instanceof AbstractExecuteFilterCmd && carriesExpressions(Fields.get(EXTENSION, command));
    }

    /** The engine's own setting forgets those in {@code orQueries} here too; whoever may read the filter would run them. */
    private static boolean storesExpressions(Command<?> command) {
        return command instanceof SaveFilterCmd
                && Fields.get(STORED, command) instanceof Filter filter
                && carriesExpressions(filter.getQuery());
    }

    private static boolean carriesExpressions(@Nullable Object query) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream()
                        .anyMatch(part -> !part.getExpressions().isEmpty())) {
            return true;
        }
        return query instanceof AbstractQuery<?, ?> any && !any.getExpressions().isEmpty();
    }
}
