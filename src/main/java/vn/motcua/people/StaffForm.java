package vn.motcua.people;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.refusal.Refusal;

/** Adding an account and changing one: what is wrong is told beside its field, and what was entered stays. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/staff")
class StaffForm {

    private final Staff staff;
    private final Accounts accounts;
    private final Agencies agencies;
    private final Sentences sentences;
    private final Clock clock;

    StaffForm(Staff staff, Accounts accounts, Agencies agencies, Sentences sentences, Clock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.agencies = agencies;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(model, true, new StaffEntry("", "", null, null), Map.of());
    }

    @PostMapping("/new")
    String add(
            @AuthenticationPrincipal SignedIn actor,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String agency,
            Locale language,
            Model model,
            RedirectAttributes next) {
        StaffEntry entry = entry(username, fullName, group, agency);
        Map<String, Sentence> errors = problems(entry, null);
        if (!errors.containsKey("username") && staff.find(entry.username()).isPresent()) {
            errors.put("username", new Sentence("people.entry.usernameTaken"));
        }
        if (!errors.isEmpty()) {
            return form(model, true, entry, sentences.say(errors, language));
        }
        String password = OneTimePassword.next();
        try {
            accounts.add(entry, password, true, actor.username());
        } catch (Refusal refusal) {
            return form(model, true, entry, Map.of("form", String.valueOf(refusal.getMessage())));
        }
        next.addFlashAttribute("oneTimePassword", password);
        next.addFlashAttribute("notice", "people.member.added");
        return memberPage(entry.username());
    }

    @GetMapping("/member/{username}")
    String member(@PathVariable String username, Model model) {
        StaffMember member = existing(username);
        StaffEntry entry = new StaffEntry(member.username(), member.fullName(), member.group(), member.agencyCode());
        return form(model, false, entry, Map.of());
    }

    @PostMapping("/member/{username}")
    String change(
            @AuthenticationPrincipal SignedIn actor,
            @PathVariable String username,
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String agency,
            Locale language,
            Model model,
            RedirectAttributes next) {
        StaffMember before = existing(username);
        StaffEntry entry = entry(before.username(), fullName, group, agency);
        Map<String, Sentence> errors = problems(entry, before.agencyCode());
        if (!errors.isEmpty()) {
            return form(model, false, entry, sentences.say(errors, language));
        }
        try {
            accounts.change(entry, actor.username());
        } catch (Refusal refusal) {
            return form(model, false, entry, Map.of("form", String.valueOf(refusal.getMessage())));
        }
        next.addFlashAttribute("notice", "people.member.saved");
        return memberPage(entry.username());
    }

    private String form(Model model, boolean isNew, StaffEntry entry, Map<String, String> errors) {
        LocalDate today = LocalDate.now(clock);
        Comparator<Object> byName = Collator.getInstance(Locale.forLanguageTag("vi"));
        model.addAttribute("isNew", isNew);
        model.addAttribute("entry", entry);
        model.addAttribute("errors", errors);
        model.addAttribute("groups", StaffGroup.values());
        model.addAttribute(
                "agencies",
                agencies.all().stream()
                        .filter(agency ->
                                agency.isOpenOn(today) || agency.code().equals(entry.agencyCode()))
                        .sorted(Comparator.comparing(Agency::name, byName))
                        .toList());
        if (!isNew) {
            model.addAttribute("member", existing(entry.username()));
        }
        return "staff-member";
    }

    private Map<String, Sentence> problems(StaffEntry entry, @Nullable String formerAgency) {
        Map<String, Sentence> problems = new LinkedHashMap<>(entry.problems());
        String code = entry.agencyCode();
        if (code != null && !code.equals(formerAgency)) {
            Optional<Agency> agency = agencies.find(code);
            if (agency.filter(found -> found.isOpenOn(LocalDate.now(clock))).isEmpty()) {
                problems.put("agency", new Sentence("people.entry.agencyClosed"));
            }
        }
        return problems;
    }

    private static StaffEntry entry(String username, String fullName, String group, String agency) {
        return new StaffEntry(username, fullName, StaffGroup.ofCode(group).orElse(null), agency);
    }

    private StaffMember existing(String username) {
        return staff.find(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String memberPage(String username) {
        return "redirect:/staff/member/" + username;
    }
}
