package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;

/**
 * Finds the EICAR test file, with which an office checks that infected files are refused, anywhere in what passes by. It
 * does no harm itself.
 */
final class TestVirus {

    /** The other way round: whoever scans this program must not find it here. */
    private static final byte[] MARK = new StringBuilder(
                    "*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X")
            .reverse()
            .toString()
            .getBytes(StandardCharsets.US_ASCII);

    /** How much of the mark's beginning is also the end of its first n bytes. */
    private static final int[] FALL_BACK = fallBack();

    private int matched;
    private boolean found;

    void pass(byte[] bytes, int length) {
        for (int i = 0; i < length && !found; i++) {
            while (matched > 0 && MARK[matched] != bytes[i]) {
                matched = FALL_BACK[matched - 1];
            }
            matched += MARK[matched] == bytes[i] ? 1 : 0;
            found = matched == MARK.length;
        }
    }

    boolean isFound() {
        return found;
    }

    private static int[] fallBack() {
        int[] lengths = new int[MARK.length];
        int length = 0;
        for (int i = 1; i < MARK.length; i++) {
            while (length > 0 && MARK[length] != MARK[i]) {
                length = lengths[length - 1];
            }
            length += MARK[length] == MARK[i] ? 1 : 0;
            lengths[i] = length;
        }
        return lengths;
    }
}
