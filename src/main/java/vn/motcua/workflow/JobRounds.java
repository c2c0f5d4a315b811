package vn.motcua.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.NotedAcquisitions;

/** Whether this node looks for jobs of the engine, and when it did so last. */
@EngineRoom
public class JobRounds {

    private final @Nullable JobExecutor executor;
    private final NotedAcquisitions acquisitions;

    JobRounds(ObjectProvider<JobExecutor> executors, Clock clock) {
        this.executor = executors.getIfAvailable();
        this.acquisitions = new NotedAcquisitions(clock);
        if (executor != null) {
            acquisitions.noteThoseOf(executor);
        }
    }

    /** Whether it is to; another node may do it alone. */
    public boolean isWanted() {
        return executor != null;
    }

    public boolean isActive() {
        return executor != null && executor.isActive();
    }

    /** When it last found that there was something to do, or nothing. */
    public Optional<Instant> last() {
        return acquisitions.last();
    }
}
