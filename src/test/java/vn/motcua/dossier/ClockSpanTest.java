package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.LimitUnit.WORKING_DAYS;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;
import static vn.motcua.catalogue.ClockPolicy.PAUSE;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.PublishedDays;

/** The stretches that reports read tell the same as the ledger does, at every moment. */
class ClockSpanTest {

    private static final int TRIES = 400;
    private static final Story THREE_DAYS = Story.of(3, WORKING_DAYS, PAUSE).accepted("Mon 2019-01-14 09:00");

    @Provide
    Arbitrary<Ledger> ledgers() {
        return RandomStories.ledgers();
    }

    @Test
    void anOpenDossierHasOneStretchWithoutEnd() {
        assertThat(ClockSpan.of(THREE_DAYS.ledger()))
                .containsExactly(span("Mon 2019-01-14 09:00", null, "Thu 2019-01-17", false));
    }

    @Test
    void aWaitIsAStretchOfItsOwnAndTheDueDayMovesWhenItEnds() {
        assertThat(ClockSpan.of(THREE_DAYS
                        .then(EventKind.PROCESSING_BEGUN, "Mon 2019-01-14 10:00")
                        .asked("Tue 2019-01-15 10:00")
                        .supplemented("Thu 2019-01-17 16:00")
                        .resolved("Fri 2019-01-18 09:00")
                        .then(EventKind.RETURNED, "Fri 2019-01-18 10:00")
                        .ledger()))
                .containsExactly(
                        span("Mon 2019-01-14 09:00", "Tue 2019-01-15 10:00", "Thu 2019-01-17", false),
                        span("Tue 2019-01-15 10:00", "Thu 2019-01-17 16:00", "Thu 2019-01-17", true),
                        span("Thu 2019-01-17 16:00", "Fri 2019-01-18 09:00", "Mon 2019-01-21", false));
    }

    @Test
    void aStretchIsCutWhereACorrectedCalendarMovesTheDueDay() {
        CalendarHistory corrected = new CalendarHistory(Map.of(
                LocalDateTime.MIN,
                PublishedDays.CALENDAR,
                at("Tue 2019-01-15 12:00"),
                PublishedDays.with(new CalendarDay(day("Wed 2019-01-16"), DayKind.OFF, "Nghỉ"))));

        assertThat(ClockSpan.of(THREE_DAYS.by(corrected).ledger()))
                .containsExactly(
                        span("Mon 2019-01-14 09:00", "Tue 2019-01-15 12:00", "Thu 2019-01-17", false),
                        span("Tue 2019-01-15 12:00", null, "Fri 2019-01-18", false));
    }

    @Test
    void aDossierThatIsNotReceivedHasNone() {
        Story filed = Story.of(3, WORKING_DAYS, PAUSE).then(EventKind.FILED, "Mon 2019-01-14 09:00");

        assertThat(ClockSpan.of(filed.ledger())).isEmpty();
        assertThat(ClockSpan.of(filed.asked("Mon 2019-01-14 10:00").ledger())).isEmpty();
        assertThat(ClockSpan.of(filed.then(EventKind.NOT_ACCEPTED, "Mon 2019-01-14 10:00")
                        .ledger()))
                .isEmpty();
    }

    @Property(tries = TRIES)
    void theStretchesGoFromReceiptToResolutionWithoutGapsAndNeighboursDiffer(@ForAll("ledgers") Ledger ledger) {
        Course course = ledger.course(LocalDateTime.MAX);
        List<ClockSpan> spans = ClockSpan.of(ledger);
        boolean lived = course.received != null && !course.received.equals(course.resolved());
        assertThat(spans.isEmpty()).isEqualTo(!lived);
        for (int i = 0; i < spans.size(); i++) {
            ClockSpan span = spans.get(i);
            assertThat(span.from())
                    .isEqualTo(i == 0 ? course.received : spans.get(i - 1).to());
            if (i == spans.size() - 1) {
                assertThat(span.to()).isEqualTo(course.resolved());
            } else {
                ClockSpan next = spans.get(i + 1);
                assertThat(span.waiting() == next.waiting() && span.due().equals(next.due()))
                        .as("%s and %s are one", span, next)
                        .isFalse();
            }
            assertThat(span.to() == null || span.to().isAfter(span.from())).isTrue();
        }
    }

    @Property(tries = TRIES)
    void atAnyMomentTheStretchSaysWhatTheLedgerSays(
            @ForAll("ledgers") Ledger ledger, @ForAll @IntRange(max = 150_000) int minutes) {
        List<ClockSpan> spans = ClockSpan.of(ledger);
        assertAgreed(ledger, spans, ledger.events().get(0).occurredAt().plusMinutes(minutes));
        for (ClockEvent event : ledger.events()) {
            assertAgreed(ledger, spans, event.occurredAt());
            assertAgreed(ledger, spans, event.occurredAt().minusSeconds(1));
        }
        for (LocalDateTime correction : ledger.terms().calendars().corrections()) {
            assertAgreed(ledger, spans, correction);
            assertAgreed(ledger, spans, correction.minusSeconds(1));
        }
    }

    private static void assertAgreed(Ledger ledger, List<ClockSpan> spans, LocalDateTime moment) {
        List<ClockSpan> current = spans.stream()
                .filter(span -> !span.from().isAfter(moment)
                        && (span.to() == null || span.to().isAfter(moment)))
                .toList();
        ClockReading reading = ledger.asOf(moment).orElse(null);
        if (reading == null || reading.resolved() != null) {
            assertThat(current).as("%s", moment).isEmpty();
        } else {
            assertThat(current).as("%s", moment).hasSize(1);
            assertThat(current.get(0).due())
                    .as("%s", moment)
                    .isEqualTo(reading.due().lastInstant());
            assertThat(current.get(0).waiting()).as("%s", moment).isEqualTo(reading.waiting());
        }
    }

    private static ClockSpan span(String from, String to, String due, boolean waiting) {
        return new ClockSpan(at(from), to == null ? null : at(to), day(due).atTime(Deadline.END_OF_DAY), waiting);
    }
}
