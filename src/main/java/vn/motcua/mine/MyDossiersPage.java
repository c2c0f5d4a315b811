package vn.motcua.mine;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.Procedures;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.page.EnginePage;

/** The dossiers that somebody filed, and the filings begun and not sent yet. */
@EnginePage
class MyDossiersPage {

    /** Longer than any code is; what is longer is looked for in vain. */
    private static final int LONGEST = 60;

    /** A filing that is not sent yet. */
    record Unsent(UUID id, String procedure, LocalDateTime changed) {}

    private final MyDossiers dossiers;
    private final IntakeDrafts drafts;
    private final Procedures procedures;
    private final Clock clock;

    MyDossiersPage(MyDossiers dossiers, IntakeDrafts drafts, Procedures procedures, Clock clock) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.procedures = procedures;
        this.clock = clock;
    }

    @GetMapping("/account/dossiers")
    @Transactional(readOnly = true)
    public String list(
            @AuthenticationPrincipal SignedInApplicant who,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        String wanted = code.replaceAll("[\\s\\p{C}]", "");
        wanted = wanted.substring(0, Math.min(LONGEST, wanted.length()));
        MyCursor place = MyCursor.parse(after);
        boolean first = place.equals(MyCursor.START);
        model.addAttribute("code", wanted);
        model.addAttribute("first", first);
        model.addAttribute("listed", dossiers.page(who.accountId(), wanted, place));
        model.addAttribute("drafts", first && wanted.isEmpty() ? unsent(who) : List.of());
        return "mine/dossiers";
    }

    private List<Unsent> unsent(SignedInApplicant who) {
        return drafts.open(new IntakeDrafts.Owner(who.actor(), null)).stream()
                .map(draft -> new Unsent(draft.id(), name(draft), draft.changed()))
                .toList();
    }

    private String name(IntakeDraft draft) {
        return procedures
                .inForce(draft.procedure(), LocalDate.now(clock))
                .map(version -> version.definition().name())
                .orElse(draft.procedure());
    }
}
