package vn.motcua.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.Month.APRIL;
import static java.time.Month.JANUARY;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.SEPTEMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The days off a year will most likely have, for as long as none are published: the holidays of the Labour Code (2012,
 * art. 115; 2019, art. 112) and the working days that make up for those on a weekend (art. 115(3); art. 111(3)). Where
 * the government chooses the days, they are taken as it chose them in 2015 and from 2018 to 2026. Exchanged days (hoán
 * đổi) cannot be foreseen and are never proposed.
 */
final class ProposedHolidays {

    /**
     * The first year offered. Five days of Tết are the law since the Labour Code 2012 (in force 1/5/2013), but for 2014
     * they were chosen by another pattern: mùng 1 on a Friday, one day of the old year and four of the new.
     */
    static final int FIRST_YEAR = 2015;

    /**
     * The last year offered. Up to it no new moon that Tết or Giỗ Tổ hangs on is within seven minutes of midnight; later
     * ones (Tết 2175: 24 seconds) are beyond what anybody can foretell of the earth's rotation.
     */
    static final int LAST_YEAR = 2099;

    /** The Labour Code 2019, in force 1/1/2021, gave the National Day a second day. */
    private static final int SECOND_NATIONAL_DAY_SINCE = 2021;

    private static final int CULTURE_DAY_SINCE = 2026;
    private static final String TET = "Tết Nguyên đán";

    private final boolean cultureDay;

    /**
     * @param cultureDay whether Vietnam Culture Day, 24/11, is a day off from 2026 on: decided by the Politburo (Nghị
     *     quyết 80-NQ/TW of 2026), its enactment not found
     */
    ProposedHolidays(boolean cultureDay) {
        this.cultureDay = cultureDay;
    }

    /** Whether days are proposed for the year: {@link #FIRST_YEAR} to {@link #LAST_YEAR}, both inclusive. */
    static boolean areOfferedFor(int year) {
        return FIRST_YEAR <= year && year <= LAST_YEAR;
    }

    /**
     * The days off in order, all of kind {@link DayKind#OFF} and on Monday to Friday: a holiday on a weekend appears
     * only as the next day that is neither on a weekend nor off already.
     *
     * @throws IllegalArgumentException for a year that is not {@linkplain #areOfferedFor offered}
     */
    List<CalendarDay> of(int year) {
        if (!areOfferedFor(year)) {
            throw new IllegalArgumentException(
                    "Days off are proposed for %d to %d, not for %d".formatted(FIRST_YEAR, LAST_YEAR, year));
        }
        List<CalendarDay> holidays = holidays(year);
        var daysOff = new TreeMap<LocalDate, CalendarDay>();
        holidays.stream().filter(day -> !isWeekend(day.date())).forEach(day -> daysOff.put(day.date(), day));
        for (CalendarDay missed : holidays) {
            if (isWeekend(missed.date())) {
                CalendarDay substitute = substitute(missed, daysOff);
                daysOff.put(substitute.date(), substitute);
            }
        }
        return List.copyOf(daysOff.values());
    }

    /** The holidays by law in order of date, whatever their weekday; Giỗ Tổ is never later than 29/4. */
    private List<CalendarDay> holidays(int year) {
        var holidays = new ArrayList<CalendarDay>();
        holidays.add(off(LocalDate.of(year, JANUARY, 1), "Tết Dương lịch"));
        tet(year).map(date -> off(date, TET)).forEach(holidays::add);
        holidays.add(off(LunarCalendar.VIETNAM.of(year, 3, 10), "Giỗ Tổ Hùng Vương"));
        holidays.add(off(LocalDate.of(year, APRIL, 30), "Ngày Chiến thắng"));
        holidays.add(off(LocalDate.of(year, MAY, 1), "Ngày Quốc tế lao động"));
        nationalDays(year).map(date -> off(date, "Quốc khánh")).forEach(holidays::add);
        if (cultureDay && year >= CULTURE_DAY_SINCE) {
            holidays.add(off(LocalDate.of(year, NOVEMBER, 24), "Ngày Văn hóa Việt Nam"));
        }
        return holidays;
    }

    /**
     * Two days of the old year and three of the new. With mùng 1 on a Tuesday the government takes one and four (2019,
     * 2022, 2026): the same working days, as here the Friday of mùng 4 makes up for the Sunday.
     */
    private static Stream<LocalDate> tet(int year) {
        LocalDate first = LunarCalendar.VIETNAM.lunarNewYear(year).minusDays(2);
        return first.datesUntil(first.plusDays(5));
    }

    /** 2/9 and the day before or after it that makes the longer break; of two as long, the one chosen in the past. */
    private static Stream<LocalDate> nationalDays(int year) {
        LocalDate day = LocalDate.of(year, SEPTEMBER, 2);
        if (year < SECOND_NATIONAL_DAY_SINCE) {
            return Stream.of(day);
        }
        return switch (day.getDayOfWeek()) {
            case SUNDAY, MONDAY, THURSDAY -> Stream.of(day, day.plusDays(1));
            case TUESDAY, WEDNESDAY, FRIDAY, SATURDAY -> Stream.of(day.minusDays(1), day);
        };
    }

    /** The day that makes up for a missed one; as published, the days of Tết keep their plain name. */
    private static CalendarDay substitute(CalendarDay missed, TreeMap<LocalDate, CalendarDay> daysOff) {
        LocalDate date = missed.date();
        while (isWeekend(date) || daysOff.containsKey(date)) {
            date = date.plusDays(1);
        }
        return off(date, missed.name().equals(TET) ? TET : missed.name() + " (nghỉ bù)");
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
    }

    private static CalendarDay off(LocalDate date, String name) {
        return new CalendarDay(date, DayKind.OFF, name);
    }
}
