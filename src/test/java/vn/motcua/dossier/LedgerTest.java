package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.LimitUnit.CALENDAR_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_HOURS;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;
import static vn.motcua.catalogue.ClockPolicy.PAUSE;
import static vn.motcua.catalogue.ClockPolicy.RESTART;
import static vn.motcua.dossier.Timeliness.EARLY;
import static vn.motcua.dossier.Timeliness.LATE;
import static vn.motcua.dossier.Timeliness.ON_TIME;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.PublishedDays;
import vn.motcua.catalogue.ClockPolicy;

/** Rules 2 to 12 on single dossiers; the limits without waits are in TimeLimitTest. */
class LedgerTest {

    /** Three working days from Monday 14/1/2019: due on Thursday 17/1. */
    private static final Story THREE_DAYS_PAUSING =
            Story.of(3, WORKING_DAYS, PAUSE).accepted("Mon 2019-01-14 09:00");

    private static final Story THREE_DAYS_RESTARTING =
            Story.of(3, WORKING_DAYS, RESTART).accepted("Mon 2019-01-14 09:00");

    /** Eight hours from Tuesday 15/1/2019, 9:00: due on Wednesday 16/1 at 9:00. */
    private static final Story EIGHT_HOURS = Story.of(8, WORKING_HOURS, PAUSE).accepted("Tue 2019-01-15 09:00");

    @Nested
    class Receipt {

        @Test
        void beforeItsReceiptADossierHasNoClock() {
            assertThat(THREE_DAYS_PAUSING.readingAt(at("Mon 2019-01-14 08:59:59")))
                    .isEmpty();
            assertThat(THREE_DAYS_PAUSING.readingAt(at("Mon 2019-01-14 09:00"))).isPresent();
        }

        @Test
        void afterClosingTheDayThatCountsIsTheNextWorkingOne() {
            ClockReading reading = Story.of(3, WORKING_DAYS, PAUSE)
                    .accepted("Fri 2019-01-11 17:00:01")
                    .asOf("Fri 2019-01-11 18:00");

            assertThat(reading.received()).isEqualTo(at("Fri 2019-01-11 17:00:01"));
            assertThat(reading.effectiveReceipt()).isEqualTo(day("Mon 2019-01-14"));
            assertDue(reading, "Thu 2019-01-17");
        }

        @Test
        void anAsOfMomentBeforeTheEventsWereEnteredSeesThemAllTheSame() {
            Story entered = Story.of(3, WORKING_DAYS, PAUSE)
                    .enteredLater(EventKind.ACCEPTED, "Mon 2019-01-14 09:00", "Mon 2019-06-03 09:00");

            assertDue(entered.asOf("Mon 2019-01-14 09:00"), "Thu 2019-01-17");
        }
    }

    @Nested
    class Pausing {

        private final Story waited =
                THREE_DAYS_PAUSING.asked("Tue 2019-01-15 10:00").supplemented("Thu 2019-01-17 16:00");

        @Test
        void aWaitPushesTheDueDayByItsWorkingDays() {
            assertDue(waited.atLast(), "Mon 2019-01-21");
        }

        @Test
        void aWaitIsNotSeenBeforeItBeginsAndPushesNothingBeforeItEnds() {
            assertClock(waited.asOf("Tue 2019-01-15 09:59:59"), "Thu 2019-01-17", null);
            assertClock(waited.asOf("Tue 2019-01-15 10:00"), "Thu 2019-01-17", "Tue 2019-01-15 10:00");
            assertClock(waited.asOf("Thu 2019-01-17 15:59:59"), "Thu 2019-01-17", "Tue 2019-01-15 10:00");
            assertClock(waited.asOf("Thu 2019-01-17 16:00"), "Mon 2019-01-21", null);
        }

        @Test
        void twoWaitsAddUp() {
            Story twice = waited.asked("Fri 2019-01-18 09:00").supplemented("Tue 2019-01-22 09:00");

            assertDue(twice.asOf("Mon 2019-01-21 09:00"), "Mon 2019-01-21");
            assertDue(twice.atLast(), "Wed 2019-01-23");
        }

        @Test
        void aRequestAnsweredOnTheSameDayPushesNothing() {
            assertDue(
                    THREE_DAYS_PAUSING
                            .asked("Tue 2019-01-15 07:00")
                            .supplemented("Tue 2019-01-15 23:00")
                            .atLast(),
                    "Thu 2019-01-17");
        }

