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
import java.util.OptionalInt;
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

    private final StaffRows staff;
    private final Clock clock;
    private final Duration longest;

    SessionWatch(StaffRows staff, Clock clock, Duration longest) {
        this.staff = staff;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        SignedIn who = session == null
                ? null
                : SignedIn.of(SecurityContextHolder.getContext().getAuthentication());
        if (session != null && who != null && !isStillGood(who, session)) {
            SecurityContextHolder.clearContext();
            request.setAttribute(ENDED, true);
        }
        chain.doFilter(request, response);
    }

    /** Ends a session that is not; of several requests at once of one browser another may have done so already. */
    private boolean isStillGood(SignedIn who, HttpSession session) {
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

    private boolean isGood(SignedIn who, HttpSession session) {
        Instant now = clock.instant();
        if (Duration.between(who.since(), now).compareTo(longest) > 0) {
            return false;
        }
        if (session.getAttribute(CHECKED) instanceof Instant checked
                && Duration.between(checked, now).abs().compareTo(EVERY) < 0) {
            return true;
        }
        boolean good = OptionalInt.of(who.accessVersion()).equals(staff.accessVersion(who.username()));
        if (good) {
            session.setAttribute(CHECKED, now);
        }
        return good;
    }
}
