package vn.motcua.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.executor.resultset.DefaultResultSetHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.util.BitMaskUtil;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Dossiers;
import vn.motcua.transaction.TransactionMemory;

/**
 * Reads all that the engine keeps of the process instance of a task together, before the task is completed. By itself it
 * reads execution after execution and what each of them has, when it comes to it.
 */
final class InstanceAtOnce implements Dossiers.AskedAlong {

    private static final String STATEMENT = "vn.motcua.engine.instanceOfTask";
    private static final String PARTS = "vn.motcua.engine.partsOfInstance";
    private static final String MAPPING = "/engine/instance-at-once.xml";
    private static final TransactionMemory<Boolean> READ = new TransactionMemory<>();
    private static final Field JOBS = Fields.of(ExecutionEntity.class, "jobs");
    private static final Field INCIDENTS = Fields.of(ExecutionEntity.class, "incidents");

    private final DbEntityManager entities;
    private final MappedStatement statement;
    private final BoundSql bound;

    private InstanceAtOnce(DbEntityManager entities, String taskId) {
        this.entities = entities;
        this.statement = Context.getProcessEngineConfiguration()
                .getSqlSessionFactory()
                .getConfiguration()
                .getMappedStatement(STATEMENT);
        this.bound = statement.getBoundSql(taskId);
    }

    /** Adds the statements to the engine's own, whose mappings of rows they use. */
    static void addTo(Configuration statements) {
        try (InputStream mapping = Objects.requireNonNull(InstanceAtOnce.class.getResourceAsStream(MAPPING), MAPPING)) {
            new XMLMapperBuilder(mapping, statements, MAPPING, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null within a command that has read the task already */
    static @Nullable InstanceAtOnce of(String taskId) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        boolean isKnown = entities.getDbEntityCache().get(TaskEntity.class, taskId) != null;
        return isKnown ? null : new InstanceAtOnce(entities, taskId);
    }

    @Override
    public String sql() {
        return bound.getSql();
    }

    @Override
    public int parameters() {
        return bound.getParameterMappings().size();
    }

    @Override
    public void read(Statement answers) throws SQLException {
        List<Object> read = new DefaultResultSetHandler(null, statement, null, null, bound, RowBounds.DEFAULT)
                .handleResultSets(answers);
        List<ExecutionEntity> executions = loaded(read.get(0), ExecutionEntity.class);
        List<TaskEntity> tasks = loaded(read.get(1), TaskEntity.class);
        List<VariableInstanceEntity> variables = loaded(read.get(2), VariableInstanceEntity.class);
        Optional<ExecutionEntity> root = executions.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .findFirst();
        root.ifPresent(instance -> restore(instance, executions, tasks, variables));
    }

    private void restore(
            ExecutionEntity root,
            List<ExecutionEntity> executions,
            List<TaskEntity> tasks,
            List<VariableInstanceEntity> variables) {
        List<?> parts = executions.stream().anyMatch(InstanceAtOnce::hasMore)
                ? entities.selectListWithRawParameter(PARTS, root.getId(), 0, Integer.MAX_VALUE)
                : List.of(List.of(), List.of(), List.of());
        List<EventSubscriptionEntity> events = loaded(parts.get(0), EventSubscriptionEntity.class);
        List<JobEntity> jobs = loaded(parts.get(1), JobEntity.class);
        List<IncidentEntity> incidents = loaded(parts.get(2), IncidentEntity.class);
        executions.forEach(InstanceAtOnce::knowsItsJobsAndIncidents);
        root.restoreProcessInstance(executions, events, variables, tasks, jobs, incidents, null);
        READ.put(root.getId(), true);
    }

    /** As the engine has noted it with each execution. */
    private static boolean hasMore(ExecutionEntity execution) {
        int noted = execution.getCachedEntityStateRaw();
        return BitMaskUtil.isBitOn(noted, ExecutionEntity.EVENT_SUBSCRIPTIONS_STATE_BIT)
                || BitMaskUtil.isBitOn(noted, ExecutionEntity.JOBS_STATE_BIT)
                || BitMaskUtil.isBitOn(noted, ExecutionEntity.INCIDENT_STATE_BIT);
    }

    /** The jobs of a process instance: as they were read with it and have become since, or else from the store. */
    static List<JobEntity> jobs(String processInstanceId) {
        CommandContext context = Context.getCommandContext();
        if (READ.find(processInstanceId).isEmpty()) {
            return context.getJobManager().findJobsByProcessInstanceId(processInstanceId);
        }
        DbEntityManager entities = context.getDbEntityManager();
        // Under this type the cache keeps jobs of every kind; asked for JobEntity it finds none.
        Collection<?> cached = entities.getCachedEntitiesByType(AcquirableJobEntity.class);
        return cached.stream()
                .filter(JobEntity.class::isInstance)
                .map(JobEntity.class::cast)
                .filter(job -> processInstanceId.equals(job.getProcessInstanceId()))
                .filter(job -> !entities.getDbEntityCache().isDeleted(job))
                .toList();
    }

    private <T extends DbEntity> List<T> loaded(Object rows, Class<T> type) {
        return ((Collection<?>) rows)
                .stream().map(type::cast).peek(entities::onEntityLoaded).toList();
    }

    /** Lists to be filled, where the engine would read them from the store to add to them. */
    private static void knowsItsJobsAndIncidents(ExecutionEntity execution) {
        Fields.set(JOBS, execution, new ArrayList<JobEntity>());
        Fields.set(INCIDENTS, execution, new ArrayList<IncidentEntity>());
    }
}
