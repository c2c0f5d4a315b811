package vn.motcua.sla;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.StoreFacts;

/**
 * Keeps the forecasts of risk up to date beside the clerks: every half minute those of dossiers whose step or clock
 * changed, and all of them in the first round of a day or of a changed calendar, after the needs of the steps were
 * renewed. One node at a time; no row of a dossier is held, so nobody waits for it.
 */
@Component
public class RiskWatch {

    private static final String RENEWED = "risk-renewed";

    /** From when on there are forecasts. */
    static final String SINCE = "risk-since";

    private static final int BATCH = 5_000;

    /** Before the dossiers are read, so that what changes while they are is told again. */
    private static final String TAKE = """
            delete from motcua.risk_change
            where ctid = any (array(select ctid from motcua.risk_change limit :batch)) returning dossier_id
            """;

    private static final String NEXT = """
            select id from (
                (select id from motcua.dossier where outcome is null and id > :after order by id limit :batch)
                union
                (select dossier_id from motcua.risk_span where valid_to is null and dossier_id > :after
                 order by dossier_id limit :batch)) dossiers
            order by id limit :batch
            """;

    private final JdbcClient jdbc;
    private final StepPasses passes;
    private final StepNeeds needs;
    private final Forecaster forecaster;
    private final Calendars calendars;
    private final StoreFacts facts;
    private final TransactionTemplate round;
    private final TransactionTemplate batch;
    private final Clock clock;

    RiskWatch(
            JdbcClient jdbc,
            StepPasses passes,
            StepNeeds needs,
            Forecaster forecaster,
            Calendars calendars,
            StoreFacts facts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.passes = passes;
        this.needs = needs;
        this.forecaster = forecaster;
        this.calendars = calendars;
        this.facts = facts;
        this.round = new TransactionTemplate(transactions);
        this.batch = new TransactionTemplate(transactions);
        this.batch.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Now and then on every server; left out where another node is at it. */
    @Scheduled(initialDelay = 15, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void round() {
        if (isNewDay(LocalDateTime.now(clock))) {
            passes.catchUp();
        }
        round.executeWithoutResult(status -> {
            if (hold("select pg_try_advisory_xact_lock(hashtext('motcua.risk'))")) {
                lookAround(batch);
            }
        });
    }

    /** Forecasts all that is to be; waits for another node that is at it. */
    @Transactional(propagation = Propagation.NEVER)
    public void catchUp() {
        passes.catchUp();
        catchUp(batch);
    }

    /** The same in one transaction, the caller's if there is one, so that what it has not committed is seen too. */
    @Transactional
    public void catchUpWithin() {
        if (isNewDay(LocalDateTime.now(clock))) {
            passes.catchUpWithin();
        }
        catchUp(TransactionOperations.withoutTransaction());
    }

    private void catchUp(TransactionOperations each) {
        round.executeWithoutResult(status -> {
            hold("select pg_advisory_xact_lock(hashtext('motcua.risk')) is not null");
            lookAround(each);
        });
    }

    private boolean hold(String lock) {
        return jdbc.sql(lock).query(Boolean.class).single();
    }

    /** @param each runs one batch; the round's own transaction only holds the lock */
    private void lookAround(TransactionOperations each) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (isNewDay(now)) {
            each.executeWithoutResult(status -> needs.renew(now));
            lookAtAll(each);
            facts.put(RENEWED, day(now));
            if (facts.get(SINCE).isEmpty()) {
                facts.put(SINCE, now.toString());
            }
        }
        while (Boolean.TRUE.equals(each.execute(status -> lookAtChanged()))) {}
    }

    private boolean isNewDay(LocalDateTime now) {
        return facts.get(RENEWED).filter(day(now)::equals).isEmpty();
    }

    private String day(LocalDateTime now) {
        return now.toLocalDate() + " " + calendars.edition();
    }

    private void lookAtAll(TransactionOperations each) {
        long after = 0;
        List<Long> next = after(after);
        while (!next.isEmpty()) {
            List<Long> dossiers = next;
            each.executeWithoutResult(status -> forecaster.look(dossiers));
            next = after(dossiers.get(dossiers.size() - 1));
        }
    }

    private List<Long> after(long dossier) {
        return jdbc.sql(NEXT)
                .param("after", dossier)
                .param("batch", BATCH)
                .query(Long.class)
                .list();
    }

    private boolean lookAtChanged() {
        List<Long> changed =
                jdbc.sql(TAKE).param("batch", BATCH).query(Long.class).list();
        if (!changed.isEmpty()) {
            forecaster.look(changed.stream().distinct().toList());
        }
        return changed.size() == BATCH;
    }
}
