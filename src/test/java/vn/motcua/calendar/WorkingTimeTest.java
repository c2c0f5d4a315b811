package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.PublishedDays.CALENDAR;
import static vn.motcua.calendar.PublishedDays.TIME;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 2 and 5: the effective day of a stamp, and office time. */
class WorkingTimeTest {

    private static final WorkingTime CUT_OFF_AT_THREE =
            new WorkingTime(CALENDAR, OfficeHours.parse("07:00-11:30,13:30-17:00", LocalTime.of(15, 0)));

    @ParameterizedTest
    @CsvSource({
        "Mon 2019-01-28 00:00:00, Mon 2019-01-28",
        "Mon 2019-01-28 12:15:00, Mon 2019-01-28",
        "Mon 2019-01-28 16:59:59, Mon 2019-01-28",
        "Mon 2019-01-28 17:00:00, Mon 2019-01-28",
        "Mon 2019-01-28 17:00:01, Tue 2019-01-29",
        "Mon 2019-01-28 23:59:59, Tue 2019-01-29",
        "Fri 2019-02-01 17:00:00, Fri 2019-02-01",
        "Fri 2019-02-01 17:00:01, Mon 2019-02-11",
        "Sat 2019-02-02 09:00:00, Mon 2019-02-11",
        "Sun 2019-02-10 23:59:59, Mon 2019-02-11",
        "Tue 2019-04-30 09:00:00, Thu 2019-05-02",
        "Fri 2019-05-03 17:00:01, Sat 2019-05-04",
        "Sat 2019-05-04 17:00:00, Sat 2019-05-04",
        "Sat 2019-05-04 17:00:01, Mon 2019-05-06",
        "Thu 2026-12-31 17:00:01, Mon 2027-01-04"
    })
    void theEffectiveDayIsTheStampedOneUpToClosingAndOtherwiseTheNextWorkingDay(String stamp, String effective) {
        assertThat(TIME.effectiveDay(at(stamp))).isEqualTo(day(effective));
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 2019-01-28 15:00:00, Mon 2019-01-28",
        "Mon 2019-01-28 15:00:01, Tue 2019-01-29",
        "Mon 2019-01-28 17:00:00, Tue 2019-01-29",
        "Sun 2019-01-27 15:00:01, Mon 2019-01-28"
    })
    void withACutOffAtThreeTheNextDayBeginsAfterThree(String stamp, String effective) {
        assertThat(CUT_OFF_AT_THREE.effectiveDay(at(stamp))).isEqualTo(day(effective));
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 2019-01-28 07:00, 8, Mon 2019-01-28 17:00",
        "Mon 2019-01-28 06:00, 8, Mon 2019-01-28 17:00",
        "Mon 2019-01-28 07:01, 8, Tue 2019-01-29 07:01",
        "Mon 2019-01-28 11:30, 8, Tue 2019-01-29 11:30",
        "Mon 2019-01-28 12:00, 8, Tue 2019-01-29 11:30",
        "Mon 2019-01-28 13:30, 8, Tue 2019-01-29 11:30",
        "Mon 2019-01-28 17:00, 8, Tue 2019-01-29 17:00",
        "Mon 2019-01-28 17:01, 8, Tue 2019-01-29 17:00",
        "Mon 2019-01-28 07:30, 4, Mon 2019-01-28 11:30",
        "Mon 2019-01-28 07:31, 4, Mon 2019-01-28 13:31",
        "Mon 2019-01-28 13:30, 4, Tue 2019-01-29 07:30",
        "Fri 2019-04-26 16:30, 1, Thu 2019-05-02 07:30",
        "Fri 2019-02-01 16:00, 1, Fri 2019-02-01 17:00",
        "Fri 2019-02-01 16:01, 1, Mon 2019-02-11 07:01",
        "Tue 2019-02-05 16:00, 1, Mon 2019-02-11 08:00",
        "Fri 2019-05-03 16:30, 1, Sat 2019-05-04 07:30",
        "Mon 2019-01-28 07:00, 16, Tue 2019-01-29 17:00",
        "Mon 2019-01-28 07:00, 80, Fri 2019-02-15 17:00"
    })
    void officeHoursEndAtTheEarliestInstantAtWhichTheyHaveRun(String start, int hours, String end) {
        assertThat(TIME.plus(at(start), Duration.ofHours(hours))).isEqualTo(at(end));
    }

    @Test
    void aCutOffForReceiptsTakesNothingFromOfficeTime() {
        assertThat(CUT_OFF_AT_THREE.plus(at("Mon 2019-01-28 15:30"), Duration.ofHours(1)))
                .isEqualTo(at("Mon 2019-01-28 16:30"));
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 2019-01-28 07:00, Mon 2019-01-28 17:00, PT8H",
        "Mon 2019-01-28 00:00, Tue 2019-01-29 00:00, PT8H",
        "Mon 2019-01-28 11:00, Mon 2019-01-28 14:00, PT1H",
        "Mon 2019-01-28 11:30, Mon 2019-01-28 13:30, PT0S",
        "Mon 2019-01-28 17:00, Tue 2019-01-29 07:00, PT0S",
        "Fri 2019-02-01 16:30, Mon 2019-02-11 07:30, PT1H",
        "Mon 2019-02-04 09:00, Fri 2019-02-08 16:00, PT0S",
        "Fri 2019-05-03 16:00, Mon 2019-05-06 08:00, PT10H",
        "Tue 2019-01-29 09:00, Mon 2019-01-28 09:00, PT0S"
    })
    void officeTimeBetweenTwoInstantsIsThatOfTheWorkingDaysBetween(String from, String to, Duration time) {
        assertThat(TIME.between(at(from), at(to))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "Sat 2019-01-26 09:00, Mon 2019-01-28 09:00, PT2H",
        "Fri 2019-01-25 16:00, Sat 2019-01-26 09:00, PT1H",
        "Sat 2019-01-26 09:00, Sun 2019-01-27 09:00, PT0S",
        "Sun 2019-01-27 09:00, Tue 2019-01-29 17:00, PT16H",
        "Mon 2019-02-04 09:00, Mon 2019-02-11 07:30, PT30M",
        "Fri 2019-02-01 07:00, Fri 2019-02-08 17:00, PT8H"
    })
    void officeTimeFromOrToADayOffIsThatOfTheWorkingDaysAlone(String from, String to, Duration time) {
        assertThat(TIME.between(at(from), at(to))).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 2019-01-28 17:00, 480, Mon 2019-01-28 07:00",
        "Mon 2019-01-28 23:59, 480, Mon 2019-01-28 07:00",
        "Mon 2019-01-28 17:00, 210, Mon 2019-01-28 13:30",
        "Mon 2019-01-28 17:00, 211, Mon 2019-01-28 11:29",
        "Mon 2019-01-28 12:30, 30, Mon 2019-01-28 11:00",
        "Mon 2019-01-28 17:00, 481, Fri 2019-01-25 16:59",
        "Mon 2019-01-28 17:00, 960, Fri 2019-01-25 07:00",
        "Mon 2019-01-28 06:00, 60, Fri 2019-01-25 16:00",
        "Mon 2019-02-11 08:00, 120, Fri 2019-02-01 16:00",
        "Sat 2019-05-04 17:00, 481, Fri 2019-05-03 16:59",
        "Mon 2019-01-28 17:00, 0, Mon 2019-01-28 17:00"
    })
    void goingBackEndsAtTheLastInstantWithSoManyMinutesLeft(String end, long minutes, String start) {
        assertThat(TIME.minus(at(end), Duration.ofMinutes(minutes))).isEqualTo(at(start));
    }
}
