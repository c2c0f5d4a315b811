package vn.motcua.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A legal time limit (domain rules 2–6).
 *
 * @param amount how many units, 1 or more
 */
public record TimeLimit(int amount, LimitUnit unit) {

    public TimeLimit {
        if (amount < 1) {
            throw new IllegalArgumentException("Thời hạn phải từ 1 trở lên: " + amount);
        }
    }

    /** The limit lengthened by an amount in its own unit, as a legal extension does (domain rule 7). */
    public TimeLimit plus(int more) {
        return new TimeLimit(amount + more, unit);
    }

    public Deadline from(LocalDateTime start, WorkingTime time) {
        return from(start, List.of(), time);
    }

    /**
     * Where the limit ends that starts at a moment and stands still during the pauses.
     *
     * <ul>
     *   <li>working days: the n-th working day after the effective day (Bộ luật Dân sự 2015, Điều 147), pushed by the
     *       working days of each pause;
     *   <li>calendar days: the effective day plus n, plus the days of each pause, then once to a working day (Điều 148);
     *   <li>working hours: runs from the moment itself, in office hours only, pushed by the office time of each pause.
     * </ul>
     */
    public Deadline from(LocalDateTime start, List<Pause> pauses, WorkingTime time) {
        LocalDate day = time.effectiveDay(start);
        WorkingCalendar calendar = time.calendar();
        long push = push(pauses, time);
        return switch (unit) {
            case WORKING_DAYS -> {
                LocalDate due = calendar.plusWorkingDays(day, Math.toIntExact(amount + push));
                yield Deadline.day(due, isProvisional(start, pauses, due, time));
            }
            case CALENDAR_DAYS -> {
                LocalDate due = calendar.sameOrNextWorkingDay(day.plusDays(amount + push));
                yield Deadline.day(due, isProvisional(start, pauses, due, time));
            }
            case WORKING_HOURS -> {
                LocalDateTime due = time.plus(start, Duration.ofHours(amount).plusSeconds(push));
                yield Deadline.instant(due, isProvisional(start, pauses, due.toLocalDate(), time));
            }
        };
    }

    /** Whether a day of a year without published days took part: in the counting itself or in a pause's push. */
    private boolean isProvisional(LocalDateTime start, List<Pause> pauses, LocalDate due, WorkingTime time) {
        return time.calendar().isProvisional(start.toLocalDate(), due)
                || pauses.stream()
                        .anyMatch(pause -> push(List.of(pause), time) > 0
                                && time.calendar()
                                        .isProvisional(
                                                pause.from().toLocalDate(),
                                                pause.to().toLocalDate()));
    }

    /** By how much the pauses push the limit: days in its own unit, or whole seconds of office time for one in hours. */
    public long push(List<Pause> pauses, WorkingTime time) {
        return switch (unit) {
            case WORKING_DAYS ->
                sum(pauses, pause -> time.calendar()
                        .workingDaysBetween(
                                pause.from().toLocalDate(), pause.to().toLocalDate()));
            case CALENDAR_DAYS ->
                sum(
                        pauses,
                        pause -> pause.to().toLocalDate().toEpochDay()
                                - pause.from().toLocalDate().toEpochDay());
            case WORKING_HOURS -> officeTime(pauses, time).toSeconds();
        };
    }

    /** "10 ngày làm việc". */
    public String vietnamese() {
        return amount + " " + unit.vietnamese();
    }

    private static Duration officeTime(List<Pause> pauses, WorkingTime time) {
        return pauses.stream()
                .map(pause -> time.between(pause.from(), pause.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long sum(List<Pause> pauses, ToLongFunction<Pause> measure) {
        return pauses.stream().mapToLong(measure).sum();
    }
}
