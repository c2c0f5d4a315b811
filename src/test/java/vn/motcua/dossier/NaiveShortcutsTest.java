package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.LimitUnit.CALENDAR_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_DAYS;
import static vn.motcua.calendar.When.day;
import static vn.motcua.catalogue.ClockPolicy.PAUSE;
import static vn.motcua.catalogue.ClockPolicy.RESTART;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Each ready simplification of the rules gives another date than the rules do, and the ledger must not give that one. */
class NaiveShortcutsTest {

    @Test
    void countingMondayToFridayWithoutHolidaysMissesTet() {
        LocalDate ignoringTet = day("Mon 2019-02-11");

        assertThat(Story.of(10, WORKING_DAYS, PAUSE)
                        .accepted("Mon 2019-01-28 09:00")
                        .due()
                        .day())
                .isEqualTo(day("Mon 2019-02-18"))
                .isNotEqualTo(ignoringTet);
    }

    @Test
    void countingHolidaysWithoutMakeUpDaysMissesASaturday() {
        LocalDate ignoringMakeUpDays = day("Mon 2019-05-06");

        assertThat(Story.of(3, WORKING_DAYS, PAUSE)
                        .accepted("Fri 2019-04-26 10:00")
                        .due()
                        .day())
                .isEqualTo(day("Sat 2019-05-04"))
                .isNotEqualTo(ignoringMakeUpDays);
    }

    @Test
    void countingFromTheStampedDayMissesThatTheDeskWasClosed() {
        LocalDate fromTheStampedDay = day("Thu 2019-01-17");

        assertThat(Story.of(3, WORKING_DAYS, PAUSE)
                        .accepted("Mon 2019-01-14 17:00:01")
                        .due()
                        .day())
                .isEqualTo(day("Fri 2019-01-18"))
                .isNotEqualTo(fromTheStampedDay);
    }

    @Test
    void ignoringTheWaitsMakesDossiersLateThatWereNot() {
        LocalDate ignoringTheWait = day("Thu 2019-01-17");
        ClockReading reading = Story.of(3, WORKING_DAYS, PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .asked("Tue 2019-01-15 09:00")
                .supplemented("Thu 2019-01-17 09:00")
                .resolved("Fri 2019-01-18 09:00")
                .atLast();

        assertThat(reading.due().day()).isEqualTo(day("Mon 2019-01-21")).isNotEqualTo(ignoringTheWait);
        assertThat(reading.timeliness()).isEqualTo(Timeliness.EARLY);
    }

    @Test
    void takingARestartForAPauseTakesDaysFromTheAgency() {
        LocalDate asAPause = day("Mon 2019-01-21");

        assertThat(Story.of(3, WORKING_DAYS, RESTART)
                        .accepted("Mon 2019-01-14 09:00")
                        .asked("Tue 2019-01-15 09:00")
                        .supplemented("Thu 2019-01-17 09:00")
                        .due()
                        .day())
                .isEqualTo(day("Tue 2019-01-22"))
                .isNotEqualTo(asAPause);
    }

    @Test
    void takingAPauseForARestartGivesTheAgencyDays() {
        LocalDate asARestart = day("Tue 2019-01-22");

        assertThat(Story.of(3, WORKING_DAYS, PAUSE)
                        .accepted("Mon 2019-01-14 09:00")
                        .asked("Tue 2019-01-15 09:00")
                        .supplemented("Thu 2019-01-17 09:00")
                        .due()
                        .day())
                .isEqualTo(day("Mon 2019-01-21"))
                .isNotEqualTo(asARestart);
    }

    @Test
    void rollingToAWorkingDayBeforeThePushGivesTwoDaysTooMany() {
        LocalDate rolledFirst = day("Fri 2019-02-01");

        assertThat(Story.of(5, CALENDAR_DAYS, PAUSE)
                        .accepted("Mon 2019-01-21 09:00")
                        .asked("Tue 2019-01-22 09:00")
                        .supplemented("Sat 2019-01-26 09:00")
                        .due()
                        .day())
                .isEqualTo(day("Wed 2019-01-30"))
                .isNotEqualTo(rolledFirst);
    }

    @Test
    void seeingAWaitThatCameLaterMakesTheFiguresOfAClosedPeriodMove() {
        ClockReading endOfThursday = Story.of(3, WORKING_DAYS, PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .asked("Fri 2019-01-18 09:00")
                .supplemented("Tue 2019-01-22 09:00")
                .asOf("Thu 2019-01-17 23:59:59");
        ClockReading fridayBeforeTheRequest = Story.of(3, WORKING_DAYS, PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .asked("Fri 2019-01-18 09:00")
                .supplemented("Tue 2019-01-22 09:00")
                .asOf("Fri 2019-01-18 08:00");
        LocalDate withTheWaitToCome = day("Mon 2019-01-21");

        assertThat(endOfThursday.due().day()).isEqualTo(day("Thu 2019-01-17")).isNotEqualTo(withTheWaitToCome);
        assertThat(fridayBeforeTheRequest.overdue()).isTrue();
    }

    @Test
    void countingAnOpenWaitUpToTodayMovesTheDueDayEveryDay() {
        LocalDate countingUpToFriday = day("Tue 2019-01-22");

        assertThat(Story.of(3, WORKING_DAYS, PAUSE)
                        .accepted("Mon 2019-01-14 09:00")
                        .asked("Tue 2019-01-15 09:00")
                        .asOf("Fri 2019-01-18 09:00")
                        .due()
                        .day())
                .isEqualTo(day("Thu 2019-01-17"))
                .isNotEqualTo(countingUpToFriday);
    }

    @Test
    void judgingByTheHandOverMakesDossiersLateThatLayAtTheDesk() {
        assertThat(Story.of(3, WORKING_DAYS, PAUSE)
                        .accepted("Mon 2019-01-14 09:00")
                        .resolved("Thu 2019-01-17 09:00")
                        .then(EventKind.RETURNED, "Mon 2019-01-21 09:00")
                        .atLast()
                        .timeliness())
                .isEqualTo(Timeliness.ON_TIME);
    }
}
