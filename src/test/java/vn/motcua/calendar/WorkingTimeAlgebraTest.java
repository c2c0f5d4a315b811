package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.PublishedDays.CALENDAR;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Office time obeys the laws of addition, whatever the hours of the agency. */
class WorkingTimeAlgebraTest {

    private static final int TRIES = 500;

    @Provide
    Arbitrary<WorkingTime> times() {
        return Arbitraries.of(
                        OfficeHours.DEFAULT,
                        OfficeHours.parse("07:00-11:30,13:30-17:00", LocalTime.of(15, 0)),
                        OfficeHours.parse("08:00-12:00,12:00-16:00", null),
                        OfficeHours.parse("07:30-16:45:30", null),
                        OfficeHours.parse("06:00-08:00,10:00-10:30,20:00-23:59", null))
                .map(hours -> new WorkingTime(CALENDAR, hours));
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 365 * 12).map(LocalDate.of(2017, 6, 1)::plusDays);
        Arbitrary<LocalTime> times = Arbitraries.frequencyOf(
                Tuple.of(
                        1,
                        Arbitraries.of("00:00", "07:00", "11:30", "13:30", "15:00", "16:59:59", "17:00", "17:00:01")
                                .map(LocalTime::parse)),
                Tuple.of(2, Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay)));
        return Combinators.combine(days, times).as(LocalDate::atTime).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Duration> amounts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 90).map(Duration::ofHours),
                        Arbitraries.integers().between(1, 300_000).map(Duration::ofSeconds))
                .withoutEdgeCases();
    }

    @Property(tries = TRIES)
    void countingUndoesAdding(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime start,
            @ForAll("amounts") Duration amount) {
        assertThat(time.between(start, time.plus(start, amount))).isEqualTo(amount);
    }

    @Property(tries = TRIES)
    void goingBackFindsTheLastInstantWithAsMuchOfficeTimeLeft(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime end,
            @ForAll("amounts") Duration amount) {
        LocalDateTime start = time.minus(end, amount);
        assertThat(time.between(start, end)).isEqualTo(amount);
        assertThat(time.between(start.plusNanos(1), end)).isLessThan(amount);
    }

    @Property(tries = TRIES)
    void noEarlierInstantHasAsMuchOfficeTime(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime start,
            @ForAll("amounts") Duration amount) {
        LocalDateTime end = time.plus(start, amount);
        assertThat(time.between(start, end.minusNanos(1))).isLessThan(amount);
    }

    @Property(tries = TRIES)
    void theEndLiesInASessionOfAWorkingDayAfterTheSessionsStart(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime start,
            @ForAll("amounts") Duration amount) {
        LocalDateTime end = time.plus(start, amount);
        assertThat(end).isAfter(start);
        assertThat(CALENDAR.isWorkingDay(end.toLocalDate())).isTrue();
        assertThat(time.hours().sessions())
                .anyMatch(session -> end.toLocalTime().isAfter(session.start())
                        && !end.toLocalTime().isAfter(session.end()));
    }

    @Property(tries = TRIES)
    void addingTwiceIsAddingTheSum(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime start,
            @ForAll("amounts") Duration a,
            @ForAll("amounts") Duration b) {
        assertThat(time.plus(time.plus(start, a), b)).isEqualTo(time.plus(start, a.plus(b)));
    }

    @Property(tries = TRIES)
    void aLaterStartNeverEndsEarlierAndMoreTimeEndsLater(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime start,
            @ForAll("amounts") Duration amount,
            @ForAll @IntRange(min = 1, max = 100_000) int seconds) {
        assertThat(time.plus(start.plusSeconds(seconds), amount)).isAfterOrEqualTo(time.plus(start, amount));
        assertThat(time.plus(start, amount.plusSeconds(seconds))).isAfter(time.plus(start, amount));
    }

    @Property(tries = TRIES)
    void theTimeOfTwoAdjacentStretchesIsThatOfBothTogether(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime from,
            @ForAll @IntRange(max = 2_000_000) int first,
            @ForAll @IntRange(max = 2_000_000) int second) {
        LocalDateTime middle = from.plusSeconds(first);
        LocalDateTime to = middle.plusSeconds(second);
        assertThat(time.between(from, middle).plus(time.between(middle, to))).isEqualTo(time.between(from, to));
        assertThat(time.between(to, from)).isZero();
    }

    @Property(tries = 100)
    void officeTimeIsTheMinutesOfSessionsMetByWalking(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime moment,
            @ForAll @IntRange(max = 15_000) int minutes) {
        LocalDateTime from = moment.withSecond(0);
        long open = 0;
        for (LocalDateTime at = from; at.isBefore(from.plusMinutes(minutes)); at = at.plusSeconds(30)) {
            open += isOpen(time, at) ? 30 : 0;
        }
        assertThat(time.between(from, from.plusMinutes(minutes))).isEqualTo(Duration.ofSeconds(open));
    }

    @Property(tries = TRIES)
    void theEffectiveDayIsWorkedAndNotBeforeTheStampsDay(
            @ForAll("times") WorkingTime time, @ForAll("moments") LocalDateTime stamp) {
        LocalDate effective = time.effectiveDay(stamp);
        assertThat(CALENDAR.isWorkingDay(effective)).isTrue();
        assertThat(effective).isAfterOrEqualTo(stamp.toLocalDate());
        assertThat(stamp.toLocalDate().plusDays(1).datesUntil(effective.plusDays(1)))
                .filteredOn(CALENDAR::isWorkingDay)
                .as("at most one working day is passed, the effective one")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = TRIES)
    void theEffectiveDayIsTheStampsDayExactlyWhenThatIsWorkedAndNotYetClosed(
            @ForAll("times") WorkingTime time, @ForAll("moments") LocalDateTime stamp) {
        boolean inTime = CALENDAR.isWorkingDay(stamp.toLocalDate())
                && !stamp.toLocalTime().isAfter(time.hours().closing());
        assertThat(time.effectiveDay(stamp).equals(stamp.toLocalDate())).isEqualTo(inTime);
    }

    @Property(tries = TRIES)
    void theEffectiveDayNeverGoesBackAsTimeGoesOn(
            @ForAll("times") WorkingTime time,
            @ForAll("moments") LocalDateTime stamp,
            @ForAll @IntRange(max = 500_000) int seconds) {
        assertThat(time.effectiveDay(stamp.plusSeconds(seconds))).isAfterOrEqualTo(time.effectiveDay(stamp));
    }

    private static boolean isOpen(WorkingTime time, LocalDateTime at) {
        return CALENDAR.isWorkingDay(at.toLocalDate())
                && time.hours().sessions().stream()
                        .anyMatch(session -> !at.toLocalTime().isBefore(session.start())
                                && at.toLocalTime().isBefore(session.end()));
    }
}
