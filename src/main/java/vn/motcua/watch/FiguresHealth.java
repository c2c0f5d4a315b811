package vn.motcua.watch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.motcua.statistics.Standing;

/** Whether what happens is folded into the figures: reports are right without that, and slow. */
@Component("figuresHealthIndicator")
class FiguresHealth implements HealthIndicator {

    private static final String ROUND = "Figures.round";

    private final BackgroundTasks tasks;
    private final Readings readings;

    FiguresHealth(BackgroundTasks tasks, Readings readings) {
        this.tasks = tasks;
        this.readings = readings;
    }

    @Override
    public Health health() {
        return readings.last()
                .map(reading -> {
                    boolean many = reading.unfolded() >= Standing.MOST_UNFOLDED;
                    Health.Builder health = Checked.warnIf(
                                    many || tasks.overdue().containsKey(ROUND))
                            .withDetail("unfolded", reading.unfolded());
                    tasks.lastSuccess(ROUND).ifPresent(last -> health.withDetail("lastFolded", last.toString()));
                    return health.build();
                })
                .orElseGet(() -> Health.unknown().build());
    }
}
