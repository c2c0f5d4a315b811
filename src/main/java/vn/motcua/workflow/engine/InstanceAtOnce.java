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
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
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

    private final String sql;
    private final int parameters;
    private final EntityRows<ExecutionEntity> executions;
    private final EntityRows<TaskEntity> tasks;
    private final EntityRows<VariableInstanceEntity> variables;

    /** @param statements with those of {@link #addTo} */
    InstanceAtOnce(Configuration statements) {
        MappedStatement statement = statements.getMappedStatement(STATEMENT);
        BoundSql bound = statement.getBoundSql("");
        List<ResultMap> maps = statement.getResultMaps();
        this.sql = bound.getSql();
        this.parameters = bound.getParameterMappings().size();
        this.executions = EntityRows.of(statements, maps.get(0).getId(), ExecutionEntity.class);
        this.tasks = EntityRows.of(statements, maps.get(1).getId(), TaskEntity.class);
        this.variables = EntityRows.of(statements, maps.get(2).getId(), VariableInstanceEntity.class);
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
    @Nullable
    InstanceAtOnce ifUnknown(String taskId) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        return entities.getDbEntityCache().get(TaskEntity.class, taskId) != null ? null : this;
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public int parameters() {
        return parameters;
    }

    @Override
    public void read(Statement answers) throws SQLException {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        List<ExecutionEntity> all = loaded(entities, executions.read(answers.getResultSet()));
        answers.getMoreResults();
        List<TaskEntity> theirTasks = loaded(entities, tasks.read(answers.getResultSet()));
        answers.getMoreResults();
        List<VariableInstanceEntity> theirs = loaded(entities, variables.read(answers.getResultSet()));
        all.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .findFirst()
                .ifPresent(root -> restore(entities, root, all, theirTasks, theirs));
    }

    private static void restore(
            DbEntityManager entities,
            ExecutionEntity root,
            List<ExecutionEntity> executions,
            List<TaskEntity> tasks,
            List<VariableInstanceEntity> variables) {
        List<?> parts = executions.stream().anyMatch(InstanceAtOnce::hasMore)
                ? entities.selectListWithRawParameter(PARTS, root.getId(), 0, Integer.MAX_VALUE)
                : List.of(List.of(), List.of(), List.of());
        List<EventSubscriptionEntity> events = loaded(entities, rows(parts.get(0), EventSubscriptionEntity.class));
        List<JobEntity> jobs = loaded(entities, rows(parts.get(1), JobEntity.class));
        List<IncidentEntity> incidents = loaded(entities, rows(parts.get(2), IncidentEntity.class));
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

    private static <T> List<T> rows(Object rows, Class<T> type) {
        return ((Collection<?>) rows).stream().map(type::cast).toList();
    }

    private static <T extends DbEntity> List<T> loaded(DbEntityManager entities, List<T> rows) {
        rows.forEach(entities::onEntityLoaded);
        return rows;
    }

    /** Lists to be filled, where the engine would read them from the store to add to them. */
    private static void knowsItsJobsAndIncidents(ExecutionEntity execution) {
        Fields.set(JOBS, execution, new ArrayList<JobEntity>());
        Fields.set(INCIDENTS, execution, new ArrayList<IncidentEntity>());
    }
}
