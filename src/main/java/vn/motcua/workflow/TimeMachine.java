package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.MovableClock;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * Lives through a time that has passed: the application's clock and the engine's stand where they are put, and timers
 * wake up when told. For the demo, before anybody is let in; the engine's clock is one per JVM.
 */
@EngineRoom
public class TimeMachine {

    private static final int MOST_ROUNDS = 100;

    private final MovableClock clock;
    private final ManagementService jobs;

    TimeMachine(Clock clock, ManagementService jobs) {
        this.clock = (MovableClock) clock;
        this.jobs = jobs;
    }

    /** Runs something under a moving clock, and puts the clock back afterwards whatever happens. */
    public void during(Runnable life) {
        LocalDateTime before = clock.stoppedAt();
        try {
            life.run();
        } finally {
            putBack(before);
        }
    }

    /** Puts the clocks to a moment and lets everything wake up that is due by then. */
    public void moveTo(LocalDateTime moment) {
        clock.stopAt(moment);
        ClockUtil.setCurrentTime(Dates.of(moment));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = jobs.createJobQuery().executable().list();
            due.forEach(job -> jobs.executeJob(job.getId()));
            if (due.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("Timers wake up again and again at " + moment);
    }

    private void putBack(@Nullable LocalDateTime moment) {
        if (moment == null) {
            clock.run();
            ClockUtil.reset();
        } else {
            clock.stopAt(moment);
            ClockUtil.setCurrentTime(Dates.of(moment));
        }
    }
}
