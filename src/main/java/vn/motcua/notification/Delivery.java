package vn.motcua.notification;

/**
 * What came of handing a letter over.
 *
 * @param reply in the words of the other side, empty for none
 */
public record Delivery(Outcome outcome, String reply) {

    /** How a letter fared; the name in lower case is what the outbox keeps as the problem. */
    public enum Outcome {
        SENT,
        /** The other side cannot be reached at all: this letter and all others wait. */
        UNREACHABLE,
        /** Not taken this time. */
        PUT_OFF,
        /** Not taken, now or ever. */
        REFUSED,
        /** The address is none. */
        NO_ADDRESS,
        /** It could not be worded, as by a template of the office that has a mistake. */
        UNWORDED,
        /** It waited too long to be of use. */
        EXPIRED,
        /** Handed over, and no word whether it was taken: never sent again by itself. */
        UNSURE
    }

    static Delivery of(Outcome outcome) {
        return new Delivery(outcome, "");
    }

    static Delivery of(Outcome outcome, Exception reply) {
        return new Delivery(outcome, String.valueOf(reply.getMessage()));
    }
}
