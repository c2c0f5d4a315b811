package vn.motcua.dossier;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it stands now; its history is its {@link Ledger}.
 *
 * @param versionId the procedure version in force at its receipt, kept to its end
 * @param agencyId the agency that handles it
 * @param acceptanceDue by when the desk must answer an online filing, null for a dossier received at the counter
 * @param acceptanceProvisional whether that deadline rests on a year without published days
 * @param answered when the desk answered it
 * @param due the last instant in time, null until received
 * @param dueProvisional whether the due date rests on a year without published days
 */
public record Dossier(
        long id,
        String code,
        int versionId,
        int agencyId,
        Channel channel,
        Applicant applicant,
        Status status,
        @Nullable LocalDateTime filed,
        @Nullable LocalDateTime acceptanceDue,
        boolean acceptanceProvisional,
        @Nullable LocalDateTime answered,
        @Nullable LocalDateTime received,
        @Nullable LocalDateTime due,
        boolean dueProvisional,
        @Nullable LocalDateTime waitingSince,
        @Nullable LocalDateTime resolved,
        @Nullable Outcome outcome,
        @Nullable Timeliness timeliness,
        @Nullable LocalDateTime returned) {

    /** The same dossier after a change of its clock. */
    Dossier keeping(Kept kept) {
        return new Dossier(
                id,
                code,
                versionId,
                agencyId,
                channel,
                applicant,
                kept.status(),
                kept.filed(),
                kept.acceptanceDue(),
                kept.acceptanceProvisional(),
                kept.answered(),
                kept.received(),
                kept.due(),
                kept.provisional(),
                kept.waitingSince(),
                kept.resolved(),
                kept.outcome(),
                kept.timeliness(),
                kept.returned());
    }

    Dossier underVersion(int version) {
        return new Dossier(
                id,
                code,
                version,
                agencyId,
                channel,
                applicant,
                status,
                filed,
                acceptanceDue,
                acceptanceProvisional,
                answered,
                received,
                due,
                dueProvisional,
                waitingSince,
                resolved,
                outcome,
                timeliness,
                returned);
    }

    Kept kept() {
        return new Kept(
                status,
                filed,
                acceptanceDue,
                acceptanceProvisional,
                answered,
                received,
                due,
                dueProvisional,
                waitingSince,
                resolved,
                outcome,
                timeliness,
                returned);
    }
}
