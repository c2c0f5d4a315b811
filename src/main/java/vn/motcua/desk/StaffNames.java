package vn.motcua.desk;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.OnlineApplicant;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffMember;

/** Who is meant by an actor of the ledger or an assignee: staff by their full names, applicants as such, anybody else as written. */
@Component
class StaffNames {

    private final Staff staff;
    private final MessageSource messages;

    StaffNames(Staff staff, MessageSource messages) {
        this.staff = staff;
        this.messages = messages;
    }

    /** Names for one page: each account is read once. */
    Looked looked() {
        return new Looked(new HashMap<>());
    }

    String of(String actor) {
        return looked().name(actor);
    }

    private String find(String actor) {
        return OnlineApplicant.isActor(actor)
                ? messages.getMessage("dossier.online", null, LocaleContextHolder.getLocale())
                : staff.find(actor).map(StaffMember::fullName).orElse(actor);
    }

    final class Looked {

        private final Map<String, String> known;

        private Looked(Map<String, String> known) {
            this.known = known;
        }

        String name(String actor) {
            return known.computeIfAbsent(actor, StaffNames.this::find);
        }

        @Nullable
        String nameOrNull(@Nullable String actor) {
            return actor == null ? null : name(actor);
        }
    }
}
