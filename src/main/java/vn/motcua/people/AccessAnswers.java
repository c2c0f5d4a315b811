package vn.motcua.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What somebody hears who must sign in first, or may not: problem details for a program, a page for a person. */
final class AccessAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final RequestMatcher API = CamundaPaths.any("/api/**", "/v3/**", "/camunda/api/**", "/actuator/**");

    private static final String CLOSED = "people.refused.closed";

    /** Sent by a script that changes a part of a page; it could do nothing with another page. */
    private static final String SCRIPT = "HX-Request";

    private final Door door;
    private final RequestMatcher forms;
    private final RequestMatcher inside;
    private final Arrival arrival;
    private final KnownPaths known;
    private final ObjectMapper json;
    private final Sentences sentences;

    AccessAnswers(Door door, KnownPaths known, ObjectMapper json, Sentences sentences) {
        this.door = door;
        this.forms = door.forms();
        this.inside = door.inside();
        this.arrival = new Arrival(door);
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

    /** Whether somebody has come through another door and must go out there first. */
    boolean isElsewhere() {
        return door != Door.STAFF && holder() instanceof SignedIn;
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
            response.sendRedirect(signIn(request) + (isOver(request) ? "?ended" : ""));
        } else {
            problem(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    door == Door.STAFF ? "people.refused.signIn" : "people.refused.signInApplicant");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        PageHeaders.write(request, response);
        SessionHolder who = holder();
        if (denied instanceof CsrfException) {
            staleForm(request, response, who != null);
        } else if (CamundaPaths.CLOSED.matches(request)) {
            forbid(request, response, CLOSED);
        } else if (!(who instanceof SignedIn staff)) {
            forbid(request, response, door == Door.STAFF ? "people.refused.applicant" : "people.refused.notYours");
        } else if (door != Door.STAFF) {
            forbid(request, response, "people.refused.staff");
        } else if (staff.mustChangePassword()) {
            changeFirst(request, response);
        } else {
            forbid(request, response, "people.refused.group");
        }
    }

    /**
     * A form left open until its session ended: at the door that is nothing to worry about, and inside its page is opened
     * again, which has kept what was typed.
     */
    private void staleForm(HttpServletRequest request, HttpServletResponse response, boolean signedIn)
            throws IOException {
        boolean work = inside.matches(request) && isPage(request);
        String page = work ? arrival.pageOfForm(request) : null;
        if (forms.matches(request)) {
            response.sendRedirect(signIn(request) + "?ended");
        } else if (page != null && (signedIn || door.isOpen(page, request.getContextPath()))) {
            response.sendRedirect(page + (page.contains("?") ? "&stale" : "?stale"));
        } else if (work && !signedIn) {
            arrival.comeBackTo(request, page == null ? request.getContextPath() + door.home() : page);
            response.sendRedirect(signIn(request) + "?ended");
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

    private String signIn(HttpServletRequest request) {
        return request.getContextPath() + door.signIn();
    }

    private static @Nullable SessionHolder holder() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SessionHolder holder ? holder : null;
    }

    private static boolean isOver(HttpServletRequest request) {
        return request.getAttribute(SessionWatch.ENDED) != null
                || (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
    }
}
