package vn.motcua.workflow.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/** Moves what the engine keeps of a dossier's dates, as the application and whoever may be logged in. */
public final class EngineState {

    /** The event of a model that timers of a job definition wait for; it never changes. */
    private static final Map<String, String> EVENTS = new ConcurrentHashMap<>();

    private EngineState() {}

    /** Whether a command of the engine runs on this thread, so that what is done now is part of its transaction. */
    public static boolean isInCommand() {
        return Context.getCommandContext() != null;
    }

    /** Runs something as a command, in the engine's transaction or the one at hand. */
    public static void command(ProcessEngineConfiguration engine, Runnable change) {
        ((ProcessEngineConfigurationImpl) engine).getCommandExecutorTxRequired().execute(context -> {
            change.run();
            return null;
        });
    }

    /** Sets the due date of an open task; must run in a command. */
    public static void setDue(String taskId, @Nullable Date due) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task != null) {
            task.setDueDate(due);
        }
    }

    /** As {@link RecalculateJobDuedateCmd} does, without reading again what is known: the timer and where it belongs. */
    private static void reset(TimerEntity timer, CommandContext context) {
        String event = EVENTS.computeIfAbsent(timer.getJobDefinitionId(), definition -> timer.getActivityId());
        ExecutionEntity execution = timer.getExecution();
        ActivityImpl activity =
                execution == null ? null : execution.getProcessDefinition().findActivity(event);
        TimerDeclarationImpl declaration = activity == null
                ? null
                : TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                        .get(event);
        if (declaration == null) {
            context.runWithoutAuthorization(() -> new RecalculateJobDuedateCmd(timer.getId(), false).execute(context));
        } else {
            declaration.resolveAndSetDuedate(execution, timer, false);
        }
    }

    /** Asks every timer of a process instance for its date again; must run in a command. */
    public static void resetTimers(String processInstanceId) {
        CommandContext context = Context.getCommandContext();
        List<JobEntity> jobs = InstanceAtOnce.jobs(processInstanceId);
        boolean tenantCheck = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            jobs.stream()
                    .filter(TimerEntity.class::isInstance)
                    .map(TimerEntity.class::cast)
                    .forEach(timer -> reset(timer, context));
        } finally {
            context.setTenantCheckEnabled(tenantCheck);
        }
    }
}
