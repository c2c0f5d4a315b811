package vn.motcua.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a list within a command.
 *
 * @param username null for the application itself
 * @param agencies the codes of those whose tasks the person sees, null for all
 */
record Viewer(
        @Nullable String username,
        List<String> groups,
        @Nullable List<String> agencies) {

    private static final List<String> WORKERS = List.of("counter", "officer", "leader");

    static Viewer now() {
        Authentication who = Context.getCommandContext().getAuthentication();
        if (who == null || who.getUserId() == null) {
            return new Viewer(null, WORKERS, null);
        }
        List<String> groups = who.getGroupIds() == null ? List.of() : who.getGroupIds();
        if (groups.contains(Groups.CAMUNDA_ADMIN)) {
            return new Viewer(who.getUserId(), WORKERS, null);
        }
        List<String> own = groups.stream().filter(WORKERS::contains).toList();
        List<String> agencies = who.getTenantIds() == null ? List.of() : who.getTenantIds();
        return new Viewer(who.getUserId(), own.isEmpty() ? WORKERS : own, agencies);
    }
}
