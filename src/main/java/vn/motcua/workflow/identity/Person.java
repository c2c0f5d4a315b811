package vn.motcua.workflow.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import vn.motcua.people.StaffGroup;
import vn.motcua.people.StaffMember;

/**
 * Somebody as the engine knows people.
 *
 * @param agencies whose dossiers the person sees; the own agency first, for what the person files belongs to that
 */
public record Person(StaffMember member, List<String> agencies) {

    public String username() {
        return member.username();
    }

    public List<String> groups() {
        return groupsOf(member.group());
    }

    static List<String> groupsOf(StaffGroup group) {
        return group == StaffGroup.ADMIN ? List.of(group.code(), Groups.CAMUNDA_ADMIN) : List.of(group.code());
    }
}
