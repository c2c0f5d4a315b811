package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in. The form itself is received by Spring Security, which comes back here when it was refused. */
@Controller
@ConditionalOnWebApplication
class SignInPage {

    private static final List<String> NOTICES = List.of("out", "ended", "confirmed", "known", "set");
    private static final int LONGEST_SHOWN = 254;

    private final Providers providers;

    SignInPage(Providers providers) {
        this.providers = providers;
    }

    @ModelAttribute("providers")
    List<Providers.Named> providers() {
        return providers.named();
    }

    @GetMapping("/account/sign-in")
    String signIn(@AuthenticationPrincipal @Nullable SignedInApplicant who, HttpServletRequest request, Model model) {
        if (who != null) {
            return "redirect:" + ApplicantSecurity.DOOR.home();
        }
        NOTICES.stream()
                .filter(notice -> request.getParameter(notice) != null)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", "account.signIn." + notice));
        ProviderRefusal.of(request.getParameter("refused"))
                .ifPresent(refusal -> model.addAttribute("error", refusal.sentence()));
        return "account/sign-in";
    }

    @PostMapping("/account/sign-in/failed")
    String failed(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!(request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof SignInRefused refused)) {
            return "redirect:/account/sign-in";
        }
        response.setStatus((refused.mayTryAtOnce() ? HttpStatus.UNAUTHORIZED : HttpStatus.TOO_MANY_REQUESTS).value());
        if (!refused.mayTryAtOnce()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.seconds()));
        }
        model.addAttribute("error", refused.sentence());
        model.addAttribute("email", email.substring(0, Math.min(email.length(), LONGEST_SHOWN)));
        return "account/sign-in";
    }
}
