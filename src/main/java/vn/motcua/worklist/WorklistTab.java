package vn.motcua.worklist;

/**
 * What of a list is shown. A task burns when the earlier of two dates comes: the due date of its step and, while the
 * dossier's clock runs, that of the dossier. So a step that still has time is overdue when its dossier is, and a result
 * that waits to be fetched is not overdue because the dossier's due date has passed. What waits for the applicant is
 * never overdue: it is in {@link #WAITING} and {@link #ALL} alone.
 */
public enum WorklistTab {
    /** The date is past. */
    OVERDUE("not w.waiting and w.urgent_at < :now"),
    /** The date comes later today. */
    TODAY("not w.waiting and w.urgent_at >= :now and w.urgent_at < :tomorrow"),
    /** The date comes by the end of the second working day after today; what is due today is among them. */
    SOON("not w.waiting and w.urgent_at >= :now and w.urgent_at < :later"),
    /** The clock stands, or has not begun, until the applicant brings papers or pays. */
    WAITING("w.waiting"),
    ALL("true");

    private final String sql;

    WorklistTab(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
