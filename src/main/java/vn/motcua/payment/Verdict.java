package vn.motcua.payment;

/** What became of a report of a gateway. */
enum Verdict {
    /** It changed the order. */
    TAKEN,
    /** Nothing new. */
    KNOWN,
    UNKNOWN_ORDER,
    OTHER_AMOUNT,
    /** Said failed of what it had said paid. */
    CONTRADICTION;

    boolean isRefused() {
        return this == UNKNOWN_ORDER || this == OTHER_AMOUNT || this == CONTRADICTION;
    }
}
