package vn.motcua.dossier;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Allowance;
import vn.motcua.calendar.WorkingTime;

/**
 * A form as somebody filled it in and it was accepted.
 *
 * @param taskKey the task of the process, {@link #START} for the filing itself
 * @param taskId the engine's, null for the filing; a name of its own for what was submitted beside the tasks
 * @param staffGroup whose task it was, null for the filing
 * @param agencyId the agency whose task it was
 * @param fields by key: text, numbers, truth values, lists of text
 * @param time how long the task was open, null for the filing
 */
public record Submission(
        String taskKey,
        @Nullable String taskId,
        String taskName,
        @Nullable String staffGroup,
        @Nullable Integer agencyId,
        String actor,
        LocalDateTime at,
        Map<String, Object> fields,
        @Nullable Time time) {

    public static final String START = "start";

    /** Papers that the applicant sent from the account when asked for them. */
    public static final String SUPPLEMENT = "supplement-sent";

    /** How the applicant wants the result, said after the filing. */
    public static final String RESULT_WISH = "result-wish";

    /**
     * @param opened when the task was opened
     * @param taken when whoever completed it took it, null for a task that was completed without being taken first
     * @param allowance ISO 8601 in working time of the agency, null where the due date was given as such
     * @param due as it last stood, null where the dossier waited
     */
    public record Time(
            LocalDateTime opened,
            @Nullable LocalDateTime taken,
            @Nullable String allowance,
            @Nullable LocalDateTime due) {

        /**
         * How long the task was to take; null where nothing says so.
         *
         * @param office the working time of the agency whose task it was
         */
        public @Nullable Duration allowed(WorkingTime office) {
            if (allowance != null) {
                return Allowance.parse(allowance).in(office.hours());
            }
            return due == null ? null : office.between(opened, due);
        }

        /** How a task that was completed then stood to its due date; null where it had none. */
        public @Nullable Timeliness timeliness(LocalDateTime at) {
            if (due == null) {
                return null;
            }
            boolean sameDay = at.toLocalDate().equals(due.toLocalDate());
            return at.isAfter(due) ? Timeliness.LATE : sameDay ? Timeliness.ON_TIME : Timeliness.EARLY;
        }
    }

    public Submission(
            String taskKey,
            @Nullable String taskId,
            String taskName,
            @Nullable String staffGroup,
            @Nullable Integer agencyId,
            String actor,
            LocalDateTime at,
            Map<String, Object> fields) {
        this(taskKey, taskId, taskName, staffGroup, agencyId, actor, at, fields, null);
    }
}
