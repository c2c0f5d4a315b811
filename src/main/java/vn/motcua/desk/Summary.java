package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.page.DeadlineWords;

/**
 * What a leader reads before signing.
 *
 * @param subject what it is about, empty where nothing says so
 * @param own whether the leader has appraised the dossier himself and so may not decide it
 */
record Summary(
        String taskId,
        long dossierId,
        String code,
        String procedure,
        String applicant,
        String step,
        String agency,
        String subject,
        List<Opinion> opinions,
        boolean own,
        DeadlineWords.Told stepDue,
        DeadlineWords.@Nullable Told dossierDue) {

    /** @param decision what was proposed, null where nothing was */
    record Opinion(
            String step,
            String by,
            LocalDateTime at,
            @Nullable String decision,
            String text) {}
}
