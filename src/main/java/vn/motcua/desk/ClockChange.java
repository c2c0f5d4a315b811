package vn.motcua.desk;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.dossier.ClockEvent;

/**
 * What happened to a dossier's clock.
 *
 * @param reason null also where what was filled in says it already
 * @param due the due date from then on, where it became another one
 */
record ClockChange(
        ClockEvent event, @Nullable String reason, @Nullable Deadline due) {

    /** When it was entered, where that was not at once. */
    public @Nullable LocalDateTime enteredLater() {
        return event.recordedAt().isAfter(event.occurredAt().plusMinutes(1)) ? event.recordedAt() : null;
    }

    ClockChange withoutReason() {
        return new ClockChange(event, null, due);
    }
}
