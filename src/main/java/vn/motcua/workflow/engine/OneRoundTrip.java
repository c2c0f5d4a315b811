package vn.motcua.workflow.engine;

import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Sends all that a command of the engine has to write in one round trip. JDBC batches only rows of one and the same
 * statement, of which the completion of a task has one each; PostgreSQL's driver sends statements that stand in one text
 * at once. What was written, counted and refused the engine hears as its own batches would tell it.
 */
final class OneRoundTrip extends BatchDbSqlSession {

    private final WriteForms forms;
    private final List<EngineWrite> writes = new ArrayList<>();
    private boolean collecting;

    private OneRoundTrip(DbSqlSessionFactory factory, WriteForms forms) {
        super(factory);
        this.forms = forms;
    }

    static SessionFactory factory(DbSqlSessionFactory factory) {
        WriteForms forms = new WriteForms(factory.getSqlSessionFactory().getConfiguration());
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return DbSqlSession.class;
            }

            @Override
            public Session openSession() {
                return new OneRoundTrip(factory, forms);
            }
        };
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        collecting = operations.size() > 1;
        try {
            return super.executeDbOperations(operations);
        } finally {
            collecting = false;
            writes.clear();
        }
    }

    @Override
    protected void executeInsertEntity(String statement, Object parameter) {
        if (collecting) {
            writes.add(forms.write(statement, parameter));
        } else {
            super.executeInsertEntity(statement, parameter);
        }
    }

    @Override
    public int executeUpdate(String statement, Object parameter) {
        return collecting ? collect(statement, parameter) : super.executeUpdate(statement, parameter);
    }

    @Override
    protected int executeDelete(String statement, Object parameter) {
        return collecting ? collect(statement, parameter) : super.executeDelete(statement, parameter);
    }

    private int collect(String statement, Object parameter) {
        writes.add(forms.write(dbSqlSessionFactory.mapStatement(statement), parameter));
        return 0; // the counts come with the flush
    }

    @Override
    public List<BatchResult> flushBatchOperations() {
        return collecting ? send() : super.flushBatchOperations();
    }

    private List<BatchResult> send() {
        try (PreparedStatement statement = sqlSession.getConnection().prepareStatement(forms.text(writes))) {
            int position = 1;
            for (EngineWrite write : writes) {
                position = write.bind(statement, position);
            }
            statement.execute();
            return counts(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e.getMessage(), failure(e));
        }
    }

    private List<BatchResult> counts(PreparedStatement statement) throws SQLException {
        List<BatchResult> results = new ArrayList<>();
        for (EngineWrite write : writes) {
            results.add(write.result(statement.getUpdateCount()));
            statement.getMoreResults();
        }
        return results;
    }

    /** Nothing of it was written; which statement it was only the table that the database names can tell. */
    private BatchExecutorException failure(SQLException e) {
        int failed = 0;
        for (int i = 0; i < writes.size(); i++) {
            failed = writes.get(i).isWhatFailed(e) ? i : failed;
        }
        int[] none = {};
        return new BatchExecutorException(
                "A write of the engine failed: " + e.getMessage(),
                new BatchUpdateException(e.getMessage(), e.getSQLState(), e.getErrorCode(), none, e),
                writes.subList(0, failed).stream().map(write -> write.result(1)).toList(),
                writes.get(failed).result(0));
    }
}
