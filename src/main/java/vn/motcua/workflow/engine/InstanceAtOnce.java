package vn.motcua.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
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
import vn.motcua.transaction.TransactionMemory;

/**
 * Reads all that the engine keeps of the process instance of a task in one round trip, before the task is completed. By
 * itself it reads execution after execution and what each of them has, when it comes to it.
 */
final class InstanceAtOnce {

    private static final String STATEMENT = "vn.motcua.engine.instanceOfTask";
    private static final String MAPPING = "/engine/instance-at-once.xml";
    private static final TransactionMemory<Boolean> READ = new TransactionMemory<>();
    private static final Field JOBS = Fields.of(ExecutionEntity.class, "jobs");
    private static final Field INCIDENTS = Fields.of(ExecutionEntity.class, "incidents");

    private InstanceAtOnce() {}

    /** Adds the statement to the engine's own, whose mappings of rows it uses. */
    static void addTo(Configuration statements) {
        try (InputStream mapping = Objects.requireNonNull(InstanceAtOnce.class.getResourceAsStream(MAPPING), MAPPING)) {
            new XMLMapperBuilder(mapping, statements, MAPPING, statements.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Within a command that has not read the task yet. */
    static void read(String taskId) {
        DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
        if (entities.getDbEntityCache().get(TaskEntity.class, taskId) != null) {
            return;
        }
        List<?> read = entities.selectListWithRawParameter(STATEMENT, taskId, 0, Integer.MAX_VALUE);
        List<ExecutionEntity> executions = loaded(entities, read.get(0), ExecutionEntity.class);
        List<TaskEntity> tasks = loaded(entities, read.get(1), TaskEntity.class);
        List<VariableInstanceEntity> variables = loaded(entities, read.get(2), VariableInstanceEntity.class);
        List<EventSubscriptionEntity> events = loaded(entities, read.get(3), EventSubscriptionEntity.class);
        List<JobEntity> jobs = loaded(entities, read.get(4), JobEntity.class);
        List<IncidentEntity> incidents = loaded(entities, read.get(5), IncidentEntity.class);
        executions.forEach(InstanceAtOnce::knowsItsJobsAndIncidents);
        executions.stream().filter(ExecutionEntity::isProcessInstanceExecution).forEach(root -> {
            root.restoreProcessInstance(executions, events, variables, tasks, jobs, incidents, null);
            READ.put(root.getId(), true);
        });
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

    private static <T extends DbEntity> List<T> loaded(DbEntityManager entities, Object rows, Class<T> type) {
        return ((Collection<?>) rows)
                .stream().map(type::cast).peek(entities::onEntityLoaded).toList();
    }

    /** Lists to be filled, where the engine would read them from the store to add to them. */
    private static void knowsItsJobsAndIncidents(ExecutionEntity execution) {
        Fields.set(JOBS, execution, new ArrayList<JobEntity>());
        Fields.set(INCIDENTS, execution, new ArrayList<IncidentEntity>());
    }
}
