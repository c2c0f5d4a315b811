package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.calendar.LimitUnit.CALENDAR_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_HOURS;
import static vn.motcua.calendar.PublishedDays.CALENDAR;
import static vn.motcua.calendar.PublishedDays.TIME;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 3 to 7: where a limit ends. */
class TimeLimitTest {

    private static final LocalDateTime MON_28_JAN_2019_AT_9 = at("Mon 2019-01-28 09:00");
    private static final LocalDateTime FRI_26_APR_2019_AT_10 = at("Fri 2019-04-26 10:00");
    private static final LocalDateTime FRI_26_APR_2019_AT_16_30 = at("Fri 2019-04-26 16:30");

    @Test
    void tenWorkingDaysFromMonday28January2019AreDueOnMonday18FebruaryForTetIsBetween() {
        assertDay(new TimeLimit(10, WORKING_DAYS).from(MON_28_JAN_2019_AT_9, TIME), "Mon 2019-02-18");
    }

    @Test
    void threeWorkingDaysFromFriday26April2019AreDueOnSaturday4MayAMakeUpDay() {
        assertDay(new TimeLimit(3, WORKING_DAYS).from(FRI_26_APR_2019_AT_10, TIME), "Sat 2019-05-04");
    }

    @Test
    void oneWorkingHourFromFriday26April2019HalfPastFourIsDueOnThursday2MayHalfPastSeven() {
        Deadline due = new TimeLimit(1, WORKING_HOURS).from(FRI_26_APR_2019_AT_16_30, TIME);

        assertThat(due).isEqualTo(Deadline.instant(at("Thu 2019-05-02 07:30"), false));
    }

