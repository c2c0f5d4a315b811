package vn.motcua.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page who is signed in, for its head. */
@ControllerAdvice(annotations = Controller.class)
@ConditionalOnWebApplication
class PageVisitor {

    @ModelAttribute("visitor")
    @Nullable
    SignedIn visitor(@AuthenticationPrincipal @Nullable SignedIn visitor) {
        return visitor;
    }
}
