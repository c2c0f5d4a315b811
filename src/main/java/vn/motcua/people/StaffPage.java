package vn.motcua.people;

import java.util.List;
import java.util.stream.Collectors;
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

/** The list of accounts, and what is done to one with a button; for administrators. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/staff")
class StaffPage {

    private static final int SHOWN = 100;

    private final Staff staff;
    private final StaffRows rows;
    private final Accounts accounts;
    private final Agencies agencies;

    StaffPage(Staff staff, StaffRows rows, Accounts accounts, Agencies agencies) {
        this.staff = staff;
        this.rows = rows;
        this.accounts = accounts;
        this.agencies = agencies;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        String text = q.replace("\0", "").strip();
        List<StaffMember> found = rows.matching(text, SHOWN + 1);
        model.addAttribute("q", text);
        model.addAttribute("members", found.subList(0, Math.min(found.size(), SHOWN)));
        model.addAttribute("more", found.size() > SHOWN);
        model.addAttribute(
                "agencyNames", agencies.all().stream().collect(Collectors.toMap(Agency::code, Agency::name)));
        return "staff";
    }

    @PostMapping("/member/{username}/{act:disable|enable|password}")
    String act(
            @AuthenticationPrincipal SignedIn actor,
            @PathVariable String username,
            @PathVariable String act,
            RedirectAttributes next) {
        StaffMember member = staff.find(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            switch (act) {
                case "disable" -> accounts.disable(member.username(), actor.username());
                case "enable" -> accounts.enable(member.username(), actor.username());
                default ->
                    next.addFlashAttribute(
                            "oneTimePassword", accounts.resetPassword(member.username(), actor.username()));
            }
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
        }
        return "redirect:/staff/member/" + member.username();
    }
}
