package vn.motcua.workflow.identity;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.motcua.people.SignedIn;

/**
 * Who is signed in to our pages is so in the engine's web applications. It stands where their own filter would: nothing is
 * kept in the session, so a person who was moved or locked out is so with the next request.
 */
final class WebappSignOn implements Filter {

    /** The name under which the engine's starter would register its own. */
    static final String NAME = "Authentication Filter";

    private final ProcessEngine engine;
    private final Directory directory;

    WebappSignOn(ProcessEngine engine, Directory directory) {
        this.engine = engine;
        this.directory = directory;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Authentications.setCurrent(new Authentications());
            person().ifPresent(this::enter);
            chain.doFilter(request, response);
        } finally {
            leave();
        }
    }

    private void enter(Person person) {
        Authentications.getCurrent().addOrReplace(authentication(person));
        engine.getIdentityService().setAuthentication(person.username(), person.groups(), person.agencies());
    }

    private void leave() {
        Authentications.clearCurrent();
        engine.getIdentityService().clearAuthentication();
    }

    /** The person, if the account still is what the session was begun with. */
    private Optional<Person> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn who)
                || who.mustChangePassword()) {
            return Optional.empty();
        }
        return directory
                .find(who.username())
                .filter(person -> person.member().group() == who.group()
                        && !person.member().mustChangePassword());
    }

    private UserAuthentication authentication(Person person) {
        UserAuthentication authentication = new UserAuthentication(person.username(), engine.getName());
        authentication.setGroupIds(person.groups());
        authentication.setTenantIds(person.agencies());
        authentication.setAuthorizedApps(applications(person));
        return authentication;
    }

    private Set<String> applications(Person person) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        Set<String> applications = new TreeSet<>(Set.of(AuthenticationUtil.APP_WELCOME));
        for (String application : AuthenticationUtil.APPS) {
            if (authorizations.isUserAuthorized(
                    person.username(), person.groups(), Permissions.ACCESS, Resources.APPLICATION, application)) {
                applications.add(application);
            }
        }
        return applications;
    }
}
