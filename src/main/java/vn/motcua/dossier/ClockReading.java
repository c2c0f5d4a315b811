package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;

/**
 * What the clock of a received dossier says at a moment.
 *
 * @param effectiveReceipt the day from which the limit is counted (domain rule 2)
 * @param due the due date as it stood at that moment
 * @param waiting whether the applicant is awaited and the clock stands still
 * @param waitingSince since when, null when not waiting
 * @param overdue open, not waiting and past its due date
 * @param resolved when the result reached the desk, null while open
 * @param timeliness null while open; a withdrawn or stopped dossier is on time (domain rule 11)
 */
public record ClockReading(
        LocalDateTime asOf,
        LocalDateTime received,
        LocalDate effectiveReceipt,
        Deadline due,
        @Nullable LocalDateTime waitingSince,
        boolean overdue,
        @Nullable LocalDateTime resolved,
        @Nullable Timeliness timeliness) {

    public boolean waiting() {
        return waitingSince != null;
    }
}
