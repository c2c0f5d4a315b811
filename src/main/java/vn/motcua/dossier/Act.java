package vn.motcua.dossier;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * By whom, when and why an operation on a dossier is done.
 *
 * @param actor the staff member, applicant or program
 * @param occurredAt when it happened, null for now; never in the future nor before the dossier's last event
 * @param reason why, where the operation needs or has one
 * @param key the caller's own key of this operation: the same key on the same dossier again changes nothing and answers
 *     as the first time, so a retry is safe
 */
public record Act(
        String actor,
        @Nullable LocalDateTime occurredAt,
        @Nullable String reason,
        @Nullable String key) {

    public static Act by(String actor) {
        return new Act(actor, null, null, null);
    }

    public Act at(LocalDateTime occurredAt) {
        return new Act(actor, occurredAt, reason, key);
    }

    public Act because(@Nullable String reason) {
        return new Act(actor, occurredAt, reason, key);
    }

    public Act withKey(String key) {
        return new Act(actor, occurredAt, reason, key);
    }
}
