package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LunarCalendarTest {

    private static final LunarCalendar VIETNAM = LunarCalendar.VIETNAM;
    private static final LunarCalendar CHINA = new LunarCalendar(ZoneOffset.ofHours(8));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-02-05",
                "2001-01-24",
                "2002-02-12",
                "2003-02-01",
                "2004-01-22",
                "2005-02-09",
                "2006-01-29",
                "2007-02-17",
                "2008-02-07",
                "2009-01-26",
                "2010-02-14",
                "2011-02-03",
                "2012-01-23",
                "2013-02-10",
                "2014-01-31",
                "2015-02-19",
                "2016-02-08",
                "2017-01-28",
                "2018-02-16",
                "2019-02-05",
                "2020-01-25",
                "2021-02-12",
                "2022-02-01",
                "2023-01-22",
                "2024-02-10",
                "2025-01-29",
                "2026-02-17",
                "2027-02-06",
                "2028-01-26",
                "2029-02-13",
                "2030-02-02",
                "2031-01-23",
                "2050-01-23",
                "2075-02-15",
                "2099-01-21",
                "2148-01-21"
            })
    void tetFallsOnTheKnownDay(LocalDate tet) {
        assertThat(VIETNAM.lunarNewYear(tet.getYear())).isEqualTo(tet);
    }

    @ParameterizedTest
    @CsvSource({
        "1968-01-29, 1968-01-30",
        "1969-02-16, 1969-02-17",
        "1985-01-21, 1985-02-20",
        "2007-02-17, 2007-02-18",
        "2030-02-02, 2030-02-03",
        "2053-02-18, 2053-02-19"
    })
    void tetIsEarlierInVietnamThanInChinaBecauseOfOneHour(LocalDate vietnam, LocalDate china) {
        assertThat(VIETNAM.lunarNewYear(vietnam.getYear())).isEqualTo(vietnam);
        assertThat(CHINA.lunarNewYear(china.getYear())).isEqualTo(china);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-04-25",
                "2019-04-14",
                "2020-04-02",
                "2021-04-21",
                "2022-04-10",
                "2023-04-29",
                "2024-04-18",
                "2025-04-07",
                "2026-04-26"
            })
    void gioToFallsOnTheKnownDay(LocalDate gioTo) {
        assertThat(VIETNAM.of(gioTo.getYear(), 3, 10)).isEqualTo(gioTo);
    }

    @ParameterizedTest
    @CsvSource({
        "1984, 0", "1985, 2", "1987, 7", "1990, 5", "1993, 3", "1995, 8", "1998, 5", "2001, 4", "2004, 2", "2006, 7",
        "2009, 5", "2012, 4", "2014, 9", "2017, 6", "2020, 4", "2023, 2", "2024, 0", "2025, 6", "2028, 5", "2031, 3",
        "2033, 11"
    })
    void theLeapMonthIsTheKnownOne(int lunarYear, int month) {
        assertThat(leapMonth(VIETNAM, lunarYear)).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({"1984, 10", "1985, 0", "1987, 6"})
    void theLeapMonthOfChinaIsAnotherInTheEighties(int lunarYear, int month) {
        assertThat(leapMonth(CHINA, lunarYear)).isEqualTo(month);
    }

    @Test
    void aLeapMonthRepeatsTheNumberOfTheMonthBeforeIt() {
        assertThat(VIETNAM.on(LocalDate.parse("2023-03-21"))).isEqualTo(new LunarDate(2023, 2, false, 30));
        assertThat(VIETNAM.on(LocalDate.parse("2023-03-22"))).isEqualTo(new LunarDate(2023, 2, true, 1));
        assertThat(VIETNAM.on(LocalDate.parse("2023-04-20"))).isEqualTo(new LunarDate(2023, 3, false, 1));
        assertThat(VIETNAM.of(2023, 2, 1)).isEqualTo("2023-02-20");
    }

    @Test
    void theLastMonthsOfALunarYearReachIntoTheNextGregorianYear() {
        assertThat(VIETNAM.of(2025, 12, 23)).isEqualTo("2026-02-10");
        assertThat(VIETNAM.on(LocalDate.parse("2026-02-16"))).isEqualTo(new LunarDate(2025, 12, false, 29));
        assertThat(VIETNAM.on(LocalDate.parse("2026-02-17"))).isEqualTo(new LunarDate(2026, 1, false, 1));
    }

    @ParameterizedTest
    @MethodSource("lunarYears")
    void everyDateOfTheYearLeadsThereAndBack(int lunarYear) {
        for (int month = 1; month <= 12; month++) {
            assertThat(VIETNAM.on(VIETNAM.of(lunarYear, month, 1)))
                    .isEqualTo(new LunarDate(lunarYear, month, false, 1));
            assertThat(VIETNAM.on(VIETNAM.of(lunarYear, month, 29)))
                    .isEqualTo(new LunarDate(lunarYear, month, false, 29));
        }
    }

    @Test
    void theThirtiethOfAMonthOf29DaysIsNoDay() {
        assertThat(VIETNAM.of(2024, 12, 29)).isEqualTo("2025-01-28");
        assertThatThrownBy(() -> VIETNAM.of(2024, 12, 30)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @CsvSource({"1967, 1, 1", "2200, 1, 1", "2026, 0, 1", "2026, 13, 1", "2026, 1, 0"})
    void whatTheCalendarDoesNotHaveIsRefused(int lunarYear, int month, int day) {
        assertThatThrownBy(() -> VIETNAM.of(lunarYear, month, day)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void datesAreKnownFromTheFirstLunarYearToTheLast() {
        assertThat(VIETNAM.on(LocalDate.parse("1968-01-29"))).isEqualTo(new LunarDate(1968, 1, false, 1));
        assertThat(VIETNAM.on(LocalDate.parse("2200-02-14")).year()).isEqualTo(2199);
        assertThatThrownBy(() -> VIETNAM.on(LocalDate.parse("1968-01-28"))).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> VIETNAM.on(LocalDate.parse("2200-02-15"))).isInstanceOf(DateTimeException.class);
    }

    private static IntStream lunarYears() {
        return IntStream.rangeClosed(LunarCalendar.FIRST_YEAR, LunarCalendar.LAST_YEAR);
    }

    /** The number of the leap month, 0 where the lunar year has none. */
    private static int leapMonth(LunarCalendar calendar, int lunarYear) {
        return calendar.lunarNewYear(lunarYear)
                .datesUntil(calendar.lunarNewYear(lunarYear + 1))
                .map(calendar::on)
                .filter(LunarDate::leap)
                .mapToInt(LunarDate::month)
                .findFirst()
                .orElse(0);
    }
}
