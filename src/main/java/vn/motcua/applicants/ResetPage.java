package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.people.Sentence;

/** A new password for somebody who has forgotten the old one. */
@Controller
@ConditionalOnWebApplication
class ResetPage {

    private static final String ASK = "account/forgotten";
    private static final String SET = "account/reset";

    private final PasswordResets resets;
    private final AccountAttempts attempts;

    ResetPage(PasswordResets resets, AccountAttempts attempts) {
        this.resets = resets;
        this.attempts = attempts;
    }

    @GetMapping("/account/forgotten")
    String form(Model model) {
        model.addAttribute("problems", Map.of());
        return ASK;
    }

    @PostMapping("/account/forgotten")
    String ask(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        String canonical = EmailAddress.canonical(email);
        model.addAttribute("email", email);
        if (!EmailAddress.isAddress(canonical)) {
            return Problems.show(ASK, Map.of("email", new Sentence("account.wrong.email")), response, model);
        }
        Optional<Duration> wait = attempts.letter(canonical, request.getRemoteAddr());
        if (wait.isPresent()) {
            return Problems.wait(ASK, "email", wait.get(), response, model);
        }
        resets.ask(canonical, language);
        return "redirect:/account/forgotten/sent";
    }

    @GetMapping("/account/forgotten/sent")
    String sent(Model model) {
        model.addAttribute("reset", true);
        return "account/sent";
    }

    @GetMapping("/account/reset")
    String look(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        return shown(token, Map.of(), response, model);
    }

    @PostMapping("/account/reset")
    String set(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Optional<ApplicantAccount> account = resets.account(token);
        Map<String, Sentence> problems =
                account.map(found -> problems(found, password, again)).orElse(Map.of());
        if (account.isPresent() && problems.isEmpty() && resets.set(token, password, language)) {
            return "redirect:/account/sign-in?set";
        }
        return shown(token, problems, response, model);
    }

    private static Map<String, Sentence> problems(ApplicantAccount account, String password, String again) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        Entry.passwordProblem(password, account.email(), account.fullName())
                .ifPresent(problem -> problems.put("password", problem));
        if (!password.equals(again)) {
            problems.put("again", new Sentence("people.password.againDiffers"));
        }
        return problems;
    }

    private String shown(String token, Map<String, Sentence> problems, HttpServletResponse response, Model model) {
        Optional<ApplicantAccount> account = resets.account(token);
        account.ifPresent(found -> model.addAttribute("email", found.email()));
        model.addAttribute("token", token);
        model.addAttribute("problems", problems);
        if (account.isEmpty()) {
            return Problems.gone(SET, response);
        }
        return problems.isEmpty() ? SET : Problems.show(SET, problems, response, model);
    }
}
