package vn.motcua.desk;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Timeliness;

/**
 * A row of the control sheet: a dossier passes from one group or agency to another.
 *
 * @param given when the task of the receiver was opened
 * @param received when somebody took it; when it was opened, where nobody took it before completing it
 * @param due by when the receiver is to be done, null where nothing says so
 * @param done when the receiver was done, null while not
 * @param timeliness late, too, while not done after the due date; else null while not done
 */
record HandOver(
        Party giver,
        Party receiver,
        String step,
        LocalDateTime given,
        @Nullable LocalDateTime received,
        @Nullable LocalDateTime due,
        @Nullable LocalDateTime done,
        @Nullable Timeliness timeliness) {

    /**
     * Who gives or receives.
     *
     * @param person the username, or what else stands for who it is; null while nobody has taken the task
     * @param group counter, officer or leader; null for the applicant
     */
    record Party(
            @Nullable String person,
            @Nullable String group,
            @Nullable Integer agencyId,
            String agency) {

        boolean isSamePlace(Party other) {
            return group != null && group.equals(other.group) && agency.equals(other.agency);
        }
    }
}
