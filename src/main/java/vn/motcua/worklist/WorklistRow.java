package vn.motcua.worklist;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Status;

/**
 * An open task as a list shows it.
 *
 * @param step the task's name
 * @param assignee who has it, null for nobody
 * @param assigneeName the full name of that person
 * @param agencyName of the agency that has the task
 * @param created since when the task has been open
 * @param received when the dossier was received, null before
 * @param due of the step, null while it waits with the dossier
 * @param dossierDue of the dossier as it last stood, null until received
 * @param urgent the date that orders the list, see {@link WorklistTab}; null for none
 * @param waiting whether the applicant has to do something first
 * @param waitingSince since when the dossier's clock has stood, null before acceptance too
 */
public record WorklistRow(
        String taskId,
        long dossierId,
        String dossierCode,
        String applicant,
        String procedureCode,
        String procedureName,
        String step,
        String staffGroup,
        @Nullable String assignee,
        @Nullable String assigneeName,
        int agencyId,
        String agencyName,
        Channel channel,
        LocalDateTime created,
        @Nullable LocalDateTime received,
        @Nullable LocalDateTime due,
        @Nullable LocalDateTime dossierDue,
        @Nullable LocalDateTime urgent,
        boolean waiting,
        @Nullable LocalDateTime waitingSince,
        Status status) {}
