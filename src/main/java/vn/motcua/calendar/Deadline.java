package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * When a limit ends.
 *
 * @param lastInstant the last instant that is still in time: the end of the due day for a limit counted in days, the
 *     due instant for one counted in hours. Everything later is late, so one comparison serves both.
 * @param endsWithDay whether the limit is counted in days
 * @param provisional whether a day of a year without published days took part
 */
public record Deadline(LocalDateTime lastInstant, boolean endsWithDay, boolean provisional) {

    /** The end of a day, in the microseconds that the database keeps. */
    public static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

    public static Deadline day(LocalDate day, boolean provisional) {
        return new Deadline(day.atTime(END_OF_DAY), true, provisional);
    }

    public static Deadline instant(LocalDateTime instant, boolean provisional) {
        return new Deadline(instant, false, provisional);
    }

    public LocalDate day() {
        return lastInstant.toLocalDate();
    }

    /** Whether the moment, in microseconds, is after the deadline. */
    public boolean isMissedAt(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).isAfter(lastInstant);
    }

    /** "thứ Hai 18/02/2019", or with the time where hours count. */
    public String vietnamese() {
        return endsWithDay ? VietnameseDates.weekdayAndDay(day()) : VietnameseDates.moment(lastInstant);
    }

    /** ISO 8601: the date, or the date and time where hours count. */
    public String iso() {
        return endsWithDay ? day().toString() : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(lastInstant);
    }
}
