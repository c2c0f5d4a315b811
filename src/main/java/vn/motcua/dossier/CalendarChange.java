package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.Change;

/**
 * Changes the working calendar and decides anew, by a ledger event each, every dossier that the change touches: those
 * whose dates were provisional, and those still open. What was resolved by a published calendar stays as it was judged.
 */
@Component
public class CalendarChange {

    /**
     * @param decidedAnew how many dossiers have a new due date, or one that is no longer provisional
     * @param thinYears the years written to that have fewer days off than the law gives, with their number
     */
    public record Result(Map<Change, Integer> days, int decidedAnew, Map<Integer, Integer> thinYears) {}

    /** Ten working days are holidays, or made up for, in every year since the Labour Code 2012. */
    private static final int LEAST_DAYS_OFF = 10;

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final LedgerWriter ledgers;

    CalendarChange(JdbcClient jdbc, Calendars calendars, LedgerWriter ledgers) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.ledgers = ledgers;
    }

    @Transactional
    public Result put(Collection<CalendarDay> days, LocalDateTime now, String actor) {
        Map<Change, Integer> changes = calendars.put(days, now);
        boolean changed = changes.keySet().stream().anyMatch(change -> change != Change.UNCHANGED);
        int decidedAnew = 0;
        for (String code : changed ? touched() : List.<String>of()) {
            decidedAnew += ledgers.recalculate(code, now, actor) ? 1 : 0;
        }
        return new Result(changes, decidedAnew, thinYears(days));
    }

    private Map<Integer, Integer> thinYears(Collection<CalendarDay> days) {
        Map<Integer, Integer> thin = new TreeMap<>();
        days.stream().map(day -> day.date().getYear()).distinct().forEach(year -> {
            int off = calendars.history().latest().daysOff(year);
            if (off < LEAST_DAYS_OFF) {
                thin.put(year, off);
            }
        });
        return thin;
    }

    private List<String> touched() {
        return jdbc.sql("""
                        select code from motcua.dossier
                        where due_provisional or acceptance_provisional or outcome is null order by id
                        """).query(String.class).list();
    }
}
