package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Refuses queries that carry expressions, wherever in them they stand. The engine forbids them in a query itself but
 * evaluates those in its {@code orQueries} (CVE-2026-109432, no fixed version of 7.24 exists): code of any logged-in user.
 */
final class NoExpressionsFromUsers extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (carriesExpressions(command) || extendsByExpressions(command)) {
            throw new BadUserRequestException("Không nhận biểu thức trong truy vấn");
        }
        return next.execute(command);
    }

    private static boolean extendsByExpressions(Command<?> command) {
        return command instanceof AbstractExecuteFilterCmd filter && carriesExpressions(extension(filter));
    }

    private static boolean carriesExpressions(@Nullable Object query) {
        if (query instanceof TaskQueryImpl tasks
                && tasks.getQueries().stream()
                        .anyMatch(part -> !part.getExpressions().isEmpty())) {
            return true;
        }
        return query instanceof AbstractQuery<?, ?> any && !any.getExpressions().isEmpty();
    }

    private static @Nullable Object extension(AbstractExecuteFilterCmd filter) {
        return Fields.get(Fields.of(AbstractExecuteFilterCmd.class, "extendingQuery"), filter);
    }
}
