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
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Where somebody goes after signing in: on to the page they had asked for, of this server only, or to their work. */
public final class Arrival implements AuthenticationSuccessHandler {

    static final String WORK = "/desk";
    static final String PASSWORD = "/password";

    private final Door door;
    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();

    public Arrival(Door door) {
        this.door = door;
        cache.setSessionAttrName(door.memory());
        cache.setMatchingRequestParameterName(null);
    }

    /** Remembers what was asked for, of the requests that are worth it. */
    HttpSessionRequestCache remembering(RequestMatcher worth) {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setSessionAttrName(door.memory());
        asked.setMatchingRequestParameterName(null);
        asked.setRequestMatcher(worth);
        return asked;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SignedIn who = SignedIn.of(authentication);
        boolean changeFirst = who != null && who.mustChangePassword();
        response.sendRedirect(changeFirst ? request.getContextPath() + PASSWORD : next(request, response));
    }

    /** Remembers the page whose form was sent too late, to come back to it after signing in. */
    void comeBackTo(HttpServletRequest request, String page) {
        request.getSession().setAttribute(formerPage(), page);
    }

    /** The page behind the door that a form was sent from, null where the browser does not tell. */
    @Nullable
    String pageOfForm(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            String page = referer == null ? null : local(referer);
            return page != null && door.leadsTo(page, request.getContextPath()) ? page : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** The page asked for before signing in, once. */
    public String next(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(formerPage()) instanceof String page) {
            session.removeAttribute(formerPage());
            return page;
        }
        SavedRequest asked = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        String path = asked == null ? null : local(asked.getRedirectUrl());
        return path == null ? request.getContextPath() + door.home() : path;
    }

    private String formerPage() {
        return door.memory() + ".form";
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
