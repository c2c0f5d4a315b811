package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;

/** Who may watch: managers over their agency and all below it, administrators likewise or over everything. */
@Component
class Watchers {

    private static final Set<StaffGroup> GROUPS = Set.of(StaffGroup.MANAGER, StaffGroup.ADMIN);

    private final Agencies agencies;
    private final Clock clock;

    Watchers(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @throws Forbidden for everybody else */
    Watcher admit(@Nullable Authentication authentication) {
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || who.mustChangePassword()
                || !GROUPS.contains(who.group())) {
            throw new Forbidden("Chỉ người quản lý và quản trị viên xem được phần giám sát SLA");
        }
        Integer own = who.agencyId();
        if (own == null && who.group() != StaffGroup.ADMIN) {
            throw new Forbidden("Tài khoản của bạn chưa thuộc đơn vị nào");
        }
        return own == null
                ? new Watcher(who, null, all(), agencies)
                : new Watcher(who, agencies.get(own), agencies.tree().subtree(own, LocalDate.now(clock)), agencies);
    }

    private Set<Integer> all() {
        return agencies.all().stream().map(Agency::id).collect(Collectors.toUnmodifiableSet());
    }
}
