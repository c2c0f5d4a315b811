package vn.motcua.people;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** The accounts, for administrators. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/staff")
class StaffPage {

    private static final int SHOWN = 100;

    private final Staff staff;
    private final StaffRows rows;
    private final Agencies agencies;
    private final Clock clock;

    StaffPage(Staff staff, StaffRows rows, Agencies agencies, Clock clock) {
        this.staff = staff;
        this.rows = rows;
        this.agencies = agencies;
        this.clock = clock;
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
            Model model,
            RedirectAttributes next) {
        StaffEntry entry = entry(username, fullName, group, agency);
        Map<String, String> errors = problems(entry);
        if (!errors.containsKey("username") && staff.find(entry.username()).isPresent()) {
            errors.put("username", "Đã có tài khoản này; hãy chọn tên đăng nhập khác");
        }
        if (!errors.isEmpty()) {
            return form(model, true, entry, errors);
        }
        String password = OneTimePassword.next();
        try {
            staff.add(entry, password, true, actor.username());
        } catch (Refusal refusal) {
            return form(model, true, entry, Map.of("form", String.valueOf(refusal.getMessage())));
        }
        next.addFlashAttribute("oneTimePassword", password);
        next.addFlashAttribute("notice", "Đã thêm tài khoản.");
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
            Model model,
            RedirectAttributes next) {
        StaffEntry entry = entry(existing(username).username(), fullName, group, agency);
        Map<String, String> errors = problems(entry);
        if (!errors.isEmpty()) {
            return form(model, false, entry, errors);
        }
        try {
            staff.change(entry, actor.username());
        } catch (Refusal refusal) {
            return form(model, false, entry, Map.of("form", String.valueOf(refusal.getMessage())));
        }
        next.addFlashAttribute("notice", "Đã lưu.");
        return memberPage(entry.username());
    }

    @PostMapping("/member/{username}/{act:disable|enable|password}")
    String act(
            @AuthenticationPrincipal SignedIn actor,
            @PathVariable String username,
            @PathVariable String act,
            RedirectAttributes next) {
        StaffMember member = existing(username);
        try {
            switch (act) {
                case "disable" -> staff.disable(member.username(), actor.username());
                case "enable" -> staff.enable(member.username(), actor.username());
                default ->
                    next.addFlashAttribute("oneTimePassword", staff.resetPassword(member.username(), actor.username()));
            }
        } catch (Refusal refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
        }
        return memberPage(member.username());
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

    private Map<String, String> problems(StaffEntry entry) {
        Map<String, String> problems = new LinkedHashMap<>(entry.problems());
        String agency = entry.agencyCode();
        if (agency != null && agencies.find(agency).isEmpty()) {
            problems.put("agency", "Không có đơn vị này; hãy chọn trong danh sách");
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
