package vn.motcua.workflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;

/** Notes when a job executor has last asked for jobs and was answered. */
public final class NotedAcquisitions {

    private final Clock clock;
    private volatile @Nullable Instant last;

    public NotedAcquisitions(Clock clock) {
        this.clock = clock;
    }

    /** Before it starts. */
    public void noteThoseOf(JobExecutor executor) {
        executor.setAcquireJobsCmdFactory(jobs -> new AcquireJobsCmd(executor, jobs) {
            @Override
            public AcquiredJobs execute(CommandContext context) {
                AcquiredJobs acquired = super.execute(context);
                last = clock.instant();
                return acquired;
            }
        });
    }

    public Optional<Instant> last() {
        return Optional.ofNullable(last);
    }
}
