package vn.motcua.page;

import java.util.Locale;

/** How much a deadline burns. */
public enum Urgency {
    OVERDUE,
    TODAY,
    /** By the end of the second working day after today. */
    SOON,
    LATER,
    /** The clock stands. */
    WAITING,
    NONE;

    /** The class of its colour. */
    public String css() {
        return "mc-burn-" + name().toLowerCase(Locale.ROOT);
    }
}
