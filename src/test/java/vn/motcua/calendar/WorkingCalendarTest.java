package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.calendar.PublishedDays.CALENDAR;
import static vn.motcua.calendar.When.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 1: which days are worked, by the published days of 2018 to 2026. */
class WorkingCalendarTest {

    private static final LocalDate SAT_22_AUG_2026 = day("Sat 2026-08-22");
    private static final LocalDate MON_31_AUG_2026 = day("Mon 2026-08-31");
    private static final LocalDate THU_31_DEC_2026 = day("Thu 2026-12-31");
    private static final LocalDate FRI_1_JAN_2027 = day("Fri 2027-01-01");
    private static final LocalDate THU_31_DEC_2015 = day("Thu 2015-12-31");
    private static final LocalDate FRI_1_JAN_2016 = day("Fri 2016-01-01");
    private static final LocalDate TUE_24_NOV_2026 = day("Tue 2026-11-24");
    private static final LocalDate WED_24_NOV_2027 = day("Wed 2027-11-24");

    @Test
    void everyDayOfThePublishedYearsIsWhatItsNameOrItsWeekdayMakesIt() {
        Map<LocalDate, CalendarDay> named =
                PublishedDays.all().stream().collect(Collectors.toMap(CalendarDay::date, Function.identity()));
        Set<DayOfWeek> weekend = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

        day("Mon 2018-01-01").datesUntil(FRI_1_JAN_2027).forEach(day -> {
            CalendarDay name = named.get(day);
            boolean worked = name == null ? !weekend.contains(day.getDayOfWeek()) : name.kind() == DayKind.WORK;
            assertThat(CALENDAR.isWorkingDay(day)).as("%s %s", day, name).isEqualTo(worked);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Tue 2018-02-13, Wed 2018-02-21",
        "Fri 2019-02-01, Mon 2019-02-11",
        "Wed 2020-01-22, Thu 2020-01-30",
        "Tue 2021-02-09, Wed 2021-02-17",
        "Fri 2022-01-28, Mon 2022-02-07",
        "Thu 2023-01-19, Fri 2023-01-27",
        "Wed 2024-02-07, Thu 2024-02-15",
        "Fri 2025-01-24, Mon 2025-02-03",
        "Fri 2026-02-13, Mon 2026-02-23"
    })
    void theDayAfterTheLastBeforeTetIsTheFirstAfterIt(String before, String after) {
        assertThat(CALENDAR.plusWorkingDays(day(before), 1)).isEqualTo(day(after));
    }

    @ParameterizedTest
    @CsvSource({
        "Fri 2018-12-28, Wed 2019-01-02",
        "Fri 2019-01-04, Sat 2019-01-05",
        "Sat 2019-01-05, Mon 2019-01-07",
        "Fri 2019-04-12, Tue 2019-04-16",
        "Fri 2019-04-26, Thu 2019-05-02",
        "Fri 2019-05-03, Sat 2019-05-04",
        "Wed 2020-04-29, Mon 2020-05-04",
        "Thu 2021-04-29, Tue 2021-05-04",
        "Wed 2021-09-01, Mon 2021-09-06",
        "Fri 2022-04-29, Wed 2022-05-04",
        "Wed 2022-08-31, Mon 2022-09-05",
        "Fri 2023-04-28, Thu 2023-05-04",
        "Thu 2023-08-31, Tue 2023-09-05",
        "Fri 2024-04-26, Thu 2024-05-02",
        "Fri 2024-05-03, Sat 2024-05-04",
        "Fri 2025-04-25, Sat 2025-04-26",
        "Tue 2025-04-29, Mon 2025-05-05",
        "Wed 2025-12-31, Mon 2026-01-05",
        "Fri 2026-01-09, Sat 2026-01-10",
        "Fri 2026-08-21, Sat 2026-08-22",
        "Fri 2026-08-28, Thu 2026-09-03"
    })
    void holidaysSubstitutesAndExchangedDaysAreSteppedOverAndMakeUpSaturdaysAreNot(String before, String after) {
        assertThat(CALENDAR.plusWorkingDays(day(before), 1)).isEqualTo(day(after));
    }

    @Test
    void workingDaysAreCountedFromTheFirstDayIncludedToTheLastNotIncluded() {
        assertThat(CALENDAR.workingDaysBetween(day("Mon 2019-01-28"), day("Mon 2019-02-18")))
                .as("28/1 to 1/2 and 11/2 to 15/2; Tết between")
                .isEqualTo(10);
        assertThat(CALENDAR.workingDaysBetween(day("Sat 2019-05-04"), day("Sun 2019-05-05")))
                .as("a make-up Saturday")
                .isEqualTo(1);
        assertThat(CALENDAR.workingDaysBetween(day("Fri 2019-05-03"), day("Sat 2019-05-04")))
                .isEqualTo(1);
        assertThat(CALENDAR.workingDaysBetween(day("Mon 2019-02-04"), day("Mon 2019-02-11")))
                .as("the week of Tết")
                .isZero();
        assertThat(CALENDAR.workingDaysBetween(day("Tue 2019-01-29"), day("Mon 2019-01-28")))
                .as("backwards")
                .isZero();
    }

    @Test
    void aNamedMakeUpDayWinsOverAHolidayOfTheSameDay() {
        CalendarDay work = new CalendarDay(MON_31_AUG_2026, DayKind.WORK, "Làm việc");

        assertThat(CALENDAR.isWorkingDay(MON_31_AUG_2026)).isFalse();
        assertThat(PublishedDays.with(work).isWorkingDay(MON_31_AUG_2026)).isTrue();
    }

    @Test
    void noneCancelsAnEarlierEntryAndLeavesTheWeekdayAlone() {
        WorkingCalendar corrected = PublishedDays.with(
                new CalendarDay(SAT_22_AUG_2026, DayKind.NONE, "Không làm bù"),
                new CalendarDay(MON_31_AUG_2026, DayKind.NONE, "Không nghỉ"));

        assertThat(CALENDAR.isWorkingDay(SAT_22_AUG_2026)).isTrue();
        assertThat(CALENDAR.isWorkingDay(MON_31_AUG_2026)).isFalse();
        assertThat(corrected.isWorkingDay(SAT_22_AUG_2026)).isFalse();
        assertThat(corrected.isWorkingDay(MON_31_AUG_2026)).isTrue();
        assertThat(corrected.daysOff(2026)).isEqualTo(CALENDAR.daysOff(2026) - 1);
    }

    @Test
    void onlyDaysNamedAsDaysOffAreCountedAsSuch() {
        assertThat(CALENDAR.daysOff(2019)).isEqualTo(11);
        assertThat(CALENDAR.daysOff(2026)).isEqualTo(13);
        assertThat(CALENDAR.daysOff(2027)).as("proposed").isEqualTo(11);
    }

    @Test
    void aNamedDayIsCalledByItsNameAndAnOrdinaryOneHasNone() {
        assertThat(CALENDAR.named(SAT_22_AUG_2026)).map(CalendarDay::name).contains("Làm bù cho 2026-08-31");
        assertThat(CALENDAR.named(FRI_1_JAN_2027)).map(CalendarDay::name).contains("Tết Dương lịch");
        assertThat(CALENDAR.named(day("Mon 2019-01-28"))).isEmpty();
    }

    @Test
    void aYearWithoutPublishedDaysIsProvisionalAndHasItsProposedHolidays() {
        assertThat(CALENDAR.isWorkingDay(FRI_1_JAN_2027)).isFalse();
        assertThat(CALENDAR.isWorkingDay(day("Mon 2027-02-08"))).as("Tết 2027").isFalse();
        assertThat(CALENDAR.isProvisional(FRI_1_JAN_2027, FRI_1_JAN_2027)).isTrue();
        assertThat(CALENDAR.isProvisional(THU_31_DEC_2026, THU_31_DEC_2026)).isFalse();
        assertThat(CALENDAR.isProvisional(THU_31_DEC_2026, FRI_1_JAN_2027)).isTrue();
        assertThat(CALENDAR.isProvisional(day("Sun 2017-12-31"), day("Mon 2018-01-01")))
                .isTrue();
        assertThat(CALENDAR.isProvisional(day("Mon 2018-01-01"), THU_31_DEC_2026))
                .isFalse();
    }

    @Test
    void aYearBetweenTwoPublishedOnesThatIsNotPublishedItselfIsProvisional() {
        WorkingCalendar gap = WorkingCalendar.of(
                List.of(
                        new CalendarDay(day("Mon 2018-01-01"), DayKind.OFF, "Tết Dương lịch"),
                        new CalendarDay(day("Wed 2020-01-01"), DayKind.OFF, "Tết Dương lịch")),
                false);

        assertThat(gap.isProvisional(day("Tue 2019-01-01"), day("Tue 2019-12-31")))
                .isTrue();
        assertThat(gap.isWorkingDay(day("Mon 2019-02-04"))).as("Tết 2019").isFalse();
        assertThat(gap.isProvisional(day("Wed 2020-01-01"), day("Thu 2020-12-31")))
                .isFalse();
    }

    @Test
    void unpublishedYearsAreTheProvisionalOnesAndThoseWithoutAnyCalendar() {
        assertThat(CALENDAR.firstUnpublishedYear(day("Mon 2018-01-01"), THU_31_DEC_2026))
                .isEmpty();
        assertThat(CALENDAR.firstUnpublishedYear(THU_31_DEC_2015, day("Mon 2018-01-01")))
                .hasValue(2015);
        assertThat(CALENDAR.firstUnpublishedYear(THU_31_DEC_2026, LocalDate.of(2028, 1, 1)))
                .hasValue(2027);
        assertThat(CALENDAR.firstUnpublishedYear(LocalDate.of(2014, 6, 1), LocalDate.of(2014, 6, 2)))
                .hasValue(2014);
        assertThat(CALENDAR.firstUnpublishedYear(LocalDate.of(2037, 1, 1), LocalDate.of(2037, 1, 1)))
                .hasValue(2037);
    }

    @Test
    void theYearsGoFromTheFirstProposedToTenAfterTheLastPublishedAndNoFurther() {
        LocalDate thu1Jan2015 = day("Thu 2015-01-01");
        LocalDate wed31Dec2036 = day("Wed 2036-12-31");

        assertThat(CALENDAR.isWorkingDay(thu1Jan2015)).isFalse();
        assertThat(CALENDAR.isWorkingDay(wed31Dec2036)).isTrue();
        assertThat(CALENDAR.sameOrNextWorkingDay(wed31Dec2036)).isEqualTo(wed31Dec2036);
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(thu1Jan2015.minusDays(1)))
                .isInstanceOf(CalendarRangeException.class);
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(wed31Dec2036.plusDays(1)))
                .isInstanceOf(CalendarRangeException.class);
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(wed31Dec2036, 1)).isInstanceOf(CalendarRangeException.class);
        assertThatThrownBy(() -> CALENDAR.sameOrNextWorkingDay(LocalDate.of(2037, 1, 1)))
                .isInstanceOf(CalendarRangeException.class);
        assertThatThrownBy(() -> CALENDAR.workingDaysBetween(wed31Dec2036, LocalDate.of(2037, 1, 2)))
                .isInstanceOf(CalendarRangeException.class);
    }

    @Test
    void anErrorOfRangeSaysWhichYearsThereAreWhichDayWasAskedForAndWhatToDo() {
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2040, 3, 5)))
                .hasMessageContaining("2015")
                .hasMessageContaining("2036")
                .hasMessageContaining("05/03/2040")
                .hasMessageContaining("import-calendar");
    }

    @Test
    void aPublishedYearBeforeTheFirstProposedOneIsKnown() {
        WorkingCalendar since2014 =
                PublishedDays.with(new CalendarDay(LocalDate.of(2014, 1, 1), DayKind.OFF, "Tết Dương lịch"));

        assertThat(since2014.isWorkingDay(LocalDate.of(2014, 1, 1))).isFalse();
        assertThat(since2014.isWorkingDay(LocalDate.of(2014, 1, 2))).isTrue();
        assertThat(since2014.isProvisional(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 1, 2)))
                .isFalse();
    }

    @Test
    void cultureDayIsProposedOnlyWhereItIsSwitchedOnAndOnlyForUnpublishedYears() {
        WorkingCalendar on = WorkingCalendar.of(PublishedDays.all(), true);

        assertThat(CALENDAR.isWorkingDay(WED_24_NOV_2027)).isTrue();
        assertThat(on.isWorkingDay(WED_24_NOV_2027)).isFalse();
        assertThat(on.isWorkingDay(TUE_24_NOV_2026)).isTrue();
    }

    @Test
    void aCalendarWithoutAnyPublishedDayAndANegativeNumberOfDaysAreMistakes() {
        assertThatThrownBy(() -> WorkingCalendar.of(List.of(), false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(FRI_1_JAN_2016, -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void zeroWorkingDaysAfterADayIsThatDayEvenIfItIsNotWorked() {
        assertThat(CALENDAR.plusWorkingDays(FRI_1_JAN_2027, 0)).isEqualTo(FRI_1_JAN_2027);
    }

    @Test
    void aYearThatIsNeitherPublishedNorProposedIsAnErrorAndNeverWeekendsOnly() {
        WorkingCalendar since2013 =
                PublishedDays.with(new CalendarDay(day("Tue 2013-01-01"), DayKind.OFF, "Tết Dương lịch"));
        LocalDate fri31Jan2014MungMot = day("Fri 2014-01-31");

        assertThat(since2013.isProvisional(day("Tue 2013-01-01"), day("Tue 2013-12-31")))
                .isFalse();
        assertThat(since2013.firstUnpublishedYear(fri31Jan2014MungMot, fri31Jan2014MungMot))
                .hasValue(2014);
        assertThatThrownBy(() -> since2013.isWorkingDay(fri31Jan2014MungMot))
                .isInstanceOf(CalendarRangeException.class);
    }

    @Test
    void moreDaysThanAnyCalendarHasAreAClearError() {
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(day("Mon 2019-01-28"), Integer.MAX_VALUE))
                .isInstanceOf(CalendarRangeException.class);
    }
}