    @Test
    void eightHoursFromSevenEndAtFiveOfTheSameMondayAndNotAtSevenOfTheNextDay() {
        assertThat(new TimeLimit(8, WORKING_HOURS).from(at("Mon 2019-01-28 07:00"), TIME))
                .isEqualTo(Deadline.instant(at("Mon 2019-01-28 17:00"), false));
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 2018-02-12 09:00:00, 3, Thu 2018-02-22",
        "Mon 2019-01-28 17:00:00, 1, Tue 2019-01-29",
        "Mon 2019-01-28 17:00:01, 1, Wed 2019-01-30",
        "Sat 2019-01-26 09:00:00, 1, Tue 2019-01-29",
        "Wed 2020-01-22 09:00:00, 5, Wed 2020-02-05",
        "Tue 2021-02-09 17:00:01, 1, Thu 2021-02-18",
        "Wed 2022-08-31 16:00:00, 1, Mon 2022-09-05",
        "Thu 2023-04-27 09:00:00, 3, Fri 2023-05-05",
        "Thu 2024-04-25 09:00:00, 4, Sat 2024-05-04",
        "Thu 2025-04-24 09:00:00, 3, Mon 2025-04-28",
        "Thu 2026-08-20 09:00:00, 7, Fri 2026-08-28",
        "Thu 2026-08-20 09:00:00, 8, Thu 2026-09-03"
    })
    void aLimitInWorkingDaysEndsOnTheNthWorkingDayAfterTheEffectiveDay(String start, int days, String due) {
        assertDay(new TimeLimit(days, WORKING_DAYS).from(at(start), TIME), due);
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 2019-01-14 09:00:00, 30, Wed 2019-02-13",
        "Fri 2019-01-04 09:00:00, 30, Mon 2019-02-11",
        "Mon 2019-01-28 09:00:00, 5, Mon 2019-02-11",
        "Mon 2019-01-28 17:00:00, 3, Thu 2019-01-31",
        "Mon 2019-01-28 17:00:01, 3, Fri 2019-02-01",
        "Sat 2019-01-26 09:00:00, 4, Fri 2019-02-01",
        "Fri 2019-04-19 09:00:00, 15, Sat 2019-05-04",
        "Thu 2019-04-04 09:00:00, 30, Sat 2019-05-04",
        "Fri 2019-03-29 09:00:00, 30, Thu 2019-05-02",
        "Fri 2025-03-28 09:00:00, 30, Mon 2025-04-28"
    })
    void aLimitInCalendarDaysIsRolledToAWorkingDay(String start, int days, String due) {
        assertDay(new TimeLimit(days, CALENDAR_DAYS).from(at(start), TIME), due);
    }

    @Test
    void aCutOffAtThreeMovesTheStartOfALimitInDaysButNotOfOneInHours() {
        WorkingTime cutOff =
                new WorkingTime(CALENDAR, OfficeHours.parse("07:00-11:30,13:30-17:00", LocalTime.of(15, 0)));
        LocalDateTime mondayAt15And1Second = at("Mon 2019-01-28 15:00:01");

        assertDay(new TimeLimit(1, WORKING_DAYS).from(mondayAt15And1Second, cutOff), "Wed 2019-01-30");
        assertDay(new TimeLimit(1, CALENDAR_DAYS).from(mondayAt15And1Second, cutOff), "Wed 2019-01-30");
        assertThat(new TimeLimit(1, WORKING_HOURS).from(mondayAt15And1Second, cutOff))
                .isEqualTo(Deadline.instant(at("Mon 2019-01-28 16:00:01"), false));
    }

    @Test
    void calendarDaysArePushedBeforeTheyAreRolledOnce() {
        TimeLimit limit = new TimeLimit(5, CALENDAR_DAYS);
        LocalDateTime start = at("Mon 2019-01-21 09:00");
        Pause tuesdayToSaturday = new Pause(at("Tue 2019-01-22 09:00"), at("Sat 2019-01-26 09:00"));

        assertDay(limit.from(start, TIME), "Mon 2019-01-28");
        // 21/1 + 5 + 4 = Wed 30/1; rolled before the push it would be Mon 28/1 + 4 = Fri 1/2.
        assertDay(limit.from(start, List.of(tuesdayToSaturday), TIME), "Wed 2019-01-30");
    }

    @Test
    void calendarDaysArePushedIntoTetAndRolledOutOfIt() {
        Pause sixDays = new Pause(at("Tue 2019-01-22 09:00"), at("Mon 2019-01-28 09:00"));

        // 21/1 + 8 + 6 = Mon 4/2, the first day of Tết.
        assertDay(
                new TimeLimit(8, CALENDAR_DAYS).from(at("Mon 2019-01-21 09:00"), List.of(sixDays), TIME),
                "Mon 2019-02-11");
    }

    @Test
    void workingDaysArePushedByThoseOfEachPauseItsLastDayNotCounted() {
        TimeLimit limit = new TimeLimit(3, WORKING_DAYS);
        LocalDateTime start = at("Mon 2019-01-14 09:00");
        Pause friToMon = new Pause(at("Fri 2019-01-18 16:00"), at("Mon 2019-01-21 08:00"));
        Pause monToWed = new Pause(at("Mon 2019-01-21 09:00"), at("Wed 2019-01-23 23:00"));
        Pause weekend = new Pause(at("Sat 2019-01-26 08:00"), at("Sun 2019-01-27 08:00"));

        assertDay(limit.from(start, TIME), "Thu 2019-01-17");
        assertDay(limit.from(start, List.of(friToMon), TIME), "Fri 2019-01-18");
        assertDay(limit.from(start, List.of(friToMon, monToWed), TIME), "Tue 2019-01-22");
        assertDay(limit.from(start, List.of(friToMon, monToWed, weekend), TIME), "Tue 2019-01-22");
        assertThat(limit.push(List.of(friToMon, monToWed, weekend), TIME)).isEqualTo(3);
    }

    @Test
    void theStampedDatesOfAPauseCountWhateverTheHour() {
        TimeLimit limit = new TimeLimit(3, WORKING_DAYS);
        Pause fromMondayNightToTuesdayNight = new Pause(at("Mon 2019-01-14 22:00"), at("Tue 2019-01-15 22:00"));

        assertDay(
                limit.from(at("Mon 2019-01-14 09:00"), List.of(fromMondayNightToTuesdayNight), TIME), "Fri 2019-01-18");
    }

    @Test
    void aPauseWithinOneDayPushesHoursOnly() {
        Pause tenToEleven = new Pause(at("Tue 2019-01-15 10:00"), at("Tue 2019-01-15 11:00"));
        LocalDateTime start = at("Tue 2019-01-15 09:00");

        assertDay(new TimeLimit(3, WORKING_DAYS).from(start, List.of(tenToEleven), TIME), "Fri 2019-01-18");
        assertDay(new TimeLimit(3, CALENDAR_DAYS).from(start, List.of(tenToEleven), TIME), "Fri 2019-01-18");
        assertThat(new TimeLimit(4, WORKING_HOURS).from(start, List.of(tenToEleven), TIME))
                .isEqualTo(Deadline.instant(at("Tue 2019-01-15 16:00"), false));
    }

    @Test
    void hoursArePushedByTheOfficeTimeOfThePauseToTheSecond() {
        Pause overNight = new Pause(at("Tue 2019-01-15 16:59:30"), at("Wed 2019-01-16 07:00:15"));
        TimeLimit limit = new TimeLimit(8, WORKING_HOURS);

        assertThat(limit.push(List.of(overNight), TIME)).isEqualTo(45);
        assertThat(limit.from(at("Tue 2019-01-15 09:00"), List.of(overNight), TIME))
                .isEqualTo(Deadline.instant(at("Wed 2019-01-16 09:00:45"), false));
    }

    @Test
    void aLimitThatReachesIntoAYearWithoutPublishedDaysIsProvisional() {
        LocalDateTime mon28Dec2026 = at("Mon 2026-12-28 09:00");
        TimeLimit threeDays = new TimeLimit(3, WORKING_DAYS);
        TimeLimit fourDays = new TimeLimit(4, WORKING_DAYS);

        assertThat(threeDays.from(mon28Dec2026, TIME)).isEqualTo(Deadline.day(day("Thu 2026-12-31"), false));
        assertThat(fourDays.from(mon28Dec2026, TIME)).isEqualTo(Deadline.day(day("Mon 2027-01-04"), true));
        assertThat(new TimeLimit(3, CALENDAR_DAYS).from(mon28Dec2026, TIME).provisional())
                .isFalse();
        assertThat(new TimeLimit(4, CALENDAR_DAYS).from(mon28Dec2026, TIME))
                .isEqualTo(Deadline.day(day("Mon 2027-01-04"), true));
        assertThat(new TimeLimit(8, WORKING_HOURS).from(at("Thu 2026-12-31 07:00"), TIME))
                .isEqualTo(Deadline.instant(at("Thu 2026-12-31 17:00"), false));
        assertThat(new TimeLimit(8, WORKING_HOURS).from(at("Thu 2026-12-31 07:01"), TIME))
                .isEqualTo(Deadline.instant(at("Mon 2027-01-04 07:01"), true));
    }

    @Test
    void aLimitThatBeginsInAYearWithoutPublishedDaysIsProvisional() {
        LocalDateTime fri29Dec2017 = at("Fri 2017-12-29 09:00");

        for (LimitUnit unit : LimitUnit.values()) {
            assertThat(new TimeLimit(40, unit).from(fri29Dec2017, TIME).provisional())
                    .as("%s", unit)
                    .isTrue();
        }
    }

    @Test
    void thePushOfAPauseCanMakeALimitProvisional() {
        Pause week = new Pause(at("Thu 2026-12-17 09:00"), at("Thu 2026-12-24 09:00"));
        TimeLimit limit = new TimeLimit(10, WORKING_DAYS);
        LocalDateTime start = at("Mon 2026-12-14 09:00");

        assertThat(limit.from(start, TIME)).isEqualTo(Deadline.day(day("Mon 2026-12-28"), false));
        assertThat(limit.from(start, List.of(week), TIME)).isEqualTo(Deadline.day(day("Tue 2027-01-05"), true));
    }

    /** The four working days that push, 4/1 to 7/1/2027, are those of a year without published days. */
    @Test
    void aDueDateBackInAPublishedYearThatWaitsOfAnUnpublishedOnePushedIsProvisional() {
        Pause mondayToFriday = new Pause(at("Mon 2027-01-04 09:00"), at("Fri 2027-01-08 09:00"));
        LocalDateTime tue1Dec2026 = at("Tue 2026-12-01 09:00");

        assertThat(new TimeLimit(3, WORKING_DAYS).from(tue1Dec2026, List.of(mondayToFriday), TIME))
                .isEqualTo(Deadline.day(day("Thu 2026-12-10"), true));
        assertThat(new TimeLimit(8, WORKING_HOURS)
                        .from(tue1Dec2026, List.of(mondayToFriday), TIME)
                        .provisional())
                .isTrue();
    }

    /** That no day from 30/12 to 31/12/2017 was made a working day is a proposal only. */
    @Test
    void aLimitThatBeginsAfterTheLastClosingOfAnUnpublishedYearIsProvisional() {
        LocalDateTime fri29Dec2017AfterClosing = at("Fri 2017-12-29 17:00:01");

        assertThat(new TimeLimit(1, WORKING_DAYS).from(fri29Dec2017AfterClosing, TIME))
                .isEqualTo(Deadline.day(day("Wed 2018-01-03"), true));
    }

    @Test
    void aLimitBeyondTheCalendarIsAClearError() {
        for (LimitUnit unit : LimitUnit.values()) {
            assertThatThrownBy(() -> new TimeLimit(30, unit).from(at("Tue 2036-12-30 09:00"), TIME))
                    .as("%s", unit)
                    .isInstanceOf(CalendarRangeException.class)
                    .hasMessageContaining("2036");
        }
    }

    @Test
    void anExtensionAddsItsAmountInTheUnitOfTheLimit() {
        assertThat(new TimeLimit(30, CALENDAR_DAYS).plus(15)).isEqualTo(new TimeLimit(45, CALENDAR_DAYS));
    }

    @Test
    void aLimitHasAtLeastOneUnitAndAPauseDoesNotEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeLimit(0, WORKING_DAYS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pause(MON_28_JAN_2019_AT_9, MON_28_JAN_2019_AT_9.minusSeconds(1)));
    }

    private static void assertDay(Deadline due, String expected) {
        assertThat(due).isEqualTo(Deadline.day(day(expected), false));
    }
}
