package vn.motcua.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses an address that the container and Spring read differently, such as "/%63amunda/api". Spring Security would fail
 * on it too, but with a stack trace, before its own firewall sees it.
 */
final class PlainAddresses extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parse(request);
            return true;
        } catch (IllegalArgumentException readDifferently) {
            return false;
        }
    }
}
