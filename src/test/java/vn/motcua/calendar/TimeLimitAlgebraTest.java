package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.PublishedDays.CALENDAR;
import static vn.motcua.calendar.PublishedDays.TIME;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What pauses and extensions may and may not do to a limit. */
class TimeLimitAlgebraTest {

    private static final int TRIES = 400;

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.of(LimitUnit.class))
                .as(TimeLimit::new)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<LocalDateTime> stamps() {
        return Arbitraries.longs()
                .between(0, 10L * 365 * 86_400)
                .map(LocalDate.of(2018, 1, 1).atStartOfDay()::plusSeconds)
                .withoutEdgeCases();
    }

    @Property(tries = TRIES)
    void aPauseOfNoLengthChangesNothing(
            @ForAll("limits") TimeLimit limit,
            @ForAll("stamps") LocalDateTime start,
            @ForAll("stamps") LocalDateTime at) {
        assertThat(limit.from(start, List.of(new Pause(at, at)), TIME)).isEqualTo(limit.from(start, TIME));
    }

    @Property(tries = TRIES)
    void twoAdjacentPausesPushAsTheWholeDoes(
            @ForAll("limits") TimeLimit limit,
            @ForAll("stamps") LocalDateTime start,
            @ForAll @IntRange(max = 1_000_000) int wait,
            @ForAll @IntRange(max = 2_000_000) int first,
            @ForAll @IntRange(max = 2_000_000) int second) {
        LocalDateTime from = start.plusSeconds(wait);
        LocalDateTime middle = from.plusSeconds(first);
        LocalDateTime to = middle.plusSeconds(second);
        assertThat(limit.from(start, List.of(new Pause(from, middle), new Pause(middle, to)), TIME))
                .isEqualTo(limit.from(start, List.of(new Pause(from, to)), TIME));
    }

    @Property(tries = TRIES)
    void aLongerPauseNeverBringsTheDueDateForward(
            @ForAll("limits") TimeLimit limit,
            @ForAll("stamps") LocalDateTime start,
            @ForAll @IntRange(max = 2_000_000) int length,
            @ForAll @IntRange(max = 2_000_000) int more) {
        LocalDateTime shorter = limit.from(start, List.of(new Pause(start, start.plusSeconds(length))), TIME)
                .lastInstant();
        LocalDateTime longer = limit.from(start, List.of(new Pause(start, start.plusSeconds(length + more))), TIME)
                .lastInstant();
        assertThat(longer).isAfterOrEqualTo(shorter);
        assertThat(shorter).isAfterOrEqualTo(limit.from(start, TIME).lastInstant());
    }

    @Property(tries = TRIES)
    void theDueDayIsWorkedAndAfterTheStart(@ForAll("limits") TimeLimit limit, @ForAll("stamps") LocalDateTime start) {
        Deadline due = limit.from(start, TIME);
        assertThat(CALENDAR.isWorkingDay(due.day())).isTrue();
        assertThat(due.lastInstant()).isAfter(start);
        assertThat(due.endsWithDay()).isEqualTo(limit.unit() != LimitUnit.WORKING_HOURS);
    }

    @Property(tries = TRIES)
    void aLaterReceiptIsNeverDueEarlier(
            @ForAll("limits") TimeLimit limit,
            @ForAll("stamps") LocalDateTime start,
            @ForAll @IntRange(max = 1_000_000) int later) {
        assertThat(limit.from(start.plusSeconds(later), TIME).lastInstant())
                .isAfterOrEqualTo(limit.from(start, TIME).lastInstant());
    }

    @Property(tries = TRIES)
    void anExtensionIsDueAsALongerLimitWouldBe(
            @ForAll @IntRange(min = 1, max = 40) int amount,
            @ForAll @IntRange(min = 1, max = 40) int more,
            @ForAll("stamps") LocalDateTime start) {
        LocalDate day = TIME.effectiveDay(start);
        assertThat(new TimeLimit(amount, LimitUnit.WORKING_DAYS)
                        .plus(more)
                        .from(start, TIME)
                        .day())
                .isEqualTo(CALENDAR.plusWorkingDays(CALENDAR.plusWorkingDays(day, amount), more));
        assertThat(new TimeLimit(amount, LimitUnit.CALENDAR_DAYS)
                        .plus(more)
                        .from(start, TIME)
                        .day())
                .isEqualTo(CALENDAR.sameOrNextWorkingDay(day.plusDays(amount + more)));
        assertThat(new TimeLimit(amount, LimitUnit.WORKING_HOURS)
                        .plus(more)
                        .from(start, TIME)
                        .lastInstant())
                .isEqualTo(TIME.plus(TIME.plus(start, Duration.ofHours(amount)), Duration.ofHours(more)));
    }
}
