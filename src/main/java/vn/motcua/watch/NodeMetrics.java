package vn.motcua.watch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.motcua.workflow.JobRounds;

/** What this node does and how it is. */
@Component
class NodeMetrics {

    private static final String TASK = "task";

    private final BackgroundTasks tasks;
    private final ObjectProvider<JobRounds> rounds;
    private final HealthContributorRegistry checks;

    NodeMetrics(BackgroundTasks tasks, ObjectProvider<JobRounds> rounds, HealthContributorRegistry checks) {
        this.tasks = tasks;
        this.rounds = rounds;
        this.checks = checks;
    }

    void collect(Scrape scrape) {
        scrape.gauge(
                "motcua_task_interval_seconds",
                "How long a task in the background waits between two rounds",
                to -> tasks.intervals().forEach((task, interval) -> to.put(Scrape.seconds(interval), TASK, task)));
        scrape.gauge(
                "motcua_task_last_success_timestamp_seconds",
                "When a task in the background last succeeded on this node, 0 if it has not since the start",
                to -> tasks.intervals().keySet().forEach(task -> to.put(seconds(tasks.lastSuccess(task)), TASK, task)));
        rounds.stream().filter(JobRounds::isWanted).forEach(executor -> {
            scrape.gauge(
                    "motcua_engine_job_executor_active",
                    "1 if this node runs jobs of the engine",
                    to -> to.put(executor.isActive() ? 1 : 0));
            scrape.gauge(
                    "motcua_engine_acquisition_timestamp_seconds",
                    "When this node last asked the store for jobs of the engine, 0 if it has not since the start",
                    to -> to.put(seconds(executor.last())));
        });
        scrape.gauge(
                "motcua_check_status",
                "A check of /actuator/health on this node: 0 fine, 1 warning, 2 down",
                this::checks);
    }

    private void checks(Scrape.Points to) {
        checks.stream().forEach(check -> {
            if (check.getContributor() instanceof HealthIndicator indicator) {
                to.put(number(indicator.getHealth(false).getStatus()), "check", check.getName());
            }
        });
    }

    private static int number(Status status) {
        if (status.equals(Status.UP) || status.equals(Status.UNKNOWN)) {
            return 0;
        }
        return status.equals(Checked.WARNING) ? 1 : 2;
    }

    private static double seconds(Optional<Instant> moment) {
        return moment.map(Scrape::seconds).orElse(0.0);
    }
}
