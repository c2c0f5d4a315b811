package vn.motcua.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.motcua.workflow.JobRounds;

/** Whether this node runs the engine's jobs, if it is to. */
@Component("jobExecutorHealthIndicator")
class JobExecutorHealth implements HealthIndicator {

    /** It looks for jobs every ten seconds, unless it has its hands full. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ObjectProvider<JobRounds> rounds;
    private final Clock clock;

    JobExecutorHealth(ObjectProvider<JobRounds> rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public Health health() {
        JobRounds executor = rounds.getIfAvailable();
        if (executor == null || !executor.isWanted()) {
            return Health.up().withDetail("active", false).build();
        }
        Optional<Instant> last = executor.last();
        boolean recent = last.filter(clock.instant().minus(PATIENCE)::isBefore).isPresent();
        Health.Builder health =
                Checked.warnIf(!executor.isActive() || !recent).withDetail("active", executor.isActive());
        last.ifPresent(moment -> health.withDetail("lastAcquisition", moment.toString()));
        return health.build();
    }
}