        @Test
        void theStampedDaysOfAWaitCountEvenAfterClosing() {
            assertDue(
                    THREE_DAYS_PAUSING
                            .asked("Tue 2019-01-15 20:00")
                            .supplemented("Wed 2019-01-16 20:00")
                            .atLast(),
                    "Fri 2019-01-18");
        }

        @Test
        void aWaitFromFridayToMondayPushesOneDayAndOneOverAMakeUpSaturdayTwo() {
            assertDue(
                    THREE_DAYS_PAUSING
                            .asked("Fri 2019-01-18 10:00")
                            .supplemented("Mon 2019-01-21 10:00")
                            .atLast(),
                    "Fri 2019-01-18");
            assertDue(
                    Story.of(3, WORKING_DAYS, PAUSE)
                            .accepted("Thu 2019-05-02 09:00")
                            .asked("Fri 2019-05-03 10:00")
                            .supplemented("Mon 2019-05-06 10:00")
                            .atLast(),
                    "Wed 2019-05-08");
        }

        @Test
        void aWaitOpenAtTheResolutionCountsUpToIt() {
            Story resolved = THREE_DAYS_PAUSING.asked("Tue 2019-01-15 10:00").resolved("Mon 2019-01-21 10:00");

            assertDue(resolved.atLast(), "Wed 2019-01-23");
            assertThat(resolved.atLast().timeliness()).isEqualTo(EARLY);
            assertThat(resolved.atLast().waiting()).isFalse();
            assertClock(resolved.asOf("Mon 2019-01-21 09:59:59"), "Thu 2019-01-17", "Tue 2019-01-15 10:00");
        }

        @Test
        void calendarDaysArePushedByThoseOfTheWaitAndRolledOnceAfterwards() {
            Story story = Story.of(5, CALENDAR_DAYS, PAUSE)
                    .accepted("Mon 2019-01-21 09:00")
                    .asked("Tue 2019-01-22 09:00")
                    .supplemented("Sat 2019-01-26 09:00");

            assertDue(story.asOf("Mon 2019-01-21 09:00"), "Mon 2019-01-28");
            assertDue(story.atLast(), "Wed 2019-01-30");
        }

        @Test
        void hoursArePushedByTheOfficeTimeOfTheWait() {
            Story story = EIGHT_HOURS.asked("Tue 2019-01-15 10:00").supplemented("Wed 2019-01-16 10:00");

            assertInstant(story.asOf("Wed 2019-01-16 09:59"), "Wed 2019-01-16 09:00");
            assertThat(story.asOf("Wed 2019-01-16 09:59").overdue()).isFalse();
            assertInstant(story.atLast(), "Thu 2019-01-17 09:00");
        }

        @Test
        void hoursArePushedByOfficeTimeAloneWhereTheWaitBeginsOrEndsOnADayOff() {
            Story fourHours = Story.of(4, WORKING_HOURS, PAUSE).accepted("Fri 2019-01-25 16:00");

            assertInstant(fourHours.atLast(), "Mon 2019-01-28 10:00");
            assertInstant(
                    fourHours
                            .asked("Sat 2019-01-26 09:00")
                            .supplemented("Mon 2019-01-28 09:00")
                            .atLast(),
                    "Mon 2019-01-28 14:00");
            assertInstant(
                    fourHours
                            .asked("Fri 2019-01-25 16:30")
                            .supplemented("Sun 2019-01-27 09:00")
                            .atLast(),
                    "Mon 2019-01-28 10:30");
        }
    }

    @Nested
    class Restarting {

        private final Story ten = Story.of(10, WORKING_DAYS, RESTART).accepted("Mon 2019-01-07 09:00");

        @Test
        void theFullLimitBeginsAgainWhenTheLastPaperCame() {
            Story story = ten.asked("Wed 2019-01-09 09:00").supplemented("Fri 2019-01-11 17:00");

            assertClock(story.asOf("Wed 2019-01-09 08:59:59"), "Mon 2019-01-21", null);
            assertClock(story.asOf("Fri 2019-01-11 16:59:59"), "Mon 2019-01-21", "Wed 2019-01-09 09:00");
            assertClock(story.asOf("Fri 2019-01-11 17:00"), "Fri 2019-01-25", null);
        }

        @Test
        void papersThatCameAfterClosingCountFromTheNextWorkingDay() {
            ClockReading reading = ten.asked("Wed 2019-01-09 09:00")
                    .supplemented("Fri 2019-01-11 17:00:01")
                    .atLast();

            assertDue(reading, "Mon 2019-01-28");
            assertThat(reading.effectiveReceipt())
                    .as("of the receipt, not of the papers")
                    .isEqualTo(day("Mon 2019-01-07"));
        }

