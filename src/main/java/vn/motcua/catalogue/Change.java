package vn.motcua.catalogue;

/** What writing an entry of a list did. */
public enum Change {
    NEW,
    CHANGED,
    UNCHANGED
}
