package vn.motcua.workflow;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * Moves the dates of open tasks and timers after a change of the calendar that another process made, such as the command
 * line, which has no engine. Each dossier is a transaction of its own; a second look does no harm.
 *
 * <p>With a million open dossiers that takes long, so it is done beside the clerks: one node goes through them, a while in
 * each round with rests between, and goes on where it was in the next one, also after a restart.
 */
@EngineRoom
class CalendarWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarWatch.class);

    private static final int BATCH = 50;
    private static final int TRIES = 3;
    private static final Duration ROUND = Duration.ofSeconds(5);

    private static final String NEXT = """
            select distinct dossier_id from motcua.work_item where dossier_id > :after order by dossier_id limit :batch
            """;

    private final Calendars calendars;
    private final CalendarProgress progress;
    private final MovedDates dates;
    private final Dossiers dossiers;
    private final TransactionTemplate round;
    private final TransactionTemplate each;
    private final JdbcClient jdbc;

    CalendarWatch(
            Calendars calendars,
            CalendarProgress progress,
            MovedDates dates,
            Dossiers dossiers,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.calendars = calendars;
        this.progress = progress;
        this.dates = dates;
        this.dossiers = dossiers;
        this.round = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        look(ROUND);
    }

    /**
     * Does nothing where nothing changed or another node is at it.
     *
     * @param most no batch is begun after that time; one always is
     */
    void look(Duration most) {
        String edition = String.valueOf(calendars.edition());
        if (progress.isSeen(edition)) {
            return;
        }
        round.executeWithoutResult(status -> {
            if (isAlone()) {
                goOn(edition, most);
            }
        });
    }

    /**
     * The round's own transaction holds this lock and reads no table: a change of one that waited for it would stop the
     * transactions within, and the round with them, for ever.
     */
    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('motcua.calendar-watch'))")
                .query(Boolean.class)
                .single();
    }

    private void goOn(String edition, Duration most) {
        long begun = System.nanoTime();
        long after = alone(() -> progress.upTo(edition));
        boolean more = true;
        while (more) {
            long start = System.nanoTime();
            List<Long> next = next(after);
            if (next.isEmpty()) {
                each.executeWithoutResult(status -> progress.seen(edition));
                return;
            }
            next.forEach(this::move);
            long last = next.get(next.size() - 1);
            each.executeWithoutResult(status -> progress.moved(edition, last));
            after = last;
            more = rest(System.nanoTime() - start) && System.nanoTime() - begun < most.toNanos();
        }
    }

    private List<Long> next(long after) {
        return alone(() -> jdbc.sql(NEXT)
                .param("after", after)
                .param("batch", BATCH)
                .query(Long.class)
                .list());
    }

    private <T> T alone(Supplier<T> question) {
        return Objects.requireNonNull(each.execute(status -> question.get()));
    }

    /** One whose dates cannot be told keeps the others waiting no longer than it takes to find out. */
    private void move(long dossier) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                each.executeWithoutResult(status -> {
                    dossiers.lock(dossiers.get(dossier).code());
                    dates.moveAll(dossier);
                });
                return;
            } catch (RuntimeException failed) {
                if (isOut(failed)) {
                    throw failed; // the next round goes on from the last batch
                }
                if (tried == TRIES) {
                    LOG.error("The dates of dossier {} could not be moved to the changed calendar", dossier, failed);
                }
            }
        }
    }

    /** Whether the database is away or ends: SQLSTATE class 08, 53 and 57P. */
    private static boolean isOut(@Nullable Throwable failed) {
        return failed != null
                && (failed instanceof CannotCreateTransactionException
                        || failed instanceof SQLException sql
                                && String.valueOf(sql.getSQLState()).matches("08.*|53.*|57P.*")
                        || isOut(failed.getCause()));
    }

    /**
     * As long as the work took, so that this has half a processor at most.
     *
     * @return false where the server stops
     */
    private static boolean rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
