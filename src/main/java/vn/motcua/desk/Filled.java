package vn.motcua.desk;

import org.jspecify.annotations.Nullable;

/**
 * A field as it was filled in, in words.
 *
 * @param value empty for a tick
 * @param ticked null where it is none
 */
record Filled(
        String key, String label, String value, @Nullable Boolean ticked) {

    /** What was decided stands out. */
    public boolean isDecision() {
        return key.equals("decision");
    }
}