        @Test
        void ofTwoWaitsTheLastCompletedOneCounts() {
            Story twice = ten.asked("Wed 2019-01-09 09:00")
                    .supplemented("Fri 2019-01-11 09:00")
                    .asked("Mon 2019-01-14 09:00")
                    .supplemented("Wed 2019-01-16 09:00");

            assertDue(twice.asOf("Tue 2019-01-15 09:00"), "Fri 2019-01-25");
            assertDue(twice.atLast(), "Wed 2019-01-30");
        }

        @Test
        void aRequestAnsweredOnTheSameDayRestartsToo() {
            assertDue(
                    ten.asked("Wed 2019-01-09 09:00")
                            .supplemented("Wed 2019-01-09 10:00")
                            .atLast(),
                    "Wed 2019-01-23");
        }

        @Test
        void aWaitOpenAtTheResolutionIsIgnored() {
            ClockReading reading = THREE_DAYS_RESTARTING
                    .asked("Tue 2019-01-15 10:00")
                    .resolved("Mon 2019-01-21 10:00")
                    .atLast();

            assertDue(reading, "Thu 2019-01-17");
            assertThat(reading.timeliness()).isEqualTo(LATE);
        }

        @Test
        void calendarDaysAndHoursBeginAgainAsWell() {
            assertDue(
                    Story.of(30, CALENDAR_DAYS, RESTART)
                            .accepted("Mon 2019-01-07 09:00")
                            .asked("Wed 2019-01-09 09:00")
                            .supplemented("Fri 2019-01-11 09:00")
                            .atLast(),
                    "Mon 2019-02-11");
            assertInstant(
                    Story.of(8, WORKING_HOURS, RESTART)
                            .accepted("Tue 2019-01-15 09:00")
                            .asked("Tue 2019-01-15 10:00")
                            .supplemented("Wed 2019-01-16 18:00")
                            .atLast(),
                    "Thu 2019-01-17 17:00");
        }
    }

    @Nested
    class Overdue {

        @Test
        void aDayCountedDossierIsOverdueWhenItsDueDayIsOver() {
            assertThat(THREE_DAYS_PAUSING.asOf("Thu 2019-01-17 23:59:59.999999").overdue())
                    .isFalse();
            assertThat(THREE_DAYS_PAUSING.asOf("Fri 2019-01-18 00:00").overdue())
                    .isTrue();
        }

        @Test
        void anHourCountedDossierIsOverdueRightAfterItsInstantAndAtTheEndOfItsDay() {
            assertThat(EIGHT_HOURS.asOf("Wed 2019-01-16 09:00").overdue()).isFalse();
            assertThat(EIGHT_HOURS.asOf("Wed 2019-01-16 09:00:01").overdue()).isTrue();
            assertThat(EIGHT_HOURS.asOf("Wed 2019-01-16 23:59:59.999999").overdue())
                    .isTrue();
        }

        @ParameterizedTest
        @EnumSource(ClockPolicy.class)
        void whileItWaitsADossierIsNeverOverdue(ClockPolicy policy) {
            Story waiting = Story.of(3, WORKING_DAYS, policy)
                    .accepted("Mon 2019-01-14 09:00")
                    .asked("Tue 2019-01-15 10:00");

            assertThat(waiting.asOf("Thu 2019-12-19 09:00").overdue()).isFalse();
            assertThat(waiting.asOf("Thu 2019-12-19 09:00").waitingSince()).isEqualTo(at("Tue 2019-01-15 10:00"));
        }

        @Test
        void papersAskedForWhenTheDueDayIsOverStopItFromBeingOverdueOnlyWhileTheyAreAwaited() {
            Story late = THREE_DAYS_PAUSING.asked("Mon 2019-01-21 09:00").supplemented("Tue 2019-01-22 09:00");

            assertThat(late.asOf("Mon 2019-01-21 08:59").overdue()).isTrue();
            assertThat(late.asOf("Mon 2019-01-21 09:00").overdue()).isFalse();
            assertThat(late.asOf("Tue 2019-01-22 09:00").overdue()).isTrue();
            assertDue(late.atLast(), "Fri 2019-01-18");
        }

        @Test
        void aResolvedDossierIsNotOverdueHoweverLateItWas() {
            Story resolved = THREE_DAYS_PAUSING.resolved("Mon 2019-01-21 09:00");

            assertThat(resolved.asOf("Mon 2019-01-21 08:59:59").overdue()).isTrue();
            assertThat(resolved.asOf("Mon 2019-01-21 09:00").overdue()).isFalse();
        }

