package vn.motcua.filing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.EnginePage;

/** Filling in a filing page by page; whatever is typed is kept, right or wrong, until it is sent or dropped. */
@EnginePage
@RequestMapping("/file/drafts/{draft}")
class StepPage {

    private static final String STEP = "/{step:[1-9]\\d?|files|result}";
    private static final String HIDDEN = "{\"motcua:hidden\": {\"fields\": [%s]}}";
    private static final IntakeSheet.Checked NOTHING_WRONG = new IntakeSheet.Checked(Map.of(), Map.of(), Map.of());

    private final Filings filings;
    private final FilingDrafts drafts;
    private final FilingView view;

    StepPage(Filings filings, FilingDrafts drafts, FilingView view) {
        this.filings = filings;
        this.drafts = drafts;
        this.view = view;
    }

    /** Where somebody goes on who comes back to it. */
    @GetMapping
    String resume(@AuthenticationPrincipal SignedInApplicant who, @PathVariable UUID draft) {
        IntakeDraft found = drafts.get(who, draft);
        if (found.dossierCode() != null) {
            return page(draft, "sent");
        }
        Steps steps = steps(found);
        return page(
                draft,
                steps.firstWrong(check(who, found).problems())
                        .map(Steps.Step::address)
                        .orElse(Steps.FILES));
    }

    /** @param again whether the page is shown for what is wrong with it */
    @GetMapping(STEP)
    String show(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean again,
            Model model) {
        IntakeDraft found = drafts.get(who, draft);
        if (found.dossierCode() != null) {
            return page(draft, "sent");
        }
        Steps steps = steps(found);
        Steps.Step asked = steps.get(step);
        return view.step(found, steps, asked, again ? on(asked, check(who, found)) : NOTHING_WRONG, model);
    }

    /** Keeps the page and goes on, unless something on it is wrong. */
    @PostMapping(STEP)
    String go(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam(name = "do", defaultValue = "next") String act,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        IntakeDraft before = drafts.get(who, draft);
        if (before.dossierCode() != null) {
            return page(draft, "sent");
        }
        Steps steps = steps(before);
        Steps.Step asked = steps.get(step);
        IntakeDraft kept = drafts.keep(who, draft, asked, typed);
        if (act.equals("later")) {
            return "redirect:/account/dossiers";
        }
        IntakeSheet.Checked checked = on(asked, check(who, kept));
        if (!checked.isFine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return view.step(kept, steps, asked, checked, model);
        }
        return page(draft, steps.after(asked).map(Steps.Step::address).orElse("check"));
    }

    /** While somebody is typing. */
    @PostMapping(STEP + "/keep")
    String keep(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        IntakeDraft found = drafts.get(who, draft);
        IntakeDraft kept = drafts.keep(who, draft, steps(found).get(step), typed);
        response.setHeader("HX-Trigger", HIDDEN.formatted(quoted(view.hidden(kept))));
        model.addAttribute("changed", kept.changed());
        return "filing/parts :: kept";
    }

    @PostMapping("/drop")
    String drop(@AuthenticationPrincipal SignedInApplicant who, @PathVariable UUID draft) {
        drafts.drop(who, draft);
        return "redirect:/account/dossiers";
    }

    private Steps steps(IntakeDraft draft) {
        return Steps.of(filings.sheet(draft.procedure()));
    }

    private IntakeSheet.Checked check(SignedInApplicant who, IntakeDraft draft) {
        return filings.check(draft, filings.sheet(draft.procedure()), who.email());
    }

    /** What is wrong on one page only. */
    private static IntakeSheet.Checked on(Steps.Step step, IntakeSheet.Checked all) {
        return new IntakeSheet.Checked(Map.of(), of(step, all.problems()), of(step, all.wrong()));
    }

    private static Map<String, String> of(Steps.Step step, Map<String, String> problems) {
        return problems.entrySet().stream()
                .filter(problem -> step.fields().contains(problem.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keys of forms are plain words. */
    private static String quoted(List<String> keys) {
        return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
    }

    private static String page(UUID draft, String page) {
        return "redirect:/file/drafts/" + draft + "/" + page;
    }
}
