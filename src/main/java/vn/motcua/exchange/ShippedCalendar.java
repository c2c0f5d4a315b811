package vn.motcua.exchange;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.CalendarChange;

/**
 * Publishes, before anything else is done, the years of the shipped calendar that the table does not have yet: all of
 * them in a new store, the newest after an upgrade. Years that are published already belong to the administrator.
 */
@Component
@Lazy(false)
public class ShippedCalendar implements SmartInitializingSingleton {

    private static final CsvSource FILE = CsvSource.shipped("/calendar/calendar-vn-2018-2026.csv");

    private final Calendars calendars;
    private final CalendarChange change;
    private final Clock clock;

    ShippedCalendar(Calendars calendars, CalendarChange change, Clock clock) {
        this.calendars = calendars;
        this.change = change;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Integer> published = calendars.publishedYears();
        List<CalendarDay> missing = CalendarImport.shipped(FILE).stream()
                .filter(day -> !published.contains(day.date().getYear()))
                .toList();
        if (!missing.isEmpty()) {
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
            change.put(missing, now, "motcua");
        }
    }
}