        @Test
        void aWithdrawalAskedForWhileWaitingLeavesTheWaitOpenUntilItIsDeclinedAndTheWaitEnds() {
            Story story = THREE_DAYS_PAUSING
                    .asked("Tue 2019-01-15 10:00")
                    .then(EventKind.WITHDRAWAL_ASKED, "Wed 2019-01-16 10:00");

            assertThat(story.asOf("Fri 2019-01-25 09:00").waiting()).isTrue();
            assertDue(
                    story.then(EventKind.WITHDRAWAL_DECLINED, "Thu 2019-01-17 08:00")
                            .supplemented("Fri 2019-01-18 10:00")
                            .atLast(),
                    "Tue 2019-01-22");
        }

        @Test
        void aWithdrawalAskedForStopsNoClock() {
            Story story = THREE_DAYS_PAUSING.then(EventKind.WITHDRAWAL_ASKED, "Wed 2019-01-16 10:00");

            assertThat(story.asOf("Fri 2019-01-18 09:00").waiting()).isFalse();
            assertThat(story.asOf("Fri 2019-01-18 09:00").overdue()).isTrue();
        }
    }

    @Nested
    class Resolution {

        @ParameterizedTest
        @CsvSource({
            "Wed 2019-01-16 23:59:59, EARLY",
            "Thu 2019-01-17 00:00, ON_TIME",
            "Thu 2019-01-17 23:59:59, ON_TIME",
            "Fri 2019-01-18 00:00, LATE"
        })
        void aDayCountedDeadlineComparesDates(String resolved, Timeliness timeliness) {
            for (EventKind end : new EventKind[] {EventKind.RESOLVED, EventKind.REFUSED}) {
                ClockReading reading = THREE_DAYS_PAUSING.then(end, resolved).atLast();
                assertThat(reading.timeliness()).as("%s", end).isEqualTo(timeliness);
                assertThat(reading.resolved()).isEqualTo(at(resolved));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "Tue 2019-01-15 17:00, EARLY",
            "Wed 2019-01-16 00:00, ON_TIME",
            "Wed 2019-01-16 09:00:00, ON_TIME",
            "Wed 2019-01-16 09:00:01, LATE",
            "Thu 2019-01-17 08:00, LATE"
        })
        void anHourCountedDeadlineComparesInstantsAndThenDates(String resolved, Timeliness timeliness) {
            assertThat(EIGHT_HOURS.resolved(resolved).atLast().timeliness()).isEqualTo(timeliness);
            assertThat(EIGHT_HOURS.then(EventKind.REFUSED, resolved).atLast().timeliness())
                    .isEqualTo(timeliness);
        }

        @ParameterizedTest
        @EnumSource(
                value = EventKind.class,
                names = {"WITHDRAWN", "STOPPED"})
        void aWithdrawalOrAStopIsOnTimeWhenever(EventKind end) {
            for (String moment :
                    new String[] {"Mon 2019-01-14 10:00", "Thu 2019-01-17 10:00", "Fri 2019-03-01 10:00"}) {
                ClockReading reading = THREE_DAYS_PAUSING.then(end, moment).atLast();
                assertThat(reading.timeliness()).as(moment).isEqualTo(ON_TIME);
                assertThat(reading.resolved()).as(moment).isEqualTo(at(moment));
                assertThat(reading.overdue()).as(moment).isFalse();
            }
        }

        @Test
        void aResultInTheLastNanosecondOfTheDueDayIsOnTime() {
            LocalDateTime endOfThu17Jan2019 = day("Thu 2019-01-17").atTime(LocalTime.MAX);
            Story resolved = THREE_DAYS_PAUSING.then(
                    ClockEvent.of(EventKind.RESOLVED, endOfThu17Jan2019, endOfThu17Jan2019, "test"));

            assertThat(resolved.atLast().timeliness()).isEqualTo(ON_TIME);
        }

        @Test
        void theClockStopsWithTheResultAtTheDeskAndNotWithItsHandOver() {
            Story returned = THREE_DAYS_PAUSING
                    .resolved("Thu 2019-01-17 16:00")
                    .then(EventKind.RETURNED, "Fri 2019-02-15 09:00");

            assertThat(returned.atLast().resolved()).isEqualTo(at("Thu 2019-01-17 16:00"));
            assertThat(returned.atLast().timeliness()).isEqualTo(ON_TIME);
        }

