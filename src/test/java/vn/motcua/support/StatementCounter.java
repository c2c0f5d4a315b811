package vn.motcua.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Tells which statements a piece of work sends to the database, of all threads but the one that makes the
 * rounds of a server; a batch is one. It stands before the pool of every {@link TestStore} and hands out plain connections
 * while nobody counts.
 */
public final class StatementCounter implements BeanPostProcessor {

    /** How Spring names the thread of what is scheduled. */
    private static final String ROUNDS = "scheduling-";

    private volatile List<String> heard;

    /** Runs the work and gives the SQL of each statement in order. A connection taken before is not listened to. */
    public List<String> of(Runnable work) {
        List<String> statements = new CopyOnWriteArrayList<>();
        heard = statements;
        try {
            work.run();
        } finally {
            heard = null;
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? proxy(DataSource.class, source, this::ofSource) : bean;
    }

    private Object ofSource(Method method, Object[] arguments, Object result) {
        boolean round = Thread.currentThread().getName().startsWith(ROUNDS);
        return result instanceof Connection connection && heard != null && !round
                ? proxy(Connection.class, connection, this::ofConnection)
                : result;
    }

    private Object ofConnection(Method method, Object[] arguments, Object result) {
        String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
        Step step = (of, with, answer) -> {
            note(of, with, sql);
            return answer;
        };
        if (result instanceof CallableStatement call) {
            return proxy(CallableStatement.class, call, step);
        }
        if (result instanceof PreparedStatement prepared) {
            return proxy(PreparedStatement.class, prepared, step);
        }
        return result instanceof Statement statement ? proxy(Statement.class, statement, step) : result;
    }

    private void note(Method method, Object[] arguments, String prepared) {
        List<String> statements = heard;
        if (statements != null && method.getName().startsWith("execute")) {
            boolean own = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
            statements.add(own ? (String) arguments[0] : prepared);
        }
    }

    /** What happens after a call went through. */
    @FunctionalInterface
    private interface Step {
        Object after(Method method, Object[] arguments, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, Step step) {
        InvocationHandler handler = (self, method, arguments) -> {
            try {
                return step.after(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
