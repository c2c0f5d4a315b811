package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.PublishedDays.CALENDAR;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Counting working days obeys the laws of counting, on published and on provisional years. */
class WorkingCalendarAlgebraTest {

    private static final int TRIES = 500;

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, (int) (LocalDate.of(2030, 12, 31).toEpochDay()
                        - LocalDate.of(2015, 1, 1).toEpochDay()))
                .map(LocalDate.of(2015, 1, 1)::plusDays);
    }

    @Property(tries = TRIES)
    void theNthWorkingDayIsFoundByWalking(@ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 80) int n) {
        LocalDate walked = day;
        for (int left = n; left > 0; ) {
            walked = walked.plusDays(1);
            left -= CALENDAR.isWorkingDay(walked) ? 1 : 0;
        }
        assertThat(CALENDAR.plusWorkingDays(day, n)).isEqualTo(walked);
    }

    @Property(tries = TRIES)
    void workingDaysBetweenAreThoseMetByWalking(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 120) int later) {
        long walked = day.datesUntil(day.plusDays(later))
                .filter(CALENDAR::isWorkingDay)
                .count();
        assertThat(CALENDAR.workingDaysBetween(day, day.plusDays(later))).isEqualTo((int) walked);
    }

    @Property(tries = TRIES)
    void countingUndoesAdding(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 300) int n) {
        LocalDate last = CALENDAR.plusWorkingDays(day, n);
        assertThat(CALENDAR.workingDaysBetween(day.plusDays(1), last.plusDays(1)))
                .isEqualTo(n);
    }

    @Property(tries = TRIES)
    void addingUndoesCounting(@ForAll("days") LocalDate day, @ForAll("days") LocalDate other) {
        LocalDate from = CALENDAR.sameOrNextWorkingDay(day.isBefore(other) ? day : other);
        LocalDate to = CALENDAR.sameOrNextWorkingDay(day.isBefore(other) ? other : day);
        assertThat(CALENDAR.plusWorkingDays(from, CALENDAR.workingDaysBetween(from, to)))
                .isEqualTo(to);
    }

    @Property(tries = TRIES)
    void addingTwiceIsAddingTheSum(
            @ForAll("days") LocalDate day, @ForAll @IntRange(max = 150) int a, @ForAll @IntRange(max = 150) int b) {
        assertThat(CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(day, a), b))
                .isEqualTo(CALENDAR.plusWorkingDays(day, a + b));
    }

    @Property(tries = TRIES)
    void moreDaysLeadToALaterDayAndALaterStartNeverToAnEarlierOne(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 150) int n) {
        assertThat(CALENDAR.plusWorkingDays(day, n + 1)).isAfter(CALENDAR.plusWorkingDays(day, n));
        assertThat(CALENDAR.plusWorkingDays(day.plusDays(1), n)).isAfterOrEqualTo(CALENDAR.plusWorkingDays(day, n));
    }

    @Property(tries = TRIES)
    void aRangeCountsAsItsTwoPartsDo(
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 400) int first,
            @ForAll @IntRange(max = 400) int second) {
        LocalDate middle = day.plusDays(first);
        LocalDate end = middle.plusDays(second);
        assertThat(CALENDAR.workingDaysBetween(day, middle) + CALENDAR.workingDaysBetween(middle, end))
                .isEqualTo(CALENDAR.workingDaysBetween(day, end));
    }

    @Property(tries = TRIES)
    void theSameOrNextWorkingDayIsWorkedAndNoWorkedDayIsPassedOver(@ForAll("days") LocalDate day) {
        LocalDate next = CALENDAR.sameOrNextWorkingDay(day);
        assertThat(CALENDAR.isWorkingDay(next)).isTrue();
        assertThat(day.datesUntil(next)).noneMatch(CALENDAR::isWorkingDay);
        assertThat(CALENDAR.sameOrNextWorkingDay(next)).isEqualTo(next);
    }
}