        @Test
        void aDossierIsOpenUpToTheInstantBeforeItsResolution() {
            Story resolved = THREE_DAYS_PAUSING.resolved("Thu 2019-01-17 16:00");

            assertThat(resolved.asOf("Thu 2019-01-17 15:59:59").resolved()).isNull();
            assertThat(resolved.asOf("Thu 2019-01-17 15:59:59").timeliness()).isNull();
            assertThat(resolved.asOf("Thu 2019-01-17 16:00").timeliness()).isEqualTo(ON_TIME);
        }

        @Test
        void handlingItAndDecidingItAnewChangeNothing() {
            Story handled = THREE_DAYS_PAUSING
                    .then(EventKind.PROCESSING_BEGUN, "Mon 2019-01-14 10:00")
                    .then(EventKind.RECALCULATED, "Tue 2019-01-15 10:00");

            assertClock(handled.atLast(), "Thu 2019-01-17", null);
        }
    }

    @Nested
    class ExtensionAndApology {

        @Test
        void anExtensionAddsItsAmountInTheUnitOfTheLimitFromTheMomentItIsGiven() {
            Story complaint = Story.of(30, CALENDAR_DAYS, PAUSE)
                    .accepted("Mon 2019-01-14 09:00")
                    .then(extension("Fri 2019-02-01 09:00", 15));

            assertDue(complaint.asOf("Fri 2019-02-01 08:59:59"), "Wed 2019-02-13");
            assertDue(complaint.atLast(), "Thu 2019-02-28");
        }

        @Test
        void twoExtensionsAddUp() {
            assertDue(
                    THREE_DAYS_PAUSING
                            .then(extension("Tue 2019-01-15 09:00", 2))
                            .then(extension("Wed 2019-01-16 09:00", 1))
                            .atLast(),
                    "Tue 2019-01-22");
        }

        @Test
        void anExtensionIsAddedToThePushOfAWaitAndOutlastsARestart() {
            assertDue(
                    THREE_DAYS_PAUSING
                            .then(extension("Tue 2019-01-15 09:00", 2))
                            .asked("Tue 2019-01-15 10:00")
                            .supplemented("Wed 2019-01-16 10:00")
                            .atLast(),
                    "Tue 2019-01-22");
            assertDue(
                    THREE_DAYS_RESTARTING
                            .then(extension("Tue 2019-01-15 09:00", 2))
                            .asked("Tue 2019-01-15 10:00")
                            .supplemented("Wed 2019-01-16 10:00")
                            .atLast(),
                    "Wed 2019-01-23");
        }

        @Test
        void anExtensionInHoursAddsHours() {
            assertInstant(EIGHT_HOURS.then(extension("Tue 2019-01-15 10:00", 4)).atLast(), "Wed 2019-01-16 15:00");
        }

        @Test
        void anExtendedDossierIsJudgedByTheExtendedDueDay() {
            Story extended = THREE_DAYS_PAUSING.then(extension("Tue 2019-01-15 09:00", 2));

            assertThat(extended.resolved("Mon 2019-01-21 09:00").atLast().timeliness())
                    .isEqualTo(ON_TIME);
        }

        @Test
        void anApologyWithANewAppointmentExcusesNothing() {
            Story apology = THREE_DAYS_PAUSING.then(
                    ClockEvent.of(EventKind.REAPPOINTED, at("Wed 2019-01-16 09:00"), at("Wed 2019-01-16 09:00"), "test")
                            .appointing(day("Fri 2019-01-25")));

            assertClock(apology.atLast(), "Thu 2019-01-17", null);
            assertThat(apology.asOf("Fri 2019-01-18 00:00").overdue()).isTrue();
            assertThat(apology.resolved("Fri 2019-01-18 09:00").atLast().timeliness())
                    .isEqualTo(LATE);
        }
    }

    @Nested
    class Payment {

        @ParameterizedTest
        @EnumSource(ClockPolicy.class)
        void waitingForPaymentDoesNotStopTheClockByItself(ClockPolicy policy) {
            Story story = Story.of(3, WORKING_DAYS, policy)
                    .accepted("Mon 2019-01-14 09:00")
                    .then(EventKind.PAYMENT_ASKED, "Tue 2019-01-15 09:00");

            assertClock(story.asOf("Wed 2019-01-16 09:00"), "Thu 2019-01-17", null);
            assertThat(story.asOf("Fri 2019-01-18 09:00").overdue()).isTrue();
            assertDue(
                    story.then(EventKind.PAYMENT_RECEIVED, "Wed 2019-01-23 09:00")
                            .atLast(),
                    "Thu 2019-01-17");
        }

