package vn.motcua.dossier;

import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.PublishedDays;
import vn.motcua.catalogue.ClockPolicy;

/** Ledgers of 2019 made of any events that may follow one another, on a calendar that is corrected twice meanwhile. */
final class RandomStories {

    private static final CalendarHistory CORRECTED_TWICE = new CalendarHistory(Map.of(
            LocalDateTime.MIN,
            PublishedDays.CALENDAR,
            at("Mon 2019-01-21 10:00"),
            PublishedDays.with(new CalendarDay(day("Sat 2019-01-26"), DayKind.WORK, "Làm bù")),
            at("Fri 2019-02-15 00:00"),
            PublishedDays.with(
                    new CalendarDay(day("Sat 2019-01-26"), DayKind.NONE, "Không làm bù"),
                    new CalendarDay(day("Fri 2019-02-22"), DayKind.OFF, "Nghỉ"))));

    /** One step: which of the events that may follow, how many minutes later, and how much later it is entered. */
    private record Step(int choice, int minutes, int lag) {}

    private RandomStories() {}

    static Arbitrary<Ledger> ledgers() {
        Arbitrary<ClockTerms> terms = Combinators.combine(
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(LimitUnit.class),
                        Arbitraries.of(ClockPolicy.class),
                        Arbitraries.of(true, false))
                .as((limit, unit, policy, payment) -> Story.terms(limit, unit, policy, payment, CORRECTED_TWICE));
        Arbitrary<LocalDateTime> starts = Arbitraries.integers()
                .between(0, 60 * 24 * 60)
                .map(LocalDate.of(2019, 1, 1).atStartOfDay()::plusMinutes);
        Arbitrary<Step> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.oneOf(
                                Arbitraries.just(0),
                                Arbitraries.integers().between(0, 600),
                                Arbitraries.integers().between(0, 14_400)),
                        Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(1, 20_000)))
                .as(Step::new);
        return Combinators.combine(terms, starts, steps.list().ofMinSize(1).ofMaxSize(9))
                .as(RandomStories::tell)
                .withoutEdgeCases();
    }

    private static Ledger tell(ClockTerms terms, LocalDateTime start, List<Step> steps) {
        List<ClockEvent> events = new ArrayList<>();
        Transitions state = Transitions.START;
        LocalDateTime now = start;
        for (Step step : steps) {
            Transitions before = state;
            List<EventKind> possible = Arrays.stream(EventKind.values())
                    .filter(kind -> before.after(kind).isPresent())
                    .toList();
            EventKind kind = possible.get(step.choice() % possible.size());
            now = now.plusMinutes(step.minutes());
            ClockEvent event = ClockEvent.of(kind, now, now.plusMinutes(step.lag()), "test");
            events.add(
                    switch (kind) {
                        case EXTENDED -> event.extending(1 + step.choice() % 5, "căn cứ", "lãnh đạo");
                        case REAPPOINTED -> event.appointing(now.toLocalDate().plusDays(7));
                        default -> event;
                    });
            state = before.after(kind).orElseThrow();
        }
        return Ledger.of(events, terms);
    }
}
