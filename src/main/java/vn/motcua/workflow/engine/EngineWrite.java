package vn.motcua.workflow.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.BoundSql;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * One statement of the engine with its values.
 *
 * @param bound has values that the statement computed, null where it has none
 */
record EngineWrite(
        WriteForm form, Object parameter, @Nullable BoundSql bound) {

    /**
     * Sets the values from a position on.
     *
     * @return the position after the last
     */
    int bind(PreparedStatement prepared, int first) throws SQLException {
        return form.bind(prepared, first, parameter, bound);
    }

    BatchResult result(int count) {
        BatchResult result = new BatchResult(form.statement(), form.sql(), parameter);
        result.setUpdateCounts(new int[] {count});
        return result;
    }

    /** Whether the database names the table that this statement writes to. */
    boolean isWhatFailed(SQLException failure) {
        ServerErrorMessage told = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String table = told == null ? null : told.getTable();
        return table != null && form.sql().toLowerCase(Locale.ROOT).contains(table.toLowerCase(Locale.ROOT));
    }
}
