package vn.motcua.dossier;

/**
 * A paper of a dossier: one that the procedure asks for, or another that was handed in.
 *
 * @param requiredOriginals how many the procedure asks for, 0 where it does not
 * @param originals how many were handed in
 */
public record Paper(String name, int requiredOriginals, int requiredCopies, int originals, int copies) {

    public boolean isHandedIn() {
        return originals + copies > 0;
    }

    /** Asked for by the procedure and not there at all; whether the case at hand needs it, the clerk decides. */
    public boolean isMissing() {
        return !isHandedIn() && requiredOriginals + requiredCopies > 0;
    }
}
