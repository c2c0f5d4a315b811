package vn.motcua.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.notification.LetterCounts;
import vn.motcua.payment.PaymentRegister;
import vn.motcua.statistics.Standing;
import vn.motcua.workflow.EngineCounts;

/** Reads the store at most twice a minute, all of it as it stands at one moment, and gives up soon. */
@Component
class Readings {

    static final Duration EVERY = Duration.ofSeconds(30);

    private static final int LONGEST_SECONDS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private final Standing standing;
    private final EngineCounts engine;
    private final LetterCounts letters;
    private final PaymentRegister payments;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final Remembered<Optional<Reading>> last;

    Readings(
            Standing standing,
            EngineCounts engine,
            LetterCounts letters,
            PaymentRegister payments,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.standing = standing;
        this.engine = engine;
        this.letters = letters;
        this.payments = payments;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setTimeout(LONGEST_SECONDS);
        this.last = new Remembered<>(EVERY, clock, this::read);
    }

    /** Empty when the store could not be read. */
    Optional<Reading> last() {
        return last.get();
    }

    private Optional<Reading> read() {
        try {
            return Optional.ofNullable(snapshot.execute(status -> reading()));
        } catch (RuntimeException unreadable) {
            LOG.warn("The store could not be read for the metrics: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    private Reading reading() {
        LocalDateTime now = LocalDateTime.now(clock);
        return new Reading(
                clock.instant(),
                standing.byLevel(now),
                standing.unfolded(),
                engine.jobs(clock.instant()),
                engine.incidents(),
                letters.byState(),
                letters.firstWaiting()
                        .filter(now::isAfter)
                        .map(due -> Duration.between(due, now))
                        .orElse(Duration.ZERO),
                payments.unsettled());
    }
}
