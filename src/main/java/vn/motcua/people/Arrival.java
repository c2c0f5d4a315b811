package vn.motcua.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where somebody goes after signing in: on to the page they had asked for, of this server only, or to their work. */
final class Arrival implements AuthenticationSuccessHandler {

    static final String WORK = "/desk";
    static final String PASSWORD = "/password";

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SignedIn who = SignedIn.of(authentication);
        boolean changeFirst = who != null && who.mustChangePassword();
        response.sendRedirect(changeFirst ? request.getContextPath() + PASSWORD : next(request, response));
    }

    /** The page asked for before signing in, once. */
    String next(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest asked = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        String path = asked == null ? null : local(asked.getRedirectUrl());
        return path == null ? request.getContextPath() + WORK : path;
    }

    private static @Nullable String local(String address) {
        URI asked = URI.create(address);
        String path = asked.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return null;
        }
        return asked.getRawQuery() == null ? path : path + "?" + asked.getRawQuery();
    }
}
