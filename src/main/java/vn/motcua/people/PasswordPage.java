package vn.motcua.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's own password; who was given one must do it before anything else. */
@Controller
@ConditionalOnWebApplication
class PasswordPage {

    private final Accounts accounts;
    private final StaffRows rows;
    private final SignIn signIn;
    private final Sentences sentences;
    private final Arrival arrival = new Arrival(Door.STAFF);
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    PasswordPage(Accounts accounts, StaffRows rows, SignIn signIn, Sentences sentences) {
        this.accounts = accounts;
        this.rows = rows;
        this.signIn = signIn;
        this.sentences = sentences;
    }

    @GetMapping("/password")
    String page(@AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("who", who);
        model.addAttribute("errors", Map.of());
        return "password";
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        Map<String, Sentence> errors = new NewPassword(current, password, again)
                .problems(PasswordRules.problem(password, who.username(), who.fullName()));
        if (errors.isEmpty()) {
            checkCurrent(who, current, request.getRemoteAddr(), errors);
        }
        if (!errors.isEmpty()) {
            model.addAttribute("who", who);
            model.addAttribute("errors", sentences.say(errors, language));
            return "password";
        }
        accounts.setPassword(who.username(), password);
        goOn(who, request, response);
        return "redirect:"
                + arrival.next(request, response)
                        .substring(request.getContextPath().length());
    }

    private void checkCurrent(SignedIn who, String current, String address, Map<String, Sentence> errors) {
        try {
            signIn.check(who.username(), current, address);
        } catch (SignInRefused refused) {
            errors.put(
                    "current",
                    refused.waitingTime().isZero() ? new Sentence("people.password.currentWrong") : refused.sentence());
        }
    }

    /** This session goes on under a new id, the others of the account end. */
    private void goOn(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        Account account = rows.account(who.username()).orElseThrow();
        Object details = SecurityContextHolder.getContext().getAuthentication().getDetails();
        Authentication renewed = SignedIn.token(account, who.since(), details);
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(renewed);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
