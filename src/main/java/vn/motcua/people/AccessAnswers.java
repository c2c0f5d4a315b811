package vn.motcua.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What somebody hears who must sign in first, or may not: problem details for a program, a page for a person. */
final class AccessAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final RequestMatcher API = CamundaPaths.any("/api/**", "/v3/**", "/camunda/api/**");
    private static final RequestMatcher SIGN_IN_FORMS = CamundaPaths.any("/login", "/logout");

    private static final String CLOSED = "people.refused.closed";
    private static final RequestMatcher DESK = CamundaPaths.any("/desk/**");

    /** Sent by a script that changes a part of a page; it could do nothing with another page. */
    private static final String SCRIPT = "HX-Request";

    private final KnownPaths known;
    private final ObjectMapper json;
    private final Sentences sentences;

    AccessAnswers(KnownPaths known, ObjectMapper json, Sentences sentences) {
        this.known = known;
        this.json = json;
        this.sentences = sentences;
    }

    /** Whether a person's browser opens a page, so that it can be sent elsewhere and back. */
    static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getHeader(SCRIPT) == null
                && !API.matches(request)
                && (accept == null || accept.contains("text/html") || accept.contains("*/*"));
    }

    /** Whether to go there after the sign-in; the webapps' scripts ask for pages that are not there while signing off. */
    boolean isWorthComingBackTo(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && isPage(request) && known.contains(request);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        PageHeaders.write(request, response);
        if (CamundaPaths.CLOSED.matches(request)) {
            forbid(request, response, CLOSED);
        } else if (!known.contains(request)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (isPage(request)) {
            response.sendRedirect(request.getContextPath() + (isOver(request) ? "/login?ended" : "/login"));
        } else {
            problem(response, HttpStatus.UNAUTHORIZED, "people.refused.signIn");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        PageHeaders.write(request, response);
        SignedIn who = SignedIn.of(SecurityContextHolder.getContext().getAuthentication());
        if (denied instanceof CsrfException) {
            staleForm(request, response, who != null);
        } else if (CamundaPaths.CLOSED.matches(request)) {
            forbid(request, response, CLOSED);
        } else if (who != null && who.mustChangePassword()) {
            changeFirst(request, response);
        } else {
            forbid(request, response, "people.refused.group");
        }
    }

    /**
     * A form left open until its session ended: of the sign-in page that is nothing to worry about, and on the desk its page
     * is opened again, which has kept what was typed.
     */
    private void staleForm(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        String page = DESK.matches(request) && isPage(request) ? Arrival.pageOfForm(request) : null;
        if (SIGN_IN_FORMS.matches(request)) {
            response.sendRedirect(request.getContextPath() + "/login?ended");
        } else if (page != null && signedIn) {
            response.sendRedirect(page + (page.contains("?") ? "&stale" : "?stale"));
        } else if (DESK.matches(request) && isPage(request) && !signedIn) {
            Arrival.comeBackTo(request, page == null ? request.getContextPath() + Arrival.WORK : page);
            response.sendRedirect(request.getContextPath() + "/login?ended");
        } else {
            forbid(request, response, "people.refused.stale");
        }
    }

    private void changeFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isPage(request)) {
            response.sendRedirect(request.getContextPath() + "/password");
        } else {
            problem(response, HttpStatus.FORBIDDEN, "people.refused.passwordFirst");
        }
    }

    /** A page says the sentence in the language of its reader. */
    private void forbid(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        if (isPage(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value(), key);
        } else {
            problem(response, HttpStatus.FORBIDDEN, key);
        }
    }

    private void problem(HttpServletResponse response, HttpStatus status, String key) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentences.vietnamese(new Sentence(key)));
        problem.setTitle(status == HttpStatus.UNAUTHORIZED ? "Chưa đăng nhập" : "Không được phép");
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, "vi");
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isOver(HttpServletRequest request) {
        return request.getAttribute(SessionWatch.ENDED) != null
                || (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
    }
}