        @ParameterizedTest
        @EnumSource(ClockPolicy.class)
        void whereTheVersionSaysSoItPausesTheClockAndNeverRestartsIt(ClockPolicy policy) {
            Story story = Story.of(3, WORKING_DAYS, policy)
                    .wherePaymentStopsTheClock()
                    .accepted("Mon 2019-01-14 09:00")
                    .then(EventKind.PAYMENT_ASKED, "Tue 2019-01-15 09:00");

            assertClock(story.asOf("Wed 2019-01-16 09:00"), "Thu 2019-01-17", "Tue 2019-01-15 09:00");
            assertThat(story.asOf("Wed 2019-01-23 08:00").overdue()).isFalse();
            assertClock(
                    story.then(EventKind.PAYMENT_RECEIVED, "Thu 2019-01-17 09:00")
                            .atLast(),
                    "Mon 2019-01-21",
                    null);
        }

        @ParameterizedTest
        @EnumSource(ClockPolicy.class)
        void aPaymentOpenAtTheResolutionCountsUpToItWhereItStopsTheClock(ClockPolicy policy) {
            Story story = Story.of(3, WORKING_DAYS, policy)
                    .accepted("Mon 2019-01-14 09:00")
                    .then(EventKind.PAYMENT_ASKED, "Tue 2019-01-15 09:00")
                    .resolved("Fri 2019-01-18 09:00");

            assertThat(story.atLast().timeliness()).isEqualTo(LATE);
            assertDue(story.wherePaymentStopsTheClock().atLast(), "Tue 2019-01-22");
        }

        @Test
        void pausesForPapersAndForPaymentAddUpWherePaymentStopsTheClock() {
            Story both = THREE_DAYS_PAUSING
                    .then(EventKind.PAYMENT_ASKED, "Tue 2019-01-15 09:00")
                    .then(EventKind.PAYMENT_RECEIVED, "Wed 2019-01-16 09:00")
                    .asked("Wed 2019-01-16 10:00")
                    .supplemented("Fri 2019-01-18 09:00");

            assertDue(both.atLast(), "Mon 2019-01-21");
            assertDue(both.wherePaymentStopsTheClock().atLast(), "Tue 2019-01-22");
        }

        @Test
        void underRestartAPaymentBeforeThePapersIsForgottenAndOneAfterThemPushes() {
            Story before = THREE_DAYS_RESTARTING
                    .wherePaymentStopsTheClock()
                    .then(EventKind.PAYMENT_ASKED, "Tue 2019-01-15 09:00")
                    .then(EventKind.PAYMENT_RECEIVED, "Wed 2019-01-16 09:00")
                    .asked("Wed 2019-01-16 10:00")
                    .supplemented("Fri 2019-01-18 09:00");
            Story after = before.then(EventKind.PAYMENT_ASKED, "Mon 2019-01-21 09:00")
                    .then(EventKind.PAYMENT_RECEIVED, "Tue 2019-01-22 09:00");
            Story atOnce = before.then(EventKind.PAYMENT_ASKED, "Fri 2019-01-18 09:00")
                    .then(EventKind.PAYMENT_RECEIVED, "Mon 2019-01-21 09:00");

            assertDue(before.atLast(), "Wed 2019-01-23");
            assertDue(after.atLast(), "Thu 2019-01-24");
            assertDue(atOnce.atLast(), "Thu 2019-01-24");
        }
    }

    @Nested
    class OnlineFiling {

        private final Story filed = Story.of(3, WORKING_DAYS, PAUSE).then(EventKind.FILED, "Mon 2019-01-14 16:00");

        @Test
        void isToBeAcceptedOrReturnedWithinEightWorkingHours() {
            assertThat(filed.ledger().acceptance(at("Mon 2019-01-14 16:00")).map(Acceptance::due))
                    .contains(Deadline.instant(at("Tue 2019-01-15 16:00"), false));
            assertThat(filed.ledger().acceptance(at("Mon 2019-01-14 15:59:59")).map(Acceptance::due))
                    .isEmpty();
        }

        @Test
        void isAnsweredInTimeOrLateAndNotAnsweredIsLateOnceItsDeadlineHasPassed() {
            assertThat(late(filed, "Tue 2019-01-15 16:00")).isFalse();
            assertThat(late(filed, "Tue 2019-01-15 16:01")).isTrue();
            assertThat(late(filed.accepted("Tue 2019-01-15 16:00"), "Fri 2019-01-18 08:00"))
                    .isFalse();
            assertThat(late(filed.accepted("Tue 2019-01-15 16:01"), "Fri 2019-01-18 08:00"))
                    .isTrue();
            assertThat(late(filed.then(EventKind.NOT_ACCEPTED, "Tue 2019-01-15 10:00"), "Fri 2019-01-18 08:00"))
                    .isFalse();
            assertThat(late(filed.then(EventKind.WITHDRAWN, "Tue 2019-01-15 10:00"), "Fri 2019-01-18 08:00"))
                    .isFalse();
        }

