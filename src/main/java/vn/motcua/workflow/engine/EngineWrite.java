package vn.motcua.workflow.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.reflection.ParamNameResolver;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** One statement of the engine with its values, as its mappings have it. */
record EngineWrite(Configuration configuration, MappedStatement statement, BoundSql bound, Object parameter) {

    /** @param given a list is known to the mapping as such by its name, as MyBatis has it */
    static EngineWrite of(Configuration configuration, String id, Object given) {
        MappedStatement statement = configuration.getMappedStatement(id);
        Object parameter = ParamNameResolver.wrapToMapIfCollection(given, null);
        return new EngineWrite(configuration, statement, statement.getBoundSql(parameter), parameter);
    }

    String sql() {
        return bound.getSql();
    }

    /**
     * Sets the values from a position on.
     *
     * @return the position after the last
     */
    int bind(PreparedStatement prepared, int first) throws SQLException {
        MetaObject values = configuration.newMetaObject(parameter);
        int position = first;
        List<ParameterMapping> mappings = bound.getParameterMappings();
        for (ParameterMapping mapping : mappings) {
            set(prepared, position++, mapping, value(mapping.getProperty(), values));
        }
        return position;
    }

    private @Nullable Object value(String property, MetaObject values) {
        if (bound.hasAdditionalParameter(property)) {
            return bound.getAdditionalParameter(property);
        }
        boolean isValueItself = configuration.getTypeHandlerRegistry().hasTypeHandler(parameter.getClass());
        return isValueItself ? parameter : values.getValue(property);
    }

    @SuppressWarnings("unchecked")
    private void set(PreparedStatement prepared, int position, ParameterMapping mapping, @Nullable Object value)
            throws SQLException {
        JdbcType type = mapping.getJdbcType();
        JdbcType known = value == null && type == null ? configuration.getJdbcTypeForNull() : type;
        ((TypeHandler<@Nullable Object>) mapping.getTypeHandler()).setParameter(prepared, position, value, known);
    }

    BatchResult result(int count) {
        BatchResult result = new BatchResult(statement, sql(), parameter);
        result.setUpdateCounts(new int[] {count});
        return result;
    }

    /** Whether the database names the table that this statement writes to. */
    boolean isWhatFailed(SQLException failure) {
        ServerErrorMessage told = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String table = told == null ? null : told.getTable();
        return table != null && sql().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
    }
}
