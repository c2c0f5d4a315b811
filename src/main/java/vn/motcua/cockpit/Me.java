package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agency;
import vn.motcua.people.SignedIn;

/** Who asks, and over what they watch. The scripts ask this first: refused, they show nothing at all. */
@Component
class Me implements Part {

    private final Clock clock;

    Me(Clock clock) {
        this.clock = clock;
    }

    /** @param agency null for the whole store */
    record Answer(
            String username,
            String name,
            String group,
            @Nullable String agency,
            @Nullable String agencyName,
            LocalDateTime now) {}

    @Override
    public String address() {
        return "me";
    }

    @Override
    public Answer answer(Watcher watcher, Asked asked) {
        SignedIn who = watcher.who();
        Agency own = watcher.own();
        return new Answer(
                who.username(),
                who.fullName(),
                who.group().code(),
                own == null ? null : own.code(),
                own == null ? null : own.name(),
                LocalDateTime.now(clock));
    }
}
