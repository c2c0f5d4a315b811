package vn.motcua.watch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.refusal.Refusal;

/** Lets a monitoring system in that has no account: it sends the token of the settings with each request. */
final class MonitoringToken extends OncePerRequestFilter {

    static final String AUTHORITY = "monitoring";

    /** Nobody guesses one, so nobody is slowed down. */
    private static final int SHORTEST = 24;

    private final byte @Nullable [] expected;

    /** @param token empty for none */
    MonitoringToken(String token) {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new Refusal(
                    "motcua.watch.token phải dài ít nhất %d ký tự; hãy đặt một chuỗi ngẫu nhiên, hoặc bỏ trống để chỉ quản trị viên xem được"
                            .formatted(SHORTEST));
        }
        this.expected = token.isEmpty() ? null : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (expected != null
                && sent != null
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    AUTHORITY, null, AuthorityUtils.createAuthorityList(AUTHORITY)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
