package vn.motcua.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;

/** Whose reports somebody may see: those of the own agency and of what stands below it today. */
@Component
class ReportRights {

    private static final Set<StaffGroup> READERS = EnumSet.of(StaffGroup.LEADER, StaffGroup.MANAGER, StaffGroup.ADMIN);

    private final Agencies agencies;
    private final Clock clock;

    ReportRights(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @throws ResponseStatusException 403 for whom reports are not for */
    void check(SignedIn who) {
        if (!READERS.contains(who.group())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** In the order of the tree, the top first. */
    List<Agency> agencies(SignedIn who) {
        Set<Integer> own = own(who);
        return agencies.all().stream()
                .filter(agency -> own.contains(agency.id()))
                .toList();
    }

    /** Whose report is shown to somebody who asks for none in particular. */
    Agency usual(SignedIn who) {
        @Nullable Integer own = who.agencyId();
        return own != null
                ? agencies.get(own)
                : agencies.tree().childrenOf(null, LocalDate.now(clock)).stream()
                        .map(agencies::get)
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * The agency of that code, if its report of a period that ends on the day holds nobody's dossiers but those that the
     * person may see today.
     */
    Optional<Agency> find(SignedIn who, String code, LocalDate to) {
        return agencies.find(code)
                .filter(agency -> own(who).containsAll(agencies.tree().subtree(agency.id(), to)));
    }

    /** Whether somebody signs off for the agency. */
    boolean maySign(SignedIn who) {
        return who.group() == StaffGroup.MANAGER;
    }

    Set<Integer> own(SignedIn who) {
        Integer own = who.agencyId();
        return own == null
                ? agencies.all().stream().map(Agency::id).collect(Collectors.toUnmodifiableSet())
                : agencies.tree().subtree(own, LocalDate.now(clock));
    }
}
