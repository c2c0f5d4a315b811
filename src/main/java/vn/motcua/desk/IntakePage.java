package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.FormerApplicants;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;

/** The page on which the counter enters a dossier; what is typed is kept. */
@EnginePage
@RequestMapping("/desk/intake")
class IntakePage {

    /** The event that tells the page which fields are not asked for. */
    private static final String HIDDEN = "{\"motcua:hidden\": {\"fields\": [%s]}}";

    private final Intake intake;
    private final IntakeDrafts drafts;
    private final IntakeView view;
    private final CounterDrafts mine;
    private final FormerApplicants applicants;
    private final Scopes scopes;

    IntakePage(
            Intake intake,
            IntakeDrafts drafts,
            IntakeView view,
            CounterDrafts mine,
            FormerApplicants applicants,
            Scopes scopes) {
        this.intake = intake;
        this.drafts = drafts;
        this.view = view;
        this.mine = mine;
        this.applicants = applicants;
        this.scopes = scopes;
    }

    @GetMapping("/{draft}")
    @Transactional(readOnly = true)
    public String form(@AuthenticationPrincipal SignedIn who, @PathVariable UUID draft, Model model) {
        IntakeDraft found = mine.get(who, draft);
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
        IntakeDraft found = mine.keep(who, draft, typed);
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
        IntakeDraft found = mine.keep(who, draft, typed);
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
        mine.get(who, draft);
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

    /** Keys of forms are plain words. */
    private static String quoted(List<String> keys) {
        return keys.stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
    }

    static String page(UUID draft) {
        return "redirect:/desk/intake/" + draft;
    }

    static String dossier(String code) {
        return "redirect:/desk/dossiers/" + code;
    }
}
