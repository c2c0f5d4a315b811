package vn.motcua.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The published days of 2018 to 2026 as they are shipped, for tests. */
public final class PublishedDays {

    public static final WorkingCalendar CALENDAR = WorkingCalendar.of(all(), false);

    /** The usual office hours on the shipped calendar. */
    public static final WorkingTime TIME = new WorkingTime(CALENDAR, OfficeHours.DEFAULT);

    private PublishedDays() {}

    public static List<CalendarDay> all() {
        try (InputStream csv = PublishedDays.class.getResourceAsStream("/calendar/calendar-vn-2018-2026.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> new CalendarDay(LocalDate.parse(cells[0]), DayKind.valueOf(cells[1]), cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped calendar with more days, each of which wins over a shipped one of the same date. */
    public static WorkingCalendar with(CalendarDay... more) {
        return WorkingCalendar.of(
                Stream.of(all(), List.of(more)).flatMap(Collection::stream).toList(), false);
    }
}
