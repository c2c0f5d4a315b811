package vn.motcua.filing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.EnginePage;
import vn.motcua.refusal.Refusal;

/** Looking at the whole filing once more, sending it, and what one has in hand afterwards. */
@EnginePage
@RequestMapping("/file/drafts/{draft}")
class SendPage {

    private final Filings filings;
    private final FilingDrafts drafts;
    private final FilingView view;
    private final ReceiptView receipt;

    SendPage(Filings filings, FilingDrafts drafts, FilingView view, ReceiptView receipt) {
        this.filings = filings;
        this.drafts = drafts;
        this.view = view;
        this.receipt = receipt;
    }

    @GetMapping({"/check", "/send"})
    String check(@AuthenticationPrincipal SignedInApplicant who, @PathVariable UUID draft, Model model) {
        IntakeDraft found = drafts.get(who, draft);
        return found.dossierCode() != null ? sent(draft) : page(who, found, model);
    }

    /** Sends it, once: the same again leads to the dossier that it became. */
    @PostMapping("/send")
    String send(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "false") boolean declared,
            Model model,
            HttpServletResponse response) {
        IntakeDraft found = drafts.get(who, draft);
        if (found.dossierCode() != null) {
            return sent(draft);
        }
        if (declared) {
            try {
                filings.send(who, draft);
                return sent(draft);
            } catch (Refusal refusal) {
                model.addAttribute("refusal", refusal.getMessage());
            }
        } else {
            model.addAttribute("undeclared", true);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(who, found, model);
    }

    /** The page with everything on it, or the first that has something to change. */
    private String page(SignedInApplicant who, IntakeDraft draft, Model model) {
        IntakeSheet sheet = filings.sheet(draft.procedure());
        IntakeSheet.Checked checked = filings.check(draft, sheet, who.email());
        Map<String, String> all = new HashMap<>(checked.problems());
        all.putAll(checked.wrong());
        Optional<Steps.Step> wrong = Steps.of(sheet).firstWrong(all);
        return wrong.map(step -> "redirect:/file/drafts/%s/%s?again=true".formatted(draft.id(), step.address()))
                .orElseGet(() -> view.check(who, draft, checked, model));
    }

    @GetMapping("/sent")
    String sent(@AuthenticationPrincipal SignedInApplicant who, @PathVariable UUID draft, Model model) {
        String code = drafts.get(who, draft).dossierCode();
        if (code == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        receipt.show(code, model);
        return "filing/sent";
    }

    private static String sent(UUID draft) {
        return "redirect:/file/drafts/" + draft + "/sent";
    }
}
