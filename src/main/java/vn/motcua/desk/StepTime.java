package vn.motcua.desk;

import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Timeliness;

/**
 * How long a finished step took, in words of working time.
 *
 * @param took null where the dossier's clock stood all the while; else without what the dossier's clock stood meanwhile
 * @param waited how long the clock stood while the step was open, null for not at all
 * @param allowed null where nothing says how long the step may take
 * @param timeliness null where the step had no due date
 */
record StepTime(
        @Nullable String took,
        @Nullable String waited,
        @Nullable String allowed,
        @Nullable Timeliness timeliness) {

    public boolean isLate() {
        return timeliness == Timeliness.LATE;
    }
}
