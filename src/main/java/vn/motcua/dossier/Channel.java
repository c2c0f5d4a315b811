package vn.motcua.dossier;

/** How a dossier came; the numbers 1 to 3 are the national ones (KenhThucHien). */
public enum Channel {
    IN_PERSON,
    ONLINE,
    POST;

    public int number() {
        return ordinal() + 1;
    }
}
