package vn.motcua.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyTree;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.worklist.WorklistScope;

/** Whose tasks somebody may see. The session knows the agency; what stands under it is read twice a minute. */
@Component
class Scopes {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Set<String> WORKERS =
            Set.of(StaffGroup.COUNTER.code(), StaffGroup.OFFICER.code(), StaffGroup.LEADER.code());

    private final Agencies agencies;
    private final Clock clock;
    private @Nullable Tree tree;

    private record Tree(LocalDateTime read, Set<Integer> all, AgencyTree places, Map<Integer, Set<Integer>> below) {

        boolean isFresh(LocalDateTime now) {
            return read.toLocalDate().equals(now.toLocalDate())
                    && Duration.between(read, now).abs().compareTo(FRESH) < 0;
        }

        Set<Integer> under(@Nullable Integer agency) {
            LocalDate day = read.toLocalDate();
            return agency == null ? all : below.computeIfAbsent(agency, own -> places.subtree(own, day));
        }
    }

    Scopes(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * The tasks of one's own group in one's agency and all below it; managers and administrators see all groups.
     *
     * @param mine whether those alone that the person has taken
     */
    WorklistScope of(SignedIn who, boolean mine) {
        return of(who, mine ? Whose.MINE : Whose.GROUP);
    }

    /** {@link Whose#AGENCY} is the tasks of all groups, to look at. */
    WorklistScope of(SignedIn who, Whose whose) {
        String group = who.group().code();
        return new WorklistScope(
                tree().under(who.agencyId()),
                WORKERS.contains(group) && whose != Whose.AGENCY ? Set.of(group) : WORKERS,
                whose == Whose.MINE ? who.username() : null);
    }

    private synchronized Tree tree() {
        LocalDateTime now = LocalDateTime.now(clock);
        Tree known = tree;
        if (known == null || !known.isFresh(now)) {
            List<Agency> all = agencies.all();
            known = new Tree(
                    now,
                    all.stream().map(Agency::id).collect(Collectors.toUnmodifiableSet()),
                    agencies.tree(),
                    new ConcurrentHashMap<>());
            tree = known;
        }
        return known;
    }
}
