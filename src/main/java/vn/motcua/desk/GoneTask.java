package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody wanted to work on and that is over.
 *
 * @param by who completed it or did what made it needless, null where nobody knows
 * @param decision what was decided, or what was done, in words
 * @param kept what the person had typed, to be copied
 */
record GoneTask(
        String code,
        String step,
        @Nullable String by,
        LocalDateTime at,
        @Nullable String decision,
        List<Kept> kept) {

    /** Words that are not lost. */
    record Kept(String label, String text) {}

    boolean isBy(String name) {
        return name.equals(by);
    }
}