        private boolean late(Story story, String moment) {
            return story.ledger().acceptance(at(moment)).orElseThrow().late();
        }

        @Test
        void filedAtNightOrOnASundayIsCountedFromTheNextOpening() {
            for (String moment :
                    new String[] {"Fri 2019-01-11 20:00", "Sun 2019-01-13 10:00", "Mon 2019-01-14 06:00"}) {
                assertThat(Story.of(3, WORKING_DAYS, PAUSE)
                                .then(EventKind.FILED, moment)
                                .ledger()
                                .acceptance(LocalDateTime.MAX)
                                .map(Acceptance::due))
                        .as(moment)
                        .contains(Deadline.instant(at("Mon 2019-01-14 17:00"), false));
            }
        }

        @Test
        void hasNoClockUntilItIsAcceptedAndThenCountsFromAcceptance() {
            Story accepted = filed.accepted("Tue 2019-01-15 10:00");

            assertThat(accepted.readingAt(at("Tue 2019-01-15 09:59:59"))).isEmpty();
            assertThat(accepted.atLast().received()).isEqualTo(at("Tue 2019-01-15 10:00"));
            assertDue(accepted.atLast(), "Fri 2019-01-18");
        }

        @Test
        void neverAcceptedOrWithdrawnBeforeIsNeverReceived() {
            for (EventKind end : new EventKind[] {EventKind.NOT_ACCEPTED, EventKind.WITHDRAWN}) {
                assertThat(filed.then(end, "Tue 2019-01-15 10:00").readingAt(LocalDateTime.MAX))
                        .as("%s", end)
                        .isEmpty();
            }
        }

        @ParameterizedTest
        @EnumSource(ClockPolicy.class)
        void papersAskedForBeforeAcceptanceRenewTheEightHoursAndAreNoWaitOfTheClock(ClockPolicy policy) {
            Story story = Story.of(3, WORKING_DAYS, policy)
                    .then(EventKind.FILED, "Mon 2019-01-14 16:00")
                    .asked("Tue 2019-01-15 08:00")
                    .supplemented("Thu 2019-01-17 09:00");

            assertThat(story.readingAt(LocalDateTime.MAX)).isEmpty();
            assertThat(story.ledger().acceptance(at("Thu 2019-01-17 09:00")).map(Acceptance::due))
                    .contains(Deadline.instant(at("Fri 2019-01-18 09:00"), false));
            assertClock(story.accepted("Fri 2019-01-18 08:00").atLast(), "Wed 2019-01-23", null);
        }

        @Test
        void aDossierReceivedAtTheCounterHasNoDeadlineOfAcceptance() {
            assertThat(THREE_DAYS_PAUSING.ledger().acceptance(LocalDateTime.MAX).map(Acceptance::due))
                    .isEmpty();
        }
    }

    /** Saturday 22/8/2026 was a make-up day until a correction of Friday 21/8, 14:00, cancelled it. */
    @Nested
    class CorrectedCalendar {

        private final CalendarHistory history = new CalendarHistory(Map.of(
                LocalDateTime.MIN,
                PublishedDays.CALENDAR,
                at("Fri 2026-08-21 14:00"),
                PublishedDays.with(new CalendarDay(day("Sat 2026-08-22"), DayKind.NONE, "Không làm bù"))));

        private final Story oneDay = Story.of(1, WORKING_DAYS, PAUSE).by(history);

        @Test
        void governsAnOpenDossierFromTheMomentItWasRecorded() {
            Story open = oneDay.accepted("Fri 2026-08-21 09:00");

            assertDue(open.asOf("Fri 2026-08-21 13:59:59"), "Sat 2026-08-22");
            assertDue(open.asOf("Fri 2026-08-21 14:00"), "Mon 2026-08-24");
        }

        @Test
        void leavesADossierThatWasResolvedBeforeAsItWasJudged() {
            Story resolved = oneDay.accepted("Fri 2026-08-21 09:00").resolved("Fri 2026-08-21 11:00");

            assertDue(resolved.asOf("Mon 2026-08-24 09:00"), "Sat 2026-08-22");
        }

