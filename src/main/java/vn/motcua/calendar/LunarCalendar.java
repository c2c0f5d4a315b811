package vn.motcua.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The lunisolar calendar (âm lịch), computed from sun and moon. A month begins on the local day of a new moon; the month
 * with the winter solstice is the 11th; where 13 months begin between two of those, the first without a principal term
 * (the sun at a multiple of 30°) is the leap one. Vietnam reckons at UTC+7 (Quyết định 121-CP of 8/8/1967), China at
 * UTC+8, which is why Tết and the Spring Festival are days apart at times, and in 1985 were a month apart.
 */
final class LunarCalendar {

    /** The first lunar year reckoned at UTC+7, Mậu Thân. */
    static final int FIRST_YEAR = 1968;

    /** The last lunar year; late in its century a new moon seconds from midnight may prove to be of the next day. */
    static final int LAST_YEAR = 2199;

    static final LunarCalendar VIETNAM = new LunarCalendar(ZoneOffset.ofHours(7));

    private static final LocalDate LUNATION_0 = LocalDate.of(2000, Month.JANUARY, 6);
    private static final double DAYS_PER_LUNATION = 29.530588861;

    private final ZoneOffset offset;

    LunarCalendar(ZoneOffset offset) {
        this.offset = offset;
    }

    /** Mùng 1 tháng Giêng of the lunar year that begins in the Gregorian {@code year}, 1968 to 2199, both inclusive. */
    LocalDate lunarNewYear(int year) {
        return of(year, 1, 1);
    }

    /**
     * The day of a month that is not a leap one.
     *
     * @param lunarYear the Gregorian year in which the lunar year begins, 1968 to 2199, both inclusive
     * @throws DateTimeException if there is no such day, as on the 30th of a month of 29
     */
    LocalDate of(int lunarYear, int month, int day) {
        require(FIRST_YEAR <= lunarYear && lunarYear <= LAST_YEAR, "lunar year", lunarYear);
        require(1 <= month && month <= 12, "lunar month", month);
        int lunation = (month < 11 ? cycleOf(lunarYear) : cycleOf(lunarYear + 1)).lunationOf(month);
        LocalDate first = firstDay(lunation);
        require(1 <= day && day <= ChronoUnit.DAYS.between(first, firstDay(lunation + 1)), "lunar day", day);
        return first.plusDays(day - 1L);
    }

    /** The lunar date of a day, from mùng 1 of the lunar year 1968 to the last day of 2199, both inclusive. */
    LunarDate on(LocalDate date) {
        int lunation = lunationOn(date);
        int nextYear = date.getYear() + 1;
        Cycle cycle = lunation < cycleOf(nextYear).first() ? cycleOf(nextYear - 1) : cycleOf(nextYear);
        LunarDate lunar = cycle.lunarDate(lunation, (int) ChronoUnit.DAYS.between(firstDay(lunation), date) + 1);
        require(FIRST_YEAR <= lunar.year() && lunar.year() <= LAST_YEAR, "lunar year", lunar.year());
        return lunar;
    }

    private static void require(boolean holds, String what, int value) {
        if (!holds) {
            throw new DateTimeException("No such " + what + ": " + value);
        }
    }

    private LocalDate firstDay(int lunation) {
        return SunAndMoon.newMoon(lunation).atOffset(offset).toLocalDate();
    }

    /** The lunation whose month holds the day. */
    private int lunationOn(LocalDate date) {
        int next = (int) Math.ceil(ChronoUnit.DAYS.between(LUNATION_0, date) / DAYS_PER_LUNATION) + 1;
        while (firstDay(next).isAfter(date)) {
            next--;
        }
        return next;
    }

    /** Which of the twelve 30° of its way the sun is in as the month's first day begins; 9 follows the solstice. */
    private int sectorAtStart(int lunation) {
        Instant midnight = firstDay(lunation).atStartOfDay().toInstant(offset);
        return (int) (SunAndMoon.sunLongitude(midnight) / 30);
    }

    private boolean hasPrincipalTerm(int lunation) {
        return sectorAtStart(lunation) != sectorAtStart(lunation + 1);
    }

    /** The 11th month that begins in the Gregorian year: the last to start no later than the day of the solstice. */
    private int solsticeLunation(int year) {
        int lunation = lunationOn(LocalDate.of(year, Month.DECEMBER, 31));
        return sectorAtStart(lunation) == 9 ? lunation - 1 : lunation;
    }

    /** The months from the 11th of the year before up to, not including, the 11th of {@code year}. */
    private Cycle cycleOf(int year) {
        int first = solsticeLunation(year - 1);
        int end = solsticeLunation(year);
        int leap = end;
        if (end - first == 13) {
            leap = first + 1;
            while (hasPrincipalTerm(leap)) {
                leap++;
            }
        }
        return new Cycle(year, first, leap);
    }

    /** @param leap the lunation of the leap month, or the one after the last where there is none */
    private record Cycle(int year, int first, int leap) {

        int lunationOf(int month) {
            int regular = first + (month + 1) % 12;
            return regular < leap ? regular : regular + 1;
        }

        LunarDate lunarDate(int lunation, int day) {
            int place = lunation < leap ? lunation - first : lunation - first - 1;
            return new LunarDate(place < 2 ? year - 1 : year, (place + 10) % 12 + 1, lunation == leap, day);
        }
    }
}
