package vn.motcua.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody through another door who is signed in at this one: a session is one person's in one role. */
final class OneDoor extends OncePerRequestFilter {

    private final AccessAnswers answers;

    OneDoor(AccessAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (answers.isElsewhere()) {
            answers.handle(request, response, new AccessDeniedException("Signed in at another door"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
