package vn.motcua.watch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;

/** What this node does every so often, and when it last succeeded in it; "Figures.round" is the round of the figures. */
@Component
class BackgroundTasks implements ObservationHandler<ScheduledTaskObservationContext> {

    /** A round may be missed, and one may take its time. */
    private static final int ROUNDS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ObjectProvider<ScheduledTaskHolder> scheduled;
    private final Clock clock;
    private final Instant since;
    private final Map<String, Instant> successes = new ConcurrentHashMap<>();

    BackgroundTasks(ObjectProvider<ScheduledTaskHolder> scheduled, Clock clock) {
        this.scheduled = scheduled;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext;
    }

    @Override
    public void onStop(ScheduledTaskObservationContext task) {
        if (task.isComplete() && task.getError() == null) {
            successes.put(
                    task.getTargetClass().getSimpleName() + "."
                            + task.getMethod().getName(),
                    clock.instant());
        }
    }

    /** How long each task waits between two rounds. */
    Map<String, Duration> intervals() {
        Map<String, Duration> intervals = new TreeMap<>();
        scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(ScheduledTask::getTask)
                .filter(IntervalTask.class::isInstance)
                .map(IntervalTask.class::cast)
                .forEach(task -> intervals.put(name(task), task.getIntervalDuration()));
        return intervals;
    }

    /** Empty for one that has not succeeded since the start. */
    Optional<Instant> lastSuccess(String task) {
        return Optional.ofNullable(successes.get(task));
    }

    /** Those that should have succeeded long ago and did not, with the moment when they did or the start. */
    Map<String, Instant> overdue() {
        Map<String, Instant> overdue = new TreeMap<>();
        intervals().forEach((task, interval) -> {
            Instant last = lastSuccess(task).orElse(since);
            if (clock.instant().isAfter(last.plus(interval.multipliedBy(ROUNDS)).plus(PATIENCE))) {
                overdue.put(task, last);
            }
        });
        return overdue;
    }

    private static String name(IntervalTask task) {
        String[] parts = task.getRunnable().toString().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
