package vn.motcua.dossier;

import org.jspecify.annotations.Nullable;

/**
 * One step of how a due date came about.
 *
 * @param rule the number of the counting rule, 1 to 12
 * @param text for people, in Vietnamese
 * @param article where the law says so, null where practice does
 * @param result the date or moment the step arrives at, ISO 8601; null where it arrives at none
 */
public record ReckoningStep(
        int rule,
        String text,
        @Nullable String article,
        @Nullable String result) {}
