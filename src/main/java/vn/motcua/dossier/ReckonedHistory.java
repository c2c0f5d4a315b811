package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.Deadline;

/** A dossier of the past with its clock computed, ready to be stored. */
public final class ReckonedHistory {

    private final History history;
    private final Kept kept;
    private final List<ClockSpan> spans;
    private final List<Optional<Deadline>> dues;

    private ReckonedHistory(History history, Ledger ledger) {
        this.history = history;
        this.kept = Kept.of(ledger, history.events().get(0).recordedAt());
        this.spans = ClockSpan.of(ledger);
        this.dues = dues(ledger);
    }

    /** @throws vn.motcua.calendar.CalendarRangeException when a date lies where there is no calendar */
    public static ReckonedHistory of(History history, CalendarHistory calendars) {
        ClockTerms terms = ClockTerms.of(history.version(), history.agency(), calendars);
        return new ReckonedHistory(history, Ledger.of(history.events(), terms));
    }

    public History history() {
        return history;
    }

    Kept kept() {
        return kept;
    }

    List<ClockSpan> spans() {
        return spans;
    }

    /** The due date as it stood after each event, empty before the receipt. */
    List<Optional<Deadline>> dues() {
        return dues;
    }

    private static List<Optional<Deadline>> dues(Ledger ledger) {
        List<Optional<Deadline>> dues = new ArrayList<>();
        for (int seq = 1; seq <= ledger.events().size(); seq++) {
            LocalDateTime at = ledger.events().get(seq - 1).occurredAt();
            dues.add(ledger.first(seq).asOf(at).map(ClockReading::due));
        }
        return dues;
    }
}
