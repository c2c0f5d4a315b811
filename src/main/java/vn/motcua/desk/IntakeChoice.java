package vn.motcua.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.ProcedureSearch;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;

/** Receiving a dossier at the counter begins here: a procedure is chosen, or what was begun before is gone on with. */
@EnginePage
@RequestMapping("/desk/intake")
class IntakeChoice {

    private static final int SHOWN = 12;

    private final Intake intake;
    private final IntakeDrafts drafts;
    private final CounterDrafts mine;
    private final IntakeView view;
    private final ProcedureSearch search;

    IntakeChoice(Intake intake, IntakeDrafts drafts, CounterDrafts mine, IntakeView view, ProcedureSearch search) {
        this.intake = intake;
        this.drafts = drafts;
        this.mine = mine;
        this.view = view;
        this.search = search;
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
        CounterDrafts.checkCounter(who);
        List<ProcedureSearch.Found> found =
                search.find(new ProcedureSearch.Asked(q, intake.agency(who).level(), null), intake.today(), SHOWN + 1);
        model.addAttribute("q", q);
        model.addAttribute("procedures", found.subList(0, Math.min(SHOWN, found.size())));
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute("agency", intake.agency(who));
    }

    @PostMapping
    String begin(@AuthenticationPrincipal SignedIn who, @RequestParam String procedure) {
        CounterDrafts.checkCounter(who);
        intake.sheet(who, procedure);
        return IntakePage.page(
                drafts.begin(Intake.owner(who), intake.agency(who).id(), procedure));
    }

    @PostMapping("/{draft}/drop")
    String drop(@AuthenticationPrincipal SignedIn who, @PathVariable UUID draft) {
        drafts.drop(mine.get(who, draft).id());
        return "redirect:/desk/intake";
    }
}
