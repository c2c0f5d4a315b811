package vn.motcua.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Where somebody goes after signing in: on to the page they had asked for, of this server only, or to their work. */
final class Arrival implements AuthenticationSuccessHandler {

    static final String WORK = "/desk";
    static final String PASSWORD = "/password";

    private static final String PAGE = Arrival.class.getName() + ".PAGE";

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SignedIn who = SignedIn.of(authentication);
        boolean changeFirst = who != null && who.mustChangePassword();
        response.sendRedirect(changeFirst ? request.getContextPath() + PASSWORD : next(request, response));
    }

    /** Remembers the page whose form was sent too late, to come back to it after signing in. */
    static void comeBackTo(HttpServletRequest request, String page) {
        request.getSession().setAttribute(PAGE, page);
    }

    /** The page that a form of the desk was sent from, null where the browser does not tell. */
    static @Nullable String pageOfForm(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            String page = referer == null ? null : local(referer);
            return page != null && page.startsWith(request.getContextPath() + WORK) ? page : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** The page asked for before signing in, once. */
    String next(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(PAGE) instanceof String page) {
            session.removeAttribute(PAGE);
            return page;
        }
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