        @Test
        void governsADossierResolvedAfterIt() {
            Story resolved = oneDay.accepted("Fri 2026-08-21 09:00").resolved("Mon 2026-08-24 09:00");

            assertDue(resolved.atLast(), "Mon 2026-08-24");
            assertThat(resolved.atLast().timeliness()).isEqualTo(ON_TIME);
        }

        @Test
        void governsFromItsReceiptOnADossierThatWasEnteredAfterIt() {
            Story entered = oneDay.enteredLater(EventKind.ACCEPTED, "Fri 2026-08-21 09:00", "Tue 2026-08-25 09:00");
            Story over = entered.enteredLater(EventKind.RESOLVED, "Fri 2026-08-21 11:00", "Tue 2026-08-25 09:00");

            assertDue(entered.asOf("Fri 2026-08-21 09:00"), "Mon 2026-08-24");
            assertDue(over.asOf("Fri 2026-08-21 11:00"), "Mon 2026-08-24");
        }

        @Test
        void leavesTheDeadlineOfAcceptanceOfAFilingThatWasAnsweredBefore() {
            for (EventKind answer : new EventKind[] {EventKind.NOT_ACCEPTED, EventKind.ACCEPTED}) {
                Ledger answered = oneDay.then(EventKind.FILED, "Fri 2026-08-21 09:00")
                        .then(answer, "Fri 2026-08-21 10:00")
                        .ledger();

                for (String moment : new String[] {"Fri 2026-08-21 13:00", "Mon 2026-08-24 09:00"}) {
                    assertThat(answered.acceptance(at(moment))
                                    .map(Acceptance::due)
                                    .map(Deadline::lastInstant))
                            .as("%s as of %s", answer, moment)
                            .contains(at("Sat 2026-08-22 09:00"));
                }
            }
        }

        @Test
        void changesTheEffectiveReceiptToo() {
            Story saturday = oneDay.enteredLater(EventKind.ACCEPTED, "Sat 2026-08-22 09:00", "Sat 2026-08-22 09:00");

            assertThat(saturday.atLast().effectiveReceipt()).isEqualTo(day("Mon 2026-08-24"));
            assertThat(saturday.by(Story.SHIPPED).atLast().effectiveReceipt()).isEqualTo(day("Sat 2026-08-22"));
        }

        @Test
        void governsTheDeadlineOfAcceptanceAlike() {
            Ledger filed = oneDay.then(EventKind.FILED, "Fri 2026-08-21 09:00").ledger();

            assertThat(filed.acceptance(at("Fri 2026-08-21 13:00"))
                            .map(Acceptance::due)
                            .orElseThrow()
                            .lastInstant())
                    .isEqualTo(at("Sat 2026-08-22 09:00"));
            assertThat(filed.acceptance(at("Fri 2026-08-21 14:00"))
                            .map(Acceptance::due)
                            .orElseThrow()
                            .lastInstant())
                    .isEqualTo(at("Mon 2026-08-24 09:00"));
        }
    }

    @Nested
    class Provisional {

        @Test
        void aDueDateInAnUnpublishedYearIsMarked() {
            Story story = Story.of(3, WORKING_DAYS, PAUSE).accepted("Tue 2026-12-29 09:00");

            assertThat(story.due()).isEqualTo(Deadline.day(day("Mon 2027-01-04"), true));
            assertThat(Kept.of(story.ledger(), at("Tue 2026-12-29 09:00")).provisional())
                    .isTrue();
        }

        @Test
        void aDueDateInAPublishedYearIsNot() {
            Story story = Story.of(2, WORKING_DAYS, PAUSE).accepted("Tue 2026-12-29 09:00");

            assertThat(story.due()).isEqualTo(Deadline.day(day("Thu 2026-12-31"), false));
            assertThat(Kept.of(story.ledger(), at("Tue 2026-12-29 09:00")).provisional())
                    .isFalse();
        }
    }

    private static ClockEvent extension(String moment, int amount) {
        return ClockEvent.of(EventKind.EXTENDED, at(moment), at(moment), "test")
                .extending(amount, "căn cứ", "lãnh đạo");
    }

    private static void assertDue(ClockReading reading, String due) {
        assertThat(reading.due()).isEqualTo(Deadline.day(day(due), false));
    }

    private static void assertInstant(ClockReading reading, String due) {
        assertThat(reading.due()).isEqualTo(Deadline.instant(at(due), false));
    }

    private static void assertClock(ClockReading reading, String due, String waitingSince) {
        assertDue(reading, due);
        assertThat(reading.waitingSince()).isEqualTo(waitingSince == null ? null : at(waitingSince));
        assertThat(reading.waiting()).isEqualTo(waitingSince != null);
    }
}
