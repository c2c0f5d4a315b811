package vn.motcua.workflow.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    private final Staff staff;
    private final Agencies agencies;
    private final Clock clock;
    private @Nullable Tree tree;

    /** The agencies and their places, and what stands under those that somebody asked for. */
    private record Tree(
            Instant at, LocalDate day, List<Agency> all, AgencyTree places, Map<Integer, List<String>> below) {

        /** What stands under an agency, the agency itself first; everything for no agency. */
        List<String> under(@Nullable Integer agency) {
            return agency == null
                    ? all.stream().map(Agency::code).toList()
                    : below.computeIfAbsent(agency, this::ownFirst);
        }

        private List<String> ownFirst(int own) {
            Set<Integer> subtree = places.subtree(own, day);
            return all.stream()
                    .filter(agency -> subtree.contains(agency.id()))
                    .sorted(Comparator.comparing(agency -> agency.id() != own))
                    .map(Agency::code)
                    .toList();
        }
    }

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
        return new Person(member, tree().under(member.agencyId()));
    }

    private synchronized Tree tree() {
        Instant now = clock.instant();
        Tree known = tree;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(FRESH) >= 0) {
            known = new Tree(now, LocalDate.now(clock), agencies.all(), agencies.tree(), new ConcurrentHashMap<>());
            tree = known;
        }
        return known;
    }
}
