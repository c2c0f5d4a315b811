package vn.motcua.workflow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.StoreFacts;
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

    private static final String SEEN = "calendar-seen-by-engine";
    /** An edition of the calendar and the last dossier whose dates were moved to it. */
    private static final String UP_TO = "calendar-moved-up-to";

    private static final int BATCH = 50;
    private static final Duration ROUND = Duration.ofSeconds(20);

    private static final String NEXT = """
            select distinct dossier_id from motcua.work_item where dossier_id > :after order by dossier_id limit :batch
            """;

    private final Calendars calendars;
    private final StoreFacts facts;
    private final MovedDates dates;
    private final Dossiers dossiers;
    private final TransactionTemplate round;
    private final TransactionTemplate each;
    private final JdbcClient jdbc;

    CalendarWatch(
            Calendars calendars,
            StoreFacts facts,
            MovedDates dates,
            Dossiers dossiers,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        this.calendars = calendars;
        this.facts = facts;
        this.dates = dates;
        this.dossiers = dossiers;
        this.round = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
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
        if (isSeen(edition)) {
            return;
        }
        round.executeWithoutResult(status -> {
            if (isAlone() && !isSeen(edition)) {
                goOn(edition, most);
            }
        });
    }

    private boolean isSeen(String edition) {
        return facts.get(SEEN).filter(edition::equals).isPresent();
    }

    /** The round's own transaction only holds this lock. */
    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('motcua.calendar-watch'))")
                .query(Boolean.class)
                .single();
    }

    private void goOn(String edition, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        long after = upTo(edition);
        do {
            long start = System.nanoTime();
            List<Long> next = jdbc.sql(NEXT)
                    .param("after", after)
                    .param("batch", BATCH)
                    .query(Long.class)
                    .list();
            if (next.isEmpty()) {
                each.executeWithoutResult(status -> facts.put(SEEN, edition));
                return;
            }
            next.forEach(this::move);
            after = next.get(next.size() - 1);
            note(edition, after);
            rest(System.nanoTime() - start);
        } while (System.nanoTime() < end);
    }

    private long upTo(String edition) {
        return facts.get(UP_TO)
                .map(noted -> noted.split(" "))
                .filter(noted -> noted[0].equals(edition))
                .map(noted -> Long.valueOf(noted[1]))
                .orElse(0L);
    }

    private void note(String edition, long dossier) {
        each.executeWithoutResult(status -> facts.put(UP_TO, edition + " " + dossier));
    }

    /** One whose dates cannot be told keeps the others waiting no longer than it takes to say so. */
    private void move(long dossier) {
        try {
            moveOne(dossier);
        } catch (OptimisticLockingException | ConcurrencyFailureException met) {
            moveOne(dossier);
        } catch (DataAccessResourceFailureException | TransactionException lost) {
            throw lost; // the next round goes on from the last batch
        } catch (RuntimeException broken) {
            LOG.error("The dates of dossier {} could not be moved to the changed calendar", dossier, broken);
        }
    }

    private void moveOne(long dossier) {
        each.executeWithoutResult(status -> {
            dossiers.lock(dossiers.get(dossier).code());
            dates.moveAll(dossier);
        });
    }

    /** As long as the work took, so that this has half a processor at most. */
    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
