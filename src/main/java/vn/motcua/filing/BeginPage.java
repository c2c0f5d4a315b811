package vn.motcua.filing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.forms.Typed;
import vn.motcua.page.EnginePage;
import vn.motcua.refusal.Refusal;

/** Before a filing: with which agency, and for whom. Filings of the same procedure that were left can be gone on with. */
@EnginePage
@RequestMapping("/file/{procedure:[0-9][0-9.]{0,30}}")
class BeginPage {

    private static final int LONGEST_BASIS = 500;
    private static final int SHORTEST_BASIS = 5;

    private final Filings filings;
    private final Receivers receivers;
    private final Procedures procedures;
    private final FilingDrafts drafts;
    private final MessageSource messages;

    BeginPage(
            Filings filings, Receivers receivers, Procedures procedures, FilingDrafts drafts, MessageSource messages) {
        this.filings = filings;
        this.receivers = receivers;
        this.procedures = procedures;
        this.drafts = drafts;
        this.messages = messages;
    }

    /** What was asked on the page. */
    record Asked(String agency, Capacity capacity, String basis) {}

    @GetMapping
    String ask(@AuthenticationPrincipal SignedInApplicant who, @PathVariable String procedure, Model model) {
        return page(who, procedure, new Asked("", Capacity.SELF, ""), Map.of(), model);
    }

    @PostMapping
    String begin(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable String procedure,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(name = "for", defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String basis,
            Model model,
            HttpServletResponse response) {
        Asked asked =
                new Asked(agency, Capacity.of(capacity), Typed.storable(basis).strip());
        Map<String, String> problems = problems(procedure, asked);
        if (problems.isEmpty()) {
            try {
                return "redirect:/file/drafts/"
                        + drafts.begin(
                                who, definition(procedure), Integer.parseInt(agency), asked.capacity(), asked.basis())
                        + "/1";
            } catch (Refusal refusal) {
                model.addAttribute("refusal", refusal.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(who, procedure, asked, problems, model);
    }

    private Map<String, String> problems(String procedure, Asked asked) {
        Map<String, String> problems = new LinkedHashMap<>();
        boolean known = receivers.of(definition(procedure)).stream()
                .anyMatch(agency -> String.valueOf(agency.id()).equals(asked.agency()));
        if (!known) {
            problems.put("agency", say("filing.wrong.agency"));
        }
        int length = asked.basis().length();
        if (asked.capacity().needsBasis() && (length < SHORTEST_BASIS || length > LONGEST_BASIS)) {
            problems.put("basis", say("filing.wrong.basis"));
        }
        return problems;
    }

    private String page(
            SignedInApplicant who, String procedure, Asked asked, Map<String, String> problems, Model model) {
        ProcedureDefinition definition = definition(procedure);
        List<Agency> agencies = receivers.of(definition);
        model.addAttribute("procedure", definition);
        model.addAttribute("agencies", agencies);
        model.addAttribute("capacities", Capacity.values());
        model.addAttribute("asked", asked);
        model.addAttribute("problems", problems);
        model.addAttribute("drafts", drafts.open(who, procedure));
        return agencies.isEmpty() ? "filing/not-online" : "filing/begin";
    }

    private ProcedureDefinition definition(String procedure) {
        return procedures
                .inForce(procedure, filings.today())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .definition();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
