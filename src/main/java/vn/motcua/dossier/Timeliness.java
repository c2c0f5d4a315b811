package vn.motcua.dossier;

import java.time.LocalDateTime;
import vn.motcua.calendar.Deadline;

/** How a resolved dossier stood to its due date (domain rule 10). */
public enum Timeliness {
    EARLY("trước hạn"),
    ON_TIME("đúng hạn"),
    LATE("quá hạn");

    private final String vietnamese;

    Timeliness(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    public String vietnamese() {
        return vietnamese;
    }

    /** Late after the last instant in time, on time on the due day itself, early on a day before. */
    public static Timeliness of(LocalDateTime resolved, Deadline due) {
        if (due.isMissedAt(resolved)) {
            return LATE;
        }
        return resolved.toLocalDate().equals(due.day()) ? ON_TIME : EARLY;
    }
}
