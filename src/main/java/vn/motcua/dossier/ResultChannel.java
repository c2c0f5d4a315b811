package vn.motcua.dossier;

/** How the applicant wants the result; kept in the dossier's fields under {@link #FIELD} and {@link #ADDRESS_FIELD}. */
public enum ResultChannel {
    COUNTER,
    POST;

    public static final String FIELD = "resultChannel";
    public static final String ADDRESS_FIELD = "resultAddress";
}
