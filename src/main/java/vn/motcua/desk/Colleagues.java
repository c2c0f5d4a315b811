package vn.motcua.desk;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.people.SignedIn;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffGroup;
import vn.motcua.people.StaffMember;

/** To whom somebody may give a task: people of the same group in the same agency, and for leaders of every group there. */
@Component
class Colleagues {

    private static final Set<StaffGroup> WORKERS = Set.of(StaffGroup.COUNTER, StaffGroup.OFFICER, StaffGroup.LEADER);

    private final Staff staff;

    Colleagues(Staff staff) {
        this.staff = staff;
    }

    /** Whether the person works on tasks, and does not only look at them. */
    static boolean works(SignedIn who) {
        return WORKERS.contains(who.group());
    }

    List<StaffMember> of(SignedIn who) {
        Integer agency = who.agencyId();
        if (agency == null || !works(who)) {
            return List.of();
        }
        return staff.inAgencies(Set.of(agency)).stream()
                .filter(member -> member.enabled() && WORKERS.contains(member.group()))
                .filter(member -> who.group() == StaffGroup.LEADER || member.group() == who.group())
                .toList();
    }
}
