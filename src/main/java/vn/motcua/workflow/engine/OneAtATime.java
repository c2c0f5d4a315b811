package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import java.sql.Types;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Submissions;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.WorkItems;

/**
 * Holds the dossier before the engine reads anything of a task that is to be completed or of a timer that fires: what
 * several people and timers do to one dossier comes in turn, and who comes second to the same task is told who was first.
 */
final class OneAtATime extends CommandInterceptor {

    private static final Field COMPLETED = Fields.of(CompleteTaskCmd.class, "taskId");
    private static final Field SUBMITTED = Fields.of(SubmitTaskFormCmd.class, "taskId");
    private static final Field EXECUTED = Fields.of(ExecuteJobsCmd.class, "jobId");

    private final JdbcClient jdbc;
    private final WorkItems items;
    private final Submissions submissions;
    private volatile @Nullable InstanceAtOnce instances;

    OneAtATime(JdbcClient jdbc, WorkItems items, Submissions submissions) {
        this.jdbc = jdbc;
        this.items = items;
        this.submissions = submissions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CompleteTaskCmd) {
            holdForTask(Fields.get(COMPLETED, command));
        } else if (command instanceof SubmitTaskFormCmd) {
            holdForTask(Fields.get(SUBMITTED, command));
        } else if (command instanceof ExecuteJobsCmd) {
            holdForJob(Fields.get(EXECUTED, command));
        }
        return next.execute(command);
    }

    private void holdForTask(@Nullable Object task) {
        if (task instanceof String id && id.indexOf('\0') < 0) {
            if (items.take(id, instances().ifUnknown(id)).isEmpty() && !isOpen(id)) {
                refuseDone(id);
            }
        }
    }

    /** The engine has its statements only after its interceptors. */
    private InstanceAtOnce instances() {
        InstanceAtOnce known = instances;
        if (known == null) {
            known = new InstanceAtOnce(Context.getProcessEngineConfiguration()
                    .getSqlSessionFactory()
                    .getConfiguration());
            instances = known;
        }
        return known;
    }

    private void holdForJob(@Nullable Object job) {
        jdbc.sql("""
                        select d.id from motcua.dossier d
                        join motcua.dossier_flow f on f.dossier_id = d.id
                        join public.act_ru_job j on j.process_instance_id_ = f.process_instance_id
                        where j.id_ = ? for update of d
                        """).param(1, job, Types.VARCHAR).query(Long.class).optional();
    }

    private boolean isOpen(String task) {
        return jdbc.sql("select exists (select 1 from public.act_ru_task where id_ = ?)")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private void refuseDone(String task) {
        throw submissions
                .ofTask(task)
                .map(done -> new Refusal("Việc “%s” đã được %s hoàn thành lúc %s; hãy tải lại danh sách việc"
                        .formatted(done.taskName(), done.actor(), VietnameseDates.moment(done.at()))))
                .orElseGet(() -> new Refusal("Việc này không còn nữa; hãy tải lại danh sách việc"));
    }
}
