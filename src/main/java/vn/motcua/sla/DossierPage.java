package vn.motcua.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list behind a figure.
 *
 * @param next the cursor of the next part, null for the last
 */
public record DossierPage(List<DossierRow> rows, @Nullable String next) {}
