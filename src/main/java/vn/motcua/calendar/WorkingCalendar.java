package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which days are worked, for a whole range of years: Monday to Friday, less the days off, plus the make-up working
 * days; a named day always wins over its day of the week. Immutable, and every question is answered in constant time.
 *
 * <p>Years without published days are <em>provisional</em>: proposed holidays stand in for them. Outside the range
 * every question throws {@link CalendarRangeException}; weekends alone never pass for a calendar.
 */
public final class WorkingCalendar {

    private static final int YEARS_AHEAD = 10;

    private final LocalDate first;
    private final LocalDate last;
    private final Map<LocalDate, CalendarDay> named;
    private final Set<Integer> provisionalYears;
    /** {@code workedBefore[i]}: how many working days lie in [first, first + i). */
    private final int[] workedBefore;
    /** The working days in order, as days after {@link #first}. */
    private final int[] workingDays;

    private WorkingCalendar(
            Map<LocalDate, CalendarDay> named, Set<Integer> provisionalYears, int firstYear, int lastYear) {
        this.first = LocalDate.of(firstYear, 1, 1);
        this.last = LocalDate.of(lastYear, 12, 31);
        this.named = Map.copyOf(named);
        this.provisionalYears = Set.copyOf(provisionalYears);
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        this.workedBefore = new int[days + 1];
        int[] worked = new int[days];
        for (int i = 0; i < days; i++) {
            boolean works = works(first.plusDays(i));
            if (works) {
                worked[workedBefore[i]] = i;
            }
            workedBefore[i + 1] = workedBefore[i] + (works ? 1 : 0);
        }
        this.workingDays = Arrays.copyOf(worked, workedBefore[days]);
    }

    /**
     * A calendar from the years before the first published one to {@value #YEARS_AHEAD} years after the last.
     *
     * @param published the official days; every year that has a day off or a make-up day counts as published
     * @param cultureDay whether the days proposed for other years have Vietnam Culture Day, 24/11, among them
     */
    public static WorkingCalendar of(Collection<CalendarDay> published, boolean cultureDay) {
        TreeSet<Integer> publishedYears = new TreeSet<>();
        Map<LocalDate, CalendarDay> named = new HashMap<>();
        for (CalendarDay day : published) {
            if (day.kind() != DayKind.NONE) {
                publishedYears.add(day.date().getYear());
            }
            named.put(day.date(), day);
        }
        if (publishedYears.isEmpty()) {
            throw new IllegalArgumentException("A calendar needs at least one published year");
        }
        int firstYear = publishedYears.first();
        int lastYear = Math.min(publishedYears.last() + YEARS_AHEAD, ProposedHolidays.LAST_YEAR);
        // Without gaps: a year neither published nor proposed ends the range, and so do all beyond it.
        for (int year = publishedYears.last(); isKnown(year, publishedYears); year--) {
            firstYear = year;
        }
        Set<Integer> provisional = new TreeSet<>();
        ProposedHolidays proposals = new ProposedHolidays(cultureDay);
        for (int year = firstYear; year <= lastYear; year++) {
            if (!publishedYears.contains(year)) {
                provisional.add(year);
                proposals.of(year).forEach(day -> named.put(day.date(), day));
            }
        }
        return new WorkingCalendar(named, provisional, firstYear, Math.max(lastYear, publishedYears.last()));
    }

    private static boolean isKnown(int year, Set<Integer> published) {
        return published.contains(year) || ProposedHolidays.areOfferedFor(year);
    }

    public boolean isWorkingDay(LocalDate day) {
        int i = index(day);
        return workedBefore[i + 1] > workedBefore[i];
    }

    /** The day itself when it is worked, otherwise the next one that is. */
    public LocalDate sameOrNextWorkingDay(LocalDate day) {
        return nth(workedBefore[index(day)], day);
    }

    /**
     * The n-th working day after the given day, which itself never counts; the day itself for 0.
     *
     * @param n 0 or more
     */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("A number of working days is never negative: " + n);
        }
        return n == 0 ? day : nth(n - 1L + workedBefore[index(day) + 1], day);
    }

    /** The n-th working day before the given day, which itself never counts; the day itself for 0. */
    public LocalDate minusWorkingDays(LocalDate day, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("A number of working days is never negative: " + n);
        }
        return n == 0 ? day : nth((long) workedBefore[index(day)] - n, day);
    }

    /** How many working days lie in [from, to): the first day included, the last one not; 0 when {@code to} is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return to.isAfter(from) ? workedBefore[index(to)] - workedBefore[index(from)] : 0;
    }

    /** Whether one of the days, both ends included, lies in a year without published days. */
    public boolean isProvisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (provisionalYears.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** The first year of the days, both ends included, that has no published days, proposals or not. */
    public OptionalInt firstUnpublishedYear(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(year -> year < first.getYear() || year > last.getYear() || provisionalYears.contains(year))
                .findFirst();
    }

    /** What the calendar calls the day, empty for an ordinary one. */
    public Optional<CalendarDay> named(LocalDate day) {
        return Optional.ofNullable(named.get(day));
    }

    /** How many days of the year are named as days off. */
    public int daysOff(int year) {
        return (int) named.values().stream()
                .filter(day -> day.kind() == DayKind.OFF && day.date().getYear() == year)
                .count();
    }

    private boolean works(LocalDate day) {
        CalendarDay special = named.get(day);
        DayKind kind = special == null ? DayKind.NONE : special.kind();
        return switch (kind) {
            case OFF -> false;
            case WORK -> true;
            case NONE -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        };
    }

    private LocalDate nth(long position, LocalDate from) {
        if (position < 0 || position >= workingDays.length) {
            throw outside(from);
        }
        return first.plusDays(workingDays[(int) position]);
    }

    private int index(LocalDate day) {
        if (day.isBefore(first) || day.isAfter(last)) {
            throw outside(day);
        }
        return (int) (day.toEpochDay() - first.toEpochDay());
    }

    private CalendarRangeException outside(LocalDate day) {
        return new CalendarRangeException(
                "Lịch làm việc chỉ có từ năm %d đến năm %d, không tính được thời hạn quanh ngày %s; hãy kiểm tra ngày hoặc nhập lịch của năm đó bằng import-calendar"
                        .formatted(first.getYear(), last.getYear(), VietnameseDates.day(day)));
    }
}
