package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of the request at hand. */
@Component
@ConditionalOnWebApplication
class OwnSession {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /** Goes on under a new id after the account was changed; its other sessions end if the change ends them. */
    void goOn(
            ApplicantAccount account,
            SignedInApplicant before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Object details = SecurityContextHolder.getContext().getAuthentication().getDetails();
        request.changeSessionId();
        hold(SignedInApplicant.token(account, before.since(), details), request, response);
    }

    void hold(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
