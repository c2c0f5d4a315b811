package vn.motcua.worklist;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose tasks are looked at; nothing outside is ever shown.
 *
 * @param agencies that have the tasks: one, or a whole subtree
 * @param staffGroups that have the tasks: one's own, or all that work in the agency
 * @param assignee whose tasks alone, null for everybody's and nobody's
 */
public record WorklistScope(
        Set<Integer> agencies,
        Set<String> staffGroups,
        @Nullable String assignee) {

    public WorklistScope {
        agencies = Set.copyOf(agencies);
        staffGroups = Set.copyOf(staffGroups);
    }
}
