package vn.motcua.worklist;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * That a task was given to somebody, or given back.
 *
 * @param assignee who has it from then on, null for nobody
 * @param actor who gave it
 */
public record Assignment(
        String taskId,
        String taskName,
        @Nullable String assignee,
        String actor,
        @Nullable String reason,
        LocalDateTime at) {}
