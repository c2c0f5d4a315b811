package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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

/** Making an account, and confirming that its address is one's own. */
@Controller
@ConditionalOnWebApplication
class RegisterPage {

    private static final String FORM = "account/register";
    private static final String CONFIRM = "account/verify";
    private static final String AGAIN = "account/verify-again";
    private static final String SENT = "redirect:/account/register/sent";

    private final Registrations registrations;
    private final AccountAttempts attempts;

    RegisterPage(Registrations registrations, AccountAttempts attempts) {
        this.registrations = registrations;
        this.attempts = attempts;
    }

    @GetMapping("/account/register")
    String form(Model model) {
        model.addAttribute("entry", new Entry("", "", ""));
        model.addAttribute("problems", Map.of());
        return FORM;
    }

    @PostMapping("/account/register")
    String register(
            @RequestParam(defaultValue = "") String fullName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Entry entry = new Entry(fullName, email, password);
        model.addAttribute("entry", entry);
        Map<String, Sentence> problems = entry.problems();
        if (!problems.isEmpty()) {
            return Problems.show(FORM, problems, response, model);
        }
        Optional<Duration> wait = attempts.letter(entry.email(), request.getRemoteAddr());
        if (wait.isPresent()) {
            return Problems.wait(FORM, "email", wait.get(), response, model);
        }
        registrations.register(entry, language);
        return SENT;
    }

    @GetMapping("/account/register/sent")
    String sent() {
        return "account/sent";
    }

    /** Confirms nothing: programs that look at the links of a letter come here too. */
    @GetMapping("/account/verify")
    String look(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        model.addAttribute("problems", Map.of());
        return waiting(token, model) ? CONFIRM : Problems.gone(CONFIRM, response);
    }

    @PostMapping("/account/verify")
    String confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        return switch (registrations.confirm(token, password)) {
            case NOW -> "redirect:/account/sign-in?confirmed";
            case BEFORE -> "redirect:/account/sign-in?known";
            case OTHER_PASSWORD -> {
                waiting(token, model);
                Sentence wrong = new Sentence("account.verify.otherPassword");
                yield Problems.show(CONFIRM, Map.of("password", wrong), response, model);
            }
            case GONE -> Problems.gone(CONFIRM, response);
        };
    }

    private boolean waiting(String token, Model model) {
        Optional<Registrations.Waiting> waiting = registrations.waiting(token);
        waiting.ifPresent(found -> model.addAttribute("waiting", found));
        model.addAttribute("token", token);
        return waiting.isPresent();
    }

    @GetMapping("/account/verify/again")
    String again(Model model) {
        model.addAttribute("problems", Map.of());
        return AGAIN;
    }

    @PostMapping("/account/verify/again")
    String sendAgain(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        String canonical = EmailAddress.canonical(email);
        model.addAttribute("email", email);
        if (!EmailAddress.isAddress(canonical)) {
            return Problems.show(AGAIN, Map.of("email", new Sentence("account.wrong.email")), response, model);
        }
        Optional<Duration> wait = attempts.letter(canonical, request.getRemoteAddr());
        if (wait.isPresent()) {
            return Problems.wait(AGAIN, "email", wait.get(), response, model);
        }
        registrations.again(canonical, language);
        return SENT + "?again";
    }
}
