package vn.motcua.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.motcua.dossier.OnlineApplicant;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffGroup;
import vn.motcua.people.StaffMember;

/** The names of those who acted, as one printed form needs them: each is looked up once. */
final class People {

    private final Staff staff;
    private final Map<String, Optional<StaffMember>> known = new HashMap<>();

    People(Staff staff) {
        this.staff = staff;
    }

    /** The full name of a staff member; what else acts goes by the name it has. */
    String name(String actor) {
        return find(actor).map(StaffMember::fullName).orElse(OnlineApplicant.shown(actor));
    }

    /** Who signs: a staff member by name, nobody for what a timer or an applicant did. */
    String signer(String actor) {
        return find(actor).map(StaffMember::fullName).orElse("");
    }

    /** The name where a leader acted; what a clerk entered, a leader still has to sign. */
    String leader(String actor) {
        return find(actor).filter(People::isLeader).map(StaffMember::fullName).orElse("");
    }

    String office(String actor) {
        return find(actor).filter(People::isLeader).isPresent()
                ? "Thủ trưởng cơ quan, đơn vị"
                : "Người tiếp nhận hồ sơ";
    }

    private static boolean isLeader(StaffMember member) {
        return member.group() == StaffGroup.LEADER || member.group() == StaffGroup.MANAGER;
    }

    boolean isStaff(String actor) {
        return find(actor).isPresent();
    }

    private Optional<StaffMember> find(String actor) {
        return known.computeIfAbsent(actor, staff::find);
    }
}
