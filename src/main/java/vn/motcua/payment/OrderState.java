package vn.motcua.payment;

/** How far a payment is. */
public enum OrderState {
    BEGUN,
    /** The dossier has gone on with it. */
    PAID,
    /** The money is here; the dossier will go on with it unless its withdrawal is agreed. */
    HELD,
    /** The money is here and nothing waited for it: it is to be paid back. */
    SURPLUS,
    PAID_BACK,
    FAILED,
    LAPSED;

    public boolean isReceived() {
        return this == PAID || this == HELD || this == SURPLUS || this == PAID_BACK;
    }
}
