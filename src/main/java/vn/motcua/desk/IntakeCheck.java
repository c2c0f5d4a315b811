package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;

/** The look at everything once more before a dossier is received at the counter. */
@EnginePage
@RequestMapping("/desk/intake")
class IntakeCheck {

    private final Intake intake;
    private final CounterDrafts mine;
    private final IntakeView view;

    IntakeCheck(Intake intake, CounterDrafts mine, IntakeView view) {
        this.intake = intake;
        this.mine = mine;
        this.view = view;
    }

    @GetMapping("/{draft}/check")
    @Transactional(readOnly = true)
    public String check(@AuthenticationPrincipal SignedIn who, @PathVariable UUID draft, Model model) {
        IntakeDraft found = mine.get(who, draft);
        if (found.dossierCode() != null) {
            return IntakePage.dossier(found.dossierCode());
        }
        return view.check(who, found, model) ? "desk/intake-check" : IntakePage.page(draft);
    }

    @PostMapping("/{draft}/confirm")
    String confirm(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = Intake.ACCEPT) String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String due,
            Model model,
            HttpServletResponse response) {
        IntakeDraft found = mine.get(who, draft);
        try {
            String code = intake.confirm(who, draft, decision, reason, due);
            return IntakePage.dossier(code) + (decision.equals(Intake.ACCEPT) ? "?received" : "?supplement");
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("reason", reason);
            return view.check(who, found, model) ? "desk/intake-check" : IntakePage.page(draft);
        }
    }
}
