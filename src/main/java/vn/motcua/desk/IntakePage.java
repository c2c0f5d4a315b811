package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.catalogue.ProcedureSearch;
import vn.motcua.dossier.FormerApplicants;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.refusal.Refusal;

/** Receiving a dossier at the counter: choose the procedure, fill in one page, look once more, done. */
@EnginePage
@RequestMapping("/desk/intake")
class IntakePage {

    private static final int SHOWN = 12;

    /** The event that tells the page which fields are not asked for. */
    private static final String HIDDEN = "{\"motcua:hidden\": {\"fields\": [%s]}}";

    private final Intake intake;
    private final IntakeDrafts drafts;
    private final IntakeView view;
    private final ProcedureSearch search;
    private final FormerApplicants applicants;
    private final Scopes scopes;

    IntakePage(
            Intake intake,
            IntakeDrafts drafts,
            IntakeView view,
            ProcedureSearch search,
            FormerApplicants applicants,
            Scopes scopes) {
        this.intake = intake;
        this.drafts = drafts;
        this.view = view;
        this.search = search;
        this.applicants = applicants;
        this.scopes = scopes;
    }

    static void checkCounter(SignedIn who) {
        if (who.group() != StaffGroup.COUNTER) {
            throw new AccessDeniedException("Only the counter receives");
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String choose(
            @AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String q, Model model) {
        find(who, q, model);
        List<IntakeDraft> open = drafts.open(Intake.owner(who));
        model.addAttribute("drafts", open);
        model.addAttribute("names", view.procedureNames(open));
        return "desk/intake-choose";
    }

    @GetMapping("/procedures")
    @Transactional(readOnly = true)
    public String found(@AuthenticationPrincipal SignedIn who, @RequestParam(defaultValue = "") String q, Model model) {
        find(who, q, model);
        return "desk/intake-choose :: found";
    }

    private void find(SignedIn who, String q, Model model) {
        checkCounter(who);
        List<ProcedureSearch.Found> found =
                search.find(new ProcedureSearch.Asked(q, intake.agency(who).level(), null), intake.today(), SHOWN + 1);
        model.addAttribute("q", q);
        model.addAttribute("procedures", found.subList(0, Math.min(SHOWN, found.size())));
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("agency", intake.agency(who));
    }

    @PostMapping
    String begin(@AuthenticationPrincipal SignedIn who, @RequestParam String procedure) {
        checkCounter(who);
        intake.sheet(who, procedure);
        return page(drafts.begin(Intake.owner(who), intake.agency(who).id(), procedure));
    }

    @GetMapping("/{draft}")
    @Transactional(readOnly = true)
    public String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID draft, Model model) {
        IntakeDraft found = mine(who, draft);
        if (found.dossierCode() != null) {
            return dossier(found.dossierCode());
        }
        return view.form(who, found, null, model);
    }

    /** Keeps what was typed and goes on, unless something is wrong with it. */
    @PostMapping("/{draft}")
    String go(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @RequestParam(name = "do", defaultValue = "check") String act,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        IntakeDraft found = kept(who, draft, typed);
        if (found.dossierCode() != null) {
            return dossier(found.dossierCode());
        }
        if (act.equals("former")) {
            useFormer(who, found);
            return page(draft) + "#applicant";
        }
        IntakeSheet.Checked checked = intake.sheet(who, found.procedure()).check(found.entry(), intake.today());
        if (act.equals("check") && !checked.isFine()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return view.form(who, found, checked, model);
        }
        return act.equals("check") ? page(draft) + "/check" : "redirect:/desk/intake";
    }

    /** While somebody is typing. */
    @PostMapping("/{draft}/keep")
    String keep(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        IntakeDraft found = kept(who, draft, typed);
        view.side(who, found, model);
        response.setHeader("HX-Trigger", HIDDEN.formatted(quoted(view.hidden(who, found))));
        return "desk/intake-form :: side";
    }

    /** Who filed before under the number that was just typed. */
    @GetMapping("/{draft}/former")
    @Transactional(readOnly = true)
    public String former(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String idNumber,
            Model model) {
        mine(who, draft);
        view.former(who, idNumber, model);
        return "desk/intake-form :: former";
    }

    private void useFormer(SignedIn who, IntakeDraft draft) {
        applicants
                .find(
                        draft.entry().one(IntakeSheet.ID_NUMBER),
                        scopes.of(who, false).agencies())
                .ifPresent(known -> drafts.keep(draft.id(), draft.entry().with(known.fields())));
    }

    @GetMapping("/{draft}/check")
    @Transactional(readOnly = true)
    public String check(@AuthenticationPrincipal SignedIn who, @PathVariable UUID draft, Model model) {
        IntakeDraft found = mine(who, draft);
        if (found.dossierCode() != null) {
            return dossier(found.dossierCode());
        }
        return view.check(who, found, model) ? "desk/intake-check" : page(draft);
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
        IntakeDraft found = mine(who, draft);
        try {
            String code = intake.confirm(who, draft, decision, reason, due);
            return dossier(code) + (decision.equals(Intake.ACCEPT) ? "?received" : "?supplement");
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("reason", reason);
            return view.check(who, found, model) ? "desk/intake-check" : page(draft);
        }
    }

    @PostMapping("/{draft}/drop")
    String drop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID draft) {
        drafts.drop(mine(who, draft).id());
        return "redirect:/desk/intake";
    }

    @ExceptionHandler
    String refused(Refusal refusal, RedirectAttributes next) {
        next.addFlashAttribute("refusal", refusal.getMessage());
        return "redirect:/desk/intake";
    }

    private IntakeDraft mine(SignedIn who, UUID draft) {
        checkCounter(who);
        return drafts.get(Intake.owner(who), draft);
    }

    private IntakeDraft kept(SignedIn who, UUID draft, Map<String, List<String>> typed) {
        mine(who, draft);
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.keySet().removeAll(List.of("_csrf", "do"));
        drafts.keep(draft, new IntakeEntry(fields));
        return drafts.get(Intake.owner(who), draft);
    }

    /** Keys of forms are plain words. */
    private static String quoted(List<String> keys) {
        return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
    }

    private static String page(UUID draft) {
        return "redirect:/desk/intake/" + draft;
    }

    private static String dossier(String code) {
        return "redirect:/desk/dossiers/" + code;
    }
}
