package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.people.NewPassword;
import vn.motcua.people.Sentence;

/** One's own account: the name, and the password. */
@Controller
@ConditionalOnWebApplication
class ProfilePage {

    private static final String PAGE = "account/profile";

    private final Profiles profiles;
    private final ApplicantSignIn signIn;
    private final OwnSession session;

    ProfilePage(Profiles profiles, ApplicantSignIn signIn, OwnSession session) {
        this.profiles = profiles;
        this.signIn = signIn;
        this.session = session;
    }

    @GetMapping("/account/profile")
    String page(@AuthenticationPrincipal SignedInApplicant who, HttpServletRequest request, Model model) {
        if (request.getParameter("renamed") != null) {
            model.addAttribute("notice", "account.profile.renamed");
        } else if (request.getParameter("changed") != null) {
            model.addAttribute("notice", "account.profile.changed");
        }
        model.addAttribute("problems", Map.of());
        return shown(who, profiles.of(who).fullName(), model);
    }

    @PostMapping("/account/profile")
    String rename(
            @AuthenticationPrincipal SignedInApplicant who,
            @RequestParam(defaultValue = "") String fullName,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        Entry.nameProblem(fullName.strip()).ifPresent(problem -> problems.put("fullName", problem));
        if (!problems.isEmpty()) {
            Problems.show(PAGE, problems, response, model);
            return shown(who, fullName, model);
        }
        session.goOn(profiles.rename(who, fullName.strip()), who, request, response);
        return "redirect:/account/profile?renamed";
    }

    @PostMapping("/account/profile/password")
    String change(
            @AuthenticationPrincipal SignedInApplicant who,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Map<String, Sentence> problems = new NewPassword(current, password, again)
                .problems(Entry.passwordProblem(password, who.email(), who.fullName()));
        if (problems.isEmpty()) {
            checkCurrent(who, current, request.getRemoteAddr(), problems);
        }
        if (!problems.isEmpty()) {
            Problems.show(PAGE, problems, response, model);
            return shown(who, profiles.of(who).fullName(), model);
        }
        session.goOn(profiles.setPassword(who, password, language), who, request, response);
        return "redirect:/account/profile?changed";
    }

    private void checkCurrent(SignedInApplicant who, String current, String address, Map<String, Sentence> problems) {
        try {
            signIn.check(who.email(), current, address);
        } catch (SignInRefused refused) {
            problems.put(
                    "current",
                    refused.mayTryAtOnce() ? new Sentence("people.password.currentWrong") : refused.sentence());
        }
    }

    private String shown(SignedInApplicant who, String fullName, Model model) {
        model.addAttribute("who", who);
        model.addAttribute("fullName", fullName);
        model.addAttribute("hasPassword", profiles.of(who).passwordHash() != null);
        return PAGE;
    }
}
