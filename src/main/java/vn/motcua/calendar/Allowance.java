package vn.motcua.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;

/**
 * The working time that a step of the handling is given, written as an ISO 8601 duration: {@code P2D} is two working
 * days, {@code PT4H} four office hours, {@code P1DT4H} a working day's and four more office hours. It is an aim of the
 * step; the dossier's own due date never comes from it.
 */
public record Allowance(int days, Duration hours) {

    public Allowance {
        if (days < 0 || hours.isNegative() || days == 0 && hours.isZero()) {
            throw new IllegalArgumentException("Thời gian của bước phải lớn hơn 0");
        }
    }

    /** Reads days, hours and minutes; throws IllegalArgumentException with a Vietnamese message otherwise. */
    public static Allowance parse(String text) {
        try {
            int time = text.indexOf('T');
            String date = time < 0 ? text : text.substring(0, time);
            Period period = date.equals("P") ? Period.ZERO : Period.parse(date);
            Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
            if (period.getYears() != 0 || period.getMonths() != 0) {
                throw new IllegalArgumentException("Thời gian của bước tính bằng ngày và giờ làm việc: " + text);
            }
            return new Allowance(period.getDays(), hours);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Thời gian của bước phải có dạng P2D hoặc PT4H: " + text, e);
        }
    }

    /** Where the allowance ends that starts at a moment and stands still during the pauses. */
    public Deadline from(LocalDateTime start, List<Pause> pauses, WorkingTime time) {
        if (hours.isZero()) {
            return new TimeLimit(days, LimitUnit.WORKING_DAYS).from(start, pauses, time);
        }
        Duration paused = pauses.stream()
                .map(pause -> time.between(pause.from(), pause.to()))
                .reduce(Duration.ZERO, Duration::plus);
        Duration amount = in(time.hours()).plus(paused);
        LocalDateTime end = time.plus(start, amount);
        return Deadline.instant(end, time.calendar().isProvisional(start.toLocalDate(), end.toLocalDate()));
    }

    /** How much office time it is where so much makes a day. */
    public Duration in(OfficeHours office) {
        return hours.plus(office.perDay().multipliedBy(days));
    }
}
