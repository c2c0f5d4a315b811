package vn.motcua.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Paper;

/**
 * A row of the checklist as it was filled in.
 *
 * @param asked whether the procedure names it; of others the clerk writes the name
 * @param originals as typed
 */
public record PaperRow(
        int position,
        String name,
        boolean asked,
        int requiredOriginals,
        int requiredCopies,
        boolean handedIn,
        String originals,
        String copies) {

    public static final String TICK = "in";
    public static final String NAME = "name";
    public static final String ORIGINALS = "originals";
    public static final String COPIES = "copies";

    private static final Pattern COUNT = Pattern.compile("\\d{1,3}");
    private static final int LONGEST_NAME = 200;

    public static String field(int position, String what) {
        return "paper-%d-%s".formatted(position, what);
    }

    public String field(String what) {
        return field(position, what);
    }

    /** Whether there is anything to keep in this row. */
    public boolean isUsed() {
        return asked || !name.isEmpty();
    }

    /** The key of the sentence that says what to change; null where nothing is wrong. */
    public @Nullable String problem() {
        if (!isUsed() || !handedIn) {
            return null;
        }
        if (name.length() > LONGEST_NAME) {
            return "intake.paper.longName";
        }
        if (count(originals).isEmpty() || count(copies).isEmpty()) {
            return "intake.paper.noCount";
        }
        return total() == 0 ? "intake.paper.none" : null;
    }

    private int total() {
        return count(originals).orElse(0) + count(copies).orElse(0);
    }

    public Paper paper() {
        return new Paper(
                name,
                requiredOriginals,
                requiredCopies,
                handedIn ? count(originals).orElse(0) : 0,
                handedIn ? count(copies).orElse(0) : 0);
    }

    /** An empty box counts nothing. */
    private static Optional<Integer> count(String text) {
        return text.isEmpty()
                ? Optional.of(0)
                : Optional.of(text)
                        .filter(digits -> COUNT.matcher(digits).matches())
                        .map(Integer::valueOf);
    }
}
