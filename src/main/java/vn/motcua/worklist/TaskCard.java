package vn.motcua.worklist;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to read of an open task's dossier in a list.
 *
 * @param agencyId the dossier's, whose office hours count
 * @param due of the dossier as it last stood, null until received
 * @param waitingSince since when its clock has stood, null while it runs
 * @param resolved whether its clock is over
 */
public record TaskCard(
        String taskId,
        String dossierCode,
        String applicant,
        int agencyId,
        @Nullable LocalDateTime due,
        @Nullable LocalDateTime waitingSince,
        boolean resolved) {}
