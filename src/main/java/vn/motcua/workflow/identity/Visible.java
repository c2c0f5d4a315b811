package vn.motcua.workflow.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/** Whom and which agencies somebody may find in the engine: all, for the application itself and for administrators. */
final class Visible {

    private final boolean all;
    private final String own;
    private final Set<String> agencies;

    private Visible(boolean all, String own, List<String> agencies) {
        this.all = all;
        this.own = own;
        this.agencies = new HashSet<>(agencies);
    }

    static Visible to(@Nullable Authentication who, Directory directory) {
        if (who == null || who.getUserId() == null) {
            return new Visible(true, "", List.of());
        }
        List<String> groups = who.getGroupIds() == null ? List.of() : who.getGroupIds();
        List<String> agencies =
                directory.find(who.getUserId()).map(Person::agencies).orElse(List.of());
        String own = agencies.isEmpty() ? "" : agencies.get(0);
        return new Visible(groups.contains(Groups.CAMUNDA_ADMIN), own, agencies);
    }

    /** People of the agencies at and below one's own, and those above who serve one's own. */
    boolean has(Person person) {
        return all
                || person.agencies().contains(own)
                || agencies.contains(String.valueOf(person.member().agencyCode()));
    }

    boolean has(String agency) {
        return all || agencies.contains(agency);
    }
}
