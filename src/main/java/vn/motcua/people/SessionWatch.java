package vn.motcua.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions whose account was changed since they began, on whatever node, and those that have lasted a working day
 * (the task list asks for news by itself, so idleness alone would never end one).
 */
final class SessionWatch extends OncePerRequestFilter {

    static final Duration EVERY = Duration.ofSeconds(30);

    /** Tells a request whose session was just ended. */
    static final String ENDED = SessionWatch.class.getName() + ".ENDED";

    private static final String CHECKED = SessionWatch.class.getName() + ".CHECKED";

    private final List<AccessVersions> accounts;
    private final Clock clock;
    private final Duration longest;

    SessionWatch(List<AccessVersions> accounts, Clock clock, Duration longest) {
        this.accounts = accounts;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof SessionHolder who
                && !isStillGood(who, session)) {
            SecurityContextHolder.clearContext();
            request.setAttribute(ENDED, true);
        }
        chain.doFilter(request, response);
    }

    /** Ends a session that is not; of several requests at once of one browser another may have done so already. */
    private boolean isStillGood(SessionHolder who, HttpSession session) {
        try {
            boolean good = isGood(who, session);
            if (!good) {
                session.invalidate();
            }
            return good;
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }

    private boolean isGood(SessionHolder who, HttpSession session) {
        Instant now = clock.instant();
        if (Duration.between(who.since(), now).compareTo(longest) > 0) {
            return false;
        }
        if (session.getAttribute(CHECKED) instanceof Instant checked
                && Duration.between(checked, now).abs().compareTo(EVERY) < 0) {
            return true;
        }
        boolean good =
                accounts.stream().map(kind -> kind.now(who)).anyMatch(OptionalInt.of(who.accessVersion())::equals);
        if (good) {
            session.setAttribute(CHECKED, now);
        }
        return good;
    }
}
