package vn.motcua.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of the worklist, soonest first.
 *
 * @param next the cursor of the page after, null on the last
 * @param previous the cursor of the page before, null on the first
 */
public record WorklistPage(
        List<WorklistRow> rows,
        @Nullable String next,
        @Nullable String previous) {}
