package vn.motcua.calendar;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The working calendar as it was known at each moment. A year's first publication counts from the beginning of time,
 * for until then its dates were provisional; a correction of a published year counts from the moment it was recorded,
 * so that what was judged before stays as it was judged.
 */
public final class CalendarHistory {

    private final TreeMap<LocalDateTime, WorkingCalendar> versions;

    /** @param versions the calendar by the moment from which it was known; one of them known from the very beginning */
    public CalendarHistory(Map<LocalDateTime, WorkingCalendar> versions) {
        this.versions = new TreeMap<>(versions);
        if (!this.versions.containsKey(LocalDateTime.MIN)) {
            throw new IllegalArgumentException("Some calendar must be known from the beginning");
        }
    }

    /** A calendar that was never corrected. */
    public static CalendarHistory always(WorkingCalendar calendar) {
        return new CalendarHistory(Map.of(LocalDateTime.MIN, calendar));
    }

    public WorkingCalendar knownAt(LocalDateTime moment) {
        return versions.floorEntry(moment).getValue();
    }

    /** The moments from which a corrected calendar was known. */
    public Set<LocalDateTime> corrections() {
        return Collections.unmodifiableSet(
                versions.tailMap(LocalDateTime.MIN, false).keySet());
    }

    public WorkingCalendar latest() {
        return versions.lastEntry().getValue();
    }
}
