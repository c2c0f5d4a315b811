package vn.motcua.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossier;
import vn.motcua.page.EnginePage;

/** An applicant wants a dossier back. */
@EnginePage
@RequestMapping("/account/dossiers/{code}/withdrawal")
class WithdrawalPage {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 1000;

    private final OwnDossiers own;
    private final ApplicantActs acts;
    private final MessageSource messages;

    WithdrawalPage(OwnDossiers own, ApplicantActs acts, MessageSource messages) {
        this.own = own;
        this.acts = acts;
        this.messages = messages;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, Model model) {
        Dossier dossier = own.get(who, code);
        return page(dossier, own.happened(dossier), "", Map.of(), !ApplicantActs.mayWithdraw(dossier), model);
    }

    @PostMapping
    String withdraw(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Dossier dossier = own.get(who, code);
        String words = SupplementAnswers.storable(reason).strip();
        Problems problems = new Problems(messages)
                .when(Problems.length(words) < SHORTEST, "reason", "mine.withdrawal.noReason")
                .when(Problems.length(words) > LONGEST, "reason", "mine.tooLong", LONGEST);
        if (!problems.none()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(dossier, Problems.number(seen), words, problems.told(), false, model);
        }
        try {
            acts.withdraw(who, code, Problems.number(seen), words);
            next.addFlashAttribute("done", "mine.done.withdrawal");
            return "redirect:/account/dossiers/{code}";
        } catch (Overtaken overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());

            return page(own.get(who, code), Problems.number(seen), words, Map.of(), true, model);
        }
    }

    private static String page(
            Dossier dossier, long seen, String reason, Map<String, String> problems, boolean overtaken, Model model) {
        model.addAttribute("code", dossier.code());
        model.addAttribute("overtaken", overtaken);
        model.addAttribute("received", dossier.received() != null);
        model.addAttribute("seen", seen);
        model.addAttribute("reason", reason);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("problems", problems);
        return "mine/withdrawal";
    }
}
