package vn.motcua.notification;

import java.util.Locale;

/** How the sending of a letter stands. */
enum LetterState {
    WAITING,
    SENDING,
    SENT,
    /** Refused for good, or tried for days. */
    FAILED,
    /** Handed over perhaps: whoever had it died. */
    UNSURE,
    /** An administrator does not want it to be sent any more. */
    DROPPED;

    /** As the outbox has it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
