package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What other tests cannot time: two requests of one browser that find its session over at the same moment. */
class SessionWatchTest {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

    @AfterEach
    void signOff() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_session_that_another_request_has_just_ended_is_over_for_this_one_too() throws Exception {
        HttpSession ended = mock(HttpSession.class);
        doThrow(new IllegalStateException("Session already invalidated"))
                .when(ended)
                .invalidate();
        assertThat(passed(ended, NOON.minus(Duration.ofHours(13)))).isEqualTo(1);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void a_session_that_ends_while_it_is_looked_at_is_over_for_this_request_too() throws Exception {
        HttpSession ended = mock(HttpSession.class);
        when(ended.getAttribute(org.mockito.ArgumentMatchers.anyString())).thenThrow(new IllegalStateException());
        assertThat(passed(ended, NOON)).isEqualTo(1);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private static int passed(HttpSession session, Instant since) throws Exception {
        SignedIn who = new SignedIn("counter", "Nguyễn Thị Hoa", StaffGroup.COUNTER, 1, false, 1, since);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, java.util.List.of()));
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getSession(false)).thenReturn(session);
        AtomicInteger passed = new AtomicInteger();
        FilterChain next = (any, answer) -> passed.incrementAndGet();
        new SessionWatch(
                        java.util.List.of(mock(StaffRows.class)),
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        Duration.ofHours(12))
                .doFilterInternal(request, mock(HttpServletResponse.class), next);
        return passed.get();
    }
}
