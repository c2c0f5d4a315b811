package vn.motcua.desk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffMember;

/** Who is meant by an actor of the ledger or an assignee: people by their full names, anybody else as written. */
@Component
class StaffNames {

    private final Staff staff;

    StaffNames(Staff staff) {
        this.staff = staff;
    }

    /** Names for one page: each account is read once. */
    Looked looked() {
        return new Looked(new HashMap<>());
    }

    String of(String actor) {
        return looked().name(actor);
    }

    final class Looked {

        private final Map<String, String> known;

        private Looked(Map<String, String> known) {
            this.known = known;
        }

        String name(String actor) {
            return known.computeIfAbsent(
                    actor, any -> staff.find(any).map(StaffMember::fullName).orElse(any));
        }

        @Nullable
        String nameOrNull(@Nullable String actor) {
            return actor == null ? null : name(actor);
        }
    }
}
