package vn.motcua.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.people.SignedIn;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Who opens a task in Camunda's Tasklist has looked at the dossier as well: its form shows what the dossier knows. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "camunda.bpm.enabled", matchIfMissing = true)
class TasklistLooks extends OncePerRequestFilter {

    private static final Pattern FORM =
            Pattern.compile("/camunda/api/engine/engine/[^/]+/task/([^/]+)/form-variables/?");

    private final WorkItems items;
    private final DossierViews looks;

    TasklistLooks(WorkItems items, DossierViews looks) {
        this.items = items;
        this.looks = looks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher form = FORM.matcher(request.getRequestURI());
        boolean read = HttpMethod.GET.matches(request.getMethod()) && form.matches();
        chain.doFilter(request, response);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (read
                && response.getStatus() == HttpStatus.OK.value()
                && person != null
                && person.getPrincipal() instanceof SignedIn who) {
            items.find(form.group(1)).ifPresent(item -> seen(who, item));
        }
    }

    private void seen(SignedIn who, WorkItem item) {
        looks.seen(who, DossierViews.Kind.TASKLIST, item.name(), List.of(item.dossierId()));
    }
}
