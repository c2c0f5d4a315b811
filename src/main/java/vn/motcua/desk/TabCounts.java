package vn.motcua.desk;

import io.swagger.v3.oas.annotations.media.Schema;
import vn.motcua.worklist.WorklistCounts;
import vn.motcua.worklist.WorklistTab;

/**
 * How many tasks each tab has.
 *
 * @param countedUpTo a greater number only says that there are more than these
 */
record TabCounts(
        int overdue,
        int today,
        int soon,
        int waiting,
        int all,

        @Schema(description = "Chỉ đếm đến số này; số lớn hơn nghĩa là còn nhiều hơn")
        int countedUpTo) {

    static TabCounts of(WorklistCounts counts) {
        return new TabCounts(
                counts.of(WorklistTab.OVERDUE),
                counts.of(WorklistTab.TODAY),
                counts.of(WorklistTab.SOON),
                counts.of(WorklistTab.WAITING),
                counts.of(WorklistTab.ALL),
                WorklistCounts.CAP);
    }
}
