package vn.motcua.workflow;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * Moves the dates of open tasks and timers after a change of the calendar that another process made, such as the command
 * line, which has no engine. Each dossier is a transaction of its own; a second look does no harm.
 */
@EngineRoom
class CalendarWatch {

    private static final String SEEN = "calendar-seen-by-engine";

    private final Calendars calendars;
    private final StoreFacts facts;
    private final MovedDates dates;
    private final Dossiers dossiers;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    CalendarWatch(
            Calendars calendars,
            StoreFacts facts,
            MovedDates dates,
            Dossiers dossiers,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.calendars = calendars;
        this.facts = facts;
        this.dates = dates;
        this.dossiers = dossiers;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        String now = String.valueOf(calendars.edition());
        if (!facts.get(SEEN).filter(now::equals).isPresent()) {
            open().forEach(dossier -> transaction.executeWithoutResult(status -> {
                dossiers.lock(dossiers.get(dossier).code());
                dates.moveAll(dossier);
            }));
            facts.put(SEEN, now);
        }
    }

    private List<Long> open() {
        return jdbc.sql("select distinct dossier_id from motcua.work_item")
                .query(Long.class)
                .list();
    }
}
