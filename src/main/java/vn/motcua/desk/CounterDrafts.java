package vn.motcua.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;

/** What a clerk of the counter has begun to enter; nobody else sees it. */
@Component
@ConditionalOnWebApplication
class CounterDrafts {

    private final IntakeDrafts drafts;

    CounterDrafts(IntakeDrafts drafts) {
        this.drafts = drafts;
    }

    static void checkCounter(SignedIn who) {
        if (who.group() != StaffGroup.COUNTER) {
            throw new AccessDeniedException("Only the counter receives");
        }
    }

    IntakeDraft get(SignedIn who, UUID draft) {
        checkCounter(who);
        return drafts.get(Intake.owner(who), draft);
    }

    /** @param typed the fields of the page, which replace those of before */
    IntakeDraft keep(SignedIn who, UUID draft, Map<String, List<String>> typed) {
        get(who, draft);
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.keySet().removeAll(List.of("_csrf", "do"));
        drafts.keep(draft, new IntakeEntry(fields));
        return drafts.get(Intake.owner(who), draft);
    }
}
