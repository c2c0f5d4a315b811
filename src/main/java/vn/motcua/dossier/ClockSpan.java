package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Pause;

/**
 * A stretch of a received dossier's life in which its clock says the same.
 *
 * @param to the first instant of the next state or of the resolution, null while it lasts
 * @param due the last instant in time, as it stood during this stretch
 */
record ClockSpan(LocalDateTime from, @Nullable LocalDateTime to, LocalDateTime due, boolean waiting) {

    /** The whole life from receipt to resolution, without gaps. */
    static List<ClockSpan> of(Ledger ledger) {
        List<ClockSpan> spans = new ArrayList<>();
        for (LocalDateTime moment : moments(ledger)) {
            ledger.asOf(moment).ifPresent(reading -> append(spans, reading));
        }
        return spans;
    }

    /** The stretches in which the applicant is awaited. */
    static List<Pause> standing(List<ClockSpan> spans) {
        return spans.stream()
                .filter(ClockSpan::waiting)
                .map(span -> new Pause(span.from, Objects.requireNonNullElse(span.to, LocalDateTime.MAX)))
                .toList();
    }

    private static TreeSet<LocalDateTime> moments(Ledger ledger) {
        TreeSet<LocalDateTime> moments =
                new TreeSet<>(ledger.terms().calendars().corrections());
        ledger.events().forEach(event -> moments.add(event.occurredAt()));
        return moments;
    }

    private static void append(List<ClockSpan> spans, ClockReading reading) {
        ClockSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        boolean over = reading.resolved() != null;
        if (last != null && last.to == null && (over || last.differsFrom(reading))) {
            spans.set(spans.size() - 1, new ClockSpan(last.from, reading.asOf(), last.due, last.waiting));
        }
        if (!over && (last == null || last.differsFrom(reading))) {
            spans.add(new ClockSpan(reading.asOf(), null, reading.due().lastInstant(), reading.waiting()));
        }
    }

    private boolean differsFrom(ClockReading reading) {
        return waiting != reading.waiting()
                || !Objects.equals(due, reading.due().lastInstant());
    }
}
