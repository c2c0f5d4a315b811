package vn.motcua.dossier;

import java.util.List;
import vn.motcua.calendar.CalendarHistory;

/** A dossier of the past with its clock computed, ready to be stored. */
public final class ReckonedHistory {

    private final History history;
    private final Ledger ledger;
    private final Kept kept;
    private final List<ClockSpan> spans;

    private ReckonedHistory(History history, Ledger ledger) {
        this.history = history;
        this.ledger = ledger;
        this.kept = Kept.of(ledger, history.events().get(0).recordedAt());
        this.spans = ClockSpan.of(ledger);
    }

    /** @throws vn.motcua.calendar.CalendarRangeException when a date lies where there is no calendar */
    public static ReckonedHistory of(History history, CalendarHistory calendars) {
        ClockTerms terms = ClockTerms.of(history.version(), history.agency(), calendars);
        return new ReckonedHistory(history, Ledger.of(history.events(), terms));
    }

    public History history() {
        return history;
    }

    Ledger ledger() {
        return ledger;
    }

    Kept kept() {
        return kept;
    }

    List<ClockSpan> spans() {
        return spans;
    }
}
