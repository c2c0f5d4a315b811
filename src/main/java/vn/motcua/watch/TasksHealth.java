package vn.motcua.watch;

import java.time.Instant;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether everything that this node does every so often is done. */
@Component("tasksHealthIndicator")
class TasksHealth implements HealthIndicator {

    private final BackgroundTasks tasks;

    TasksHealth(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Health health() {
        Map<String, Instant> overdue = tasks.overdue();
        Health.Builder health = Checked.warnIf(!overdue.isEmpty());
        overdue.forEach((task, last) -> health.withDetail(task, last.toString()));
        return health.build();
    }
}
