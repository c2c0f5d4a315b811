package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody filled it in and it was accepted.
 *
 * @param taskKey the task of the process, {@link #START} for the filing itself
 * @param taskId the engine's, null for the filing
 * @param staffGroup whose task it was, null for the filing
 * @param agencyId the agency whose task it was
 * @param fields by key: text, numbers, truth values, lists of text
 */
public record Submission(
        String taskKey,
        @Nullable String taskId,
        String taskName,
        @Nullable String staffGroup,
        @Nullable Integer agencyId,
        String actor,
        LocalDateTime at,
        Map<String, Object> fields) {

    public static final String START = "start";
}
