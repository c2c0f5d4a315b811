package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A finished step in minutes of working time, without the time in which the dossier's clock stood.
 *
 * @param worked of the agency that had the step
 * @param waited how much of its office time the clock stood meanwhile
 * @param allowed null where nothing says how long the step may take
 * @param late null where the step had no due date
 * @param toResult of the agency that handles the dossier, from the opening of the step to the result; null without a
 *     result, and for what came after it
 * @param settled whether nothing about it will change
 */
record StepPass(
        int worked,
        int waited,
        @Nullable Integer allowed,
        @Nullable Boolean late,
        @Nullable Integer toResult,
        boolean settled) {

    /** As it was before the dossier came to its end. */
    StepPass unsettled() {
        return new StepPass(worked, waited, allowed, late, null, false);
    }

    static StepPass read(ResultSet row, int n) throws SQLException {
        return new StepPass(
                row.getInt("worked_minutes"),
                row.getInt("waited_minutes"),
                row.getObject("allowed_minutes", Integer.class),
                row.getObject("late", Boolean.class),
                row.getObject("to_result_minutes", Integer.class),
                row.getBoolean("settled"));
    }
}
