package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Submissions;
import vn.motcua.refusal.Refusal;

/**
 * Holds the dossier before the engine reads anything of a task that is to be completed: what several people complete of
 * one dossier comes in turn, and who comes second to the same task is told who was first.
 */
final class OneAtATime extends CommandInterceptor {

    private static final Field COMPLETED = Fields.of(CompleteTaskCmd.class, "taskId");
    private static final Field SUBMITTED = Fields.of(SubmitTaskFormCmd.class, "taskId");

    private final JdbcClient jdbc;
    private final Submissions submissions;

    OneAtATime(JdbcClient jdbc, Submissions submissions) {
        this.jdbc = jdbc;
        this.submissions = submissions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof CompleteTaskCmd) {
            hold(Fields.get(COMPLETED, command));
        } else if (command instanceof SubmitTaskFormCmd) {
            hold(Fields.get(SUBMITTED, command));
        }
        return next.execute(command);
    }

    private void hold(@org.jspecify.annotations.Nullable Object task) {
        if (task instanceof String id && id.indexOf('\0') < 0) {
            Optional<Long> dossier = dossier(id);
            dossier.ifPresent(number -> jdbc.sql("select id from motcua.dossier where id = ? for update")
                    .param(number)
                    .query(Long.class)
                    .single());
            if (dossier.isEmpty() || dossier(id).isEmpty()) {
                refuseDone(id);
            }
        }
    }

    private Optional<Long> dossier(String task) {
        return jdbc.sql("select dossier_id from motcua.work_item where task_id = ?")
                .param(task)
                .query(Long.class)
                .optional();
    }

    private void refuseDone(String task) {
        submissions.ofTask(task).ifPresent(done -> {
            throw new Refusal("Việc “%s” đã được %s hoàn thành lúc %s; hãy tải lại danh sách việc"
                    .formatted(done.taskName(), done.actor(), VietnameseDates.moment(done.at())));
        });
    }
}
