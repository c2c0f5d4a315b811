package vn.motcua.applicants;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page which applicant is signed in, for its head. */
@ControllerAdvice(annotations = Controller.class)
@ConditionalOnWebApplication
class PageApplicant {

    @ModelAttribute("applicant")
    @Nullable
    SignedInApplicant applicant(@AuthenticationPrincipal @Nullable SignedInApplicant applicant) {
        return applicant;
    }
}
