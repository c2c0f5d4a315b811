package vn.motcua.intake;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that is being entered, at the counter or by the applicant.
 *
 * @param agencyId that receives it
 * @param dossierCode what it became, null while it is being entered
 */
public record IntakeDraft(
        UUID id,
        String owner,
        int agencyId,
        String procedure,
        IntakeEntry entry,
        LocalDateTime changed,
        @Nullable String dossierCode) {

    /** Of the filing, so that a second click files nothing. */
    public String key() {
        return "intake " + id;
    }
}
