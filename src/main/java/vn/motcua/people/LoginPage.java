package vn.motcua.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in. The form itself is received by Spring Security, which comes back here when it was refused. */
@Controller
class LoginPage {

    private static final int LONGEST_SHOWN = 100;

    private final Sentences sentences;

    LoginPage(Sentences sentences) {
        this.sentences = sentences;
    }

    @GetMapping("/login")
    String login(@AuthenticationPrincipal @Nullable SignedIn who, HttpServletRequest request, Model model) {
        if (who != null) {
            return "redirect:" + (who.mustChangePassword() ? Arrival.PASSWORD : Arrival.WORK);
        }
        if (request.getParameter("out") != null) {
            model.addAttribute("notice", "people.login.out");
        } else if (request.getParameter("ended") != null) {
            model.addAttribute("notice", "people.login.ended");
        }
        return "login";
    }

    @PostMapping("/login/failed")
    String failed(
            @RequestParam(defaultValue = "") String username,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        if (!(request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof SignInRefused refused)) {
            return "redirect:/login";
        }
        boolean mayTryAtOnce = refused.waitingTime().isZero();
        response.setStatus((mayTryAtOnce ? HttpStatus.UNAUTHORIZED : HttpStatus.TOO_MANY_REQUESTS).value());
        if (!mayTryAtOnce) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(refused.waitingTime().toSeconds()));
        }
        model.addAttribute("error", sentences.say(refused.sentence(), language));
        model.addAttribute("username", username.substring(0, Math.min(username.length(), LONGEST_SHOWN)));
        return "login";
    }
}
