package vn.motcua.workflow.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyTree;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffMember;
import vn.motcua.workflow.engine.EngineRoom;

/** The enabled staff, read from their accounts each time; which agency stands under which is read twice a minute. */
@EngineRoom
public class Directory {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int EVERYWHERE = 0;

    private final Staff staff;
    private final Agencies agencies;
    private final Clock clock;
    private Tree tree = new Tree(Instant.MIN, Map.of(), List.of());

    /** What stands under each agency by its id, the agency itself first; and all agencies. */
    private record Tree(Instant at, Map<Integer, List<String>> below, List<Agency> all) {}

    Directory(Staff staff, Agencies agencies, Clock clock) {
        this.staff = staff;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** The person of that name, unless the account is disabled. */
    public Optional<Person> find(String username) {
        return staff.find(username)
                .filter(member -> member.enabled() && member.username().equals(username))
                .map(this::person);
    }

    List<Person> all() {
        return staff.all().stream()
                .filter(StaffMember::enabled)
                .map(this::person)
                .toList();
    }

    /** The names of all agencies by their codes. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        tree().all().forEach(agency -> names.put(agency.code(), agency.name()));
        return names;
    }

    private Person person(StaffMember member) {
        Integer agency = member.agencyId();
        return new Person(member, tree().below().getOrDefault(agency == null ? EVERYWHERE : agency, List.of()));
    }

    private synchronized Tree tree() {
        Instant now = clock.instant();
        if (tree.at().equals(Instant.MIN)
                || Duration.between(tree.at(), now).abs().compareTo(FRESH) >= 0) {
            tree = read(now);
        }
        return tree;
    }

    private Tree read(Instant now) {
        List<Agency> all = agencies.all();
        AgencyTree places = agencies.tree();
        LocalDate today = LocalDate.now(clock);
        Map<Integer, List<String>> below = new HashMap<>();
        below.put(EVERYWHERE, all.stream().map(Agency::code).toList());
        all.forEach(agency -> below.put(agency.id(), ownFirst(agency, places.subtree(agency.id(), today), all)));
        return new Tree(now, Map.copyOf(below), all);
    }

    private static List<String> ownFirst(Agency own, Set<Integer> subtree, List<Agency> all) {
        List<String> codes = new ArrayList<>(List.of(own.code()));
        all.stream()
                .filter(agency -> agency.id() != own.id() && subtree.contains(agency.id()))
                .map(Agency::code)
                .forEach(codes::add);
        return List.copyOf(codes);
    }
}
