package vn.motcua.documents;

import java.util.List;
import java.util.Optional;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Ledger;

/** The row of the ledger that a form tells about. */
record Occasion(int seq, ClockEvent event) {

    /** The last one of the form's kind; the first for the sheet that tells about the whole way. */
    static Optional<Occasion> of(PrintForm form, Ledger ledger) {
        List<ClockEvent> events = ledger.events();
        Occasion found = null;
        for (int seq = 1; seq <= events.size(); seq++) {
            ClockEvent event = events.get(seq - 1);
            if (form.tellsAbout(event.kind()) && (found == null || form != PrintForm.CONTROL_SHEET)) {
                found = new Occasion(seq, event);
            }
        }
        return Optional.ofNullable(found);
    }
}
