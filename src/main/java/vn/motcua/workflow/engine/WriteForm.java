package vn.motcua.workflow.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.Reflector;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/** The text of a statement of the engine, and where in an object of one class its values are; the same for every row. */
final class WriteForm {

    private static final Object[] NOTHING = {};

    /** @param getter null where the value is not simply a property of the object */
    private record Slot(
            String property,
            TypeHandler<@Nullable Object> handler,
            JdbcType type,
            @Nullable Invoker getter) {}

    private final MappedStatement statement;
    private final String sql;
    private final List<Slot> slots;

    private WriteForm(MappedStatement statement, String sql, List<Slot> slots) {
        this.statement = statement;
        this.sql = sql;
        this.slots = slots;
    }

    static WriteForm of(MappedStatement statement, BoundSql bound, Object parameter) {
        return new WriteForm(
                statement,
                bound.getSql(),
                bound.getParameterMappings().stream()
                        .map(mapping -> slot(statement.getConfiguration(), mapping, parameter))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static Slot slot(Configuration configuration, ParameterMapping mapping, Object parameter) {
        Reflector known = configuration.getReflectorFactory().findForClass(parameter.getClass());
        boolean isSimple = !(parameter instanceof Map)
                && !configuration.getTypeHandlerRegistry().hasTypeHandler(parameter.getClass())
                && known.hasGetter(mapping.getProperty());
        return new Slot(
                mapping.getProperty(),
                (TypeHandler<@Nullable Object>) mapping.getTypeHandler(),
                mapping.getJdbcType(),
                isSimple ? known.getGetInvoker(mapping.getProperty()) : null);
    }

    MappedStatement statement() {
        return statement;
    }

    String sql() {
        return sql;
    }

    /**
     * Sets the values from a position on.
     *
     * @param bound has values that the statement computed, null where it has none
     * @return the position after the last
     */
    int bind(PreparedStatement prepared, int first, Object parameter, @Nullable BoundSql bound) throws SQLException {
        int position = first;
        for (Slot slot : slots) {
            Object value = value(slot, parameter, bound);
            JdbcType type = value == null && slot.type() == null
                    ? statement.getConfiguration().getJdbcTypeForNull()
                    : slot.type();
            slot.handler().setParameter(prepared, position++, value, type);
        }
        return position;
    }

    private @Nullable Object value(Slot slot, Object parameter, @Nullable BoundSql bound) {
        if (bound != null && bound.hasAdditionalParameter(slot.property())) {
            return bound.getAdditionalParameter(slot.property());
        }
        if (slot.getter() != null) {
            return got(slot.getter(), parameter);
        }
        Configuration configuration = statement.getConfiguration();
        boolean isValueItself = configuration.getTypeHandlerRegistry().hasTypeHandler(parameter.getClass());
        return isValueItself
                ? parameter
                : configuration.newMetaObject(parameter).getValue(slot.property());
    }

    private static @Nullable Object got(Invoker getter, Object parameter) {
        try {
            return getter.invoke(parameter, NOTHING);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A value of the engine cannot be read", e);
        }
    }
}
