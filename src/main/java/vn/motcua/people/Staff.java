package vn.motcua.people;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;

/** The people who work here, with their groups and the agencies they serve. */
@Component
public class Staff {

    private final StaffRows rows;
    private final Agencies agencies;

    Staff(StaffRows rows, Agencies agencies) {
        this.rows = rows;
        this.agencies = agencies;
    }

    public Optional<StaffMember> find(String username) {
        return rows.account(StaffEntry.canonical(username)).map(Account::member);
    }

    public List<StaffMember> all() {
        return rows.all();
    }

    public List<StaffMember> inGroup(StaffGroup group) {
        return rows.inGroup(group);
    }

    /** Who belongs to one of these agencies. */
    public List<StaffMember> inAgencies(Collection<Integer> agencyIds) {
        return rows.inAgencies(agencyIds);
    }

    /** The full names of those usernames that are somebody's. */
    public Map<String, String> fullNames(Collection<String> usernames) {
        return rows.fullNames(usernames);
    }

    /** Who belongs to an agency or to what stands below it on a day. */
    public List<StaffMember> inSubtree(int agency, LocalDate day) {
        return rows.inAgencies(agencies.tree().subtree(agency, day));
    }

    /** The codes of the member's agency and all below it on a day; of all agencies for somebody above them. */
    public Set<String> agenciesServed(StaffMember member, LocalDate day) {
        Integer own = member.agencyId();
        Set<Integer> subtree = own == null ? Set.of() : agencies.tree().subtree(own, day);
        return agencies.all().stream()
                .filter(agency -> own == null || subtree.contains(agency.id()))
                .map(Agency::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
