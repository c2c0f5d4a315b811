package vn.motcua.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** The time in which an agency works: its office hours on the days of the calendar. Local time, Asia/Ho_Chi_Minh. */
public record WorkingTime(WorkingCalendar calendar, OfficeHours hours) {

    /**
     * The effective receipt day (domain rule 2): the day itself if it is worked and the time is at or before closing,
     * otherwise the next working day.
     */
    public LocalDate effectiveDay(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        boolean tooLate = moment.toLocalTime().isAfter(hours.closing());
        return calendar.sameOrNextWorkingDay(tooLate ? day.plusDays(1) : day);
    }

    /**
     * The earliest instant at which that much office time has run (domain rule 5): eight hours from 07:00 end at 17:00
     * the same day, not at 07:00 the next.
     *
     * @param amount more than zero
     */
    public LocalDateTime plus(LocalDateTime start, Duration amount) {
        LocalDate day = calendar.sameOrNextWorkingDay(start.toLocalDate());
        LocalTime time = day.equals(start.toLocalDate()) ? start.toLocalTime() : LocalTime.MIN;
        Duration left = amount;
        Duration today = hours.after(time);
        while (left.compareTo(today) > 0) {
            left = left.minus(today);
            day = calendar.plusWorkingDays(day, 1);
            time = LocalTime.MIN;
            today = hours.perDay();
        }
        return day.atTime(hours.plus(time, left));
    }

    /**
     * The last instant from which that much office time is still to run until the end: eight hours before 17:00 are 07:00
     * the same day, not 17:00 the day before. The mirror of {@link #plus}.
     */
    public LocalDateTime minus(LocalDateTime end, Duration amount) {
        if (amount.isZero()) {
            return end;
        }
        Duration perDay = hours.perDay();
        Duration before = amount.minus(workedOn(end));
        if (before.isNegative() || before.isZero()) {
            return end.toLocalDate().atTime(hours.minus(end.toLocalTime(), amount));
        }
        int days = Math.toIntExact(-Math.floorDiv(-before.toNanos(), perDay.toNanos()));
        Duration left = before.minus(perDay.multipliedBy(days - 1));
        return calendar.minusWorkingDays(end.toLocalDate(), days).atTime(hours.minus(LocalTime.MAX, left));
    }

    /** The office time between two instants; zero when the second is not later. */
    public Duration between(LocalDateTime from, LocalDateTime to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        return workedOn(to)
                .minus(workedOn(from))
                .plus(hours.perDay().multipliedBy(calendar.workingDaysBetween(from.toLocalDate(), to.toLocalDate())));
    }

    /** How much of the office time between two instants lies in pauses, which do not overlap. */
    public Duration paused(LocalDateTime from, LocalDateTime to, List<Pause> pauses) {
        return pauses.stream()
                .map(pause -> between(
                        pause.from().isBefore(from) ? from : pause.from(),
                        pause.to().isAfter(to) ? to : pause.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Office time from the beginning of the moment's day to the moment, none on a day that is not worked. */
    private Duration workedOn(LocalDateTime moment) {
        return calendar.isWorkingDay(moment.toLocalDate())
                ? hours.perDay().minus(hours.after(moment.toLocalTime()))
                : Duration.ZERO;
    }
}
