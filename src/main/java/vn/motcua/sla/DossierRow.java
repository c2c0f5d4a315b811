package vn.motcua.sla;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Timeliness;

/**
 * A dossier behind a figure, as it was at the moment of judgement; what is done with it is told as of today.
 *
 * @param received null for one that was refused at intake
 * @param due the last instant in time, of a resolved dossier the one it was judged by
 * @param ended when it was resolved, or refused at intake; null while it was open
 * @param waiting whether its clock stood
 * @param officer full name of whoever last worked on it as an officer, null where nobody has
 * @param lateStep the step during which it became late, null where it did not or nobody knows
 * @param lateStepBy full name of whoever had that step
 * @param daysLate working days past the due day; null for one that is not late, 0 for late on the due day itself
 * @param step the most urgent task that is open today, null where none is
 * @param holder full name of whoever has that task, null while nobody has taken it
 * @param processInstance the engine's, null for one that runs no more
 */
public record DossierRow(
        long id,
        String code,
        String applicant,
        String procedureCode,
        String procedureName,
        String agencyCode,
        String agencyName,
        int agencyId,
        Channel channel,
        @Nullable LocalDateTime received,
        @Nullable LocalDateTime due,
        boolean provisional,
        @Nullable LocalDateTime ended,
        @Nullable Timeliness timeliness,
        @Nullable Outcome outcome,
        boolean waiting,
        @Nullable String officer,
        @Nullable String lateStep,
        @Nullable String lateStepBy,
        @Nullable Integer daysLate,
        @Nullable String step,
        @Nullable String holder,
        @Nullable String processInstance) {}
