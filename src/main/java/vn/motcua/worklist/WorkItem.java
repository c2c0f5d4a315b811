package vn.motcua.worklist;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param taskId the engine's
 * @param taskKey the task of the process, such as "appraisal"
 * @param staffGroup counter, officer or leader
 * @param agencyId the agency that has the task, which may be another than the dossier's
 * @param allowance ISO 8601 in working time of the agency, null where the due date is given as such
 * @param due null while the dossier waits for the applicant
 * @param taken when the assignee took or was given it, null while nobody has it
 */
public record WorkItem(
        String taskId,
        long dossierId,
        String taskKey,
        String name,
        String staffGroup,
        int agencyId,
        @Nullable String assignee,
        LocalDateTime created,
        @Nullable String allowance,
        @Nullable LocalDateTime due,
        @Nullable LocalDateTime taken) {

    public WorkItem(
            String taskId,
            long dossierId,
            String taskKey,
            String name,
            String staffGroup,
            int agencyId,
            @Nullable String assignee,
            LocalDateTime created,
            @Nullable String allowance,
            @Nullable LocalDateTime due) {
        this(taskId, dossierId, taskKey, name, staffGroup, agencyId, assignee, created, allowance, due, null);
    }
}
