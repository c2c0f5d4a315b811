package vn.motcua.people;

import static vn.motcua.people.StaffGroup.ADMIN;
import static vn.motcua.people.StaffGroup.COUNTER;
import static vn.motcua.people.StaffGroup.LEADER;
import static vn.motcua.people.StaffGroup.MANAGER;
import static vn.motcua.people.StaffGroup.OFFICER;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may open what of the engine's webapps (Camunda 7.24). Whatever is not named here is closed; inside, the engine's
 * own authorizations go further.
 */
final class CamundaPaths {

    static final RequestMatcher ALL = path("/camunda/**");
    static final RequestMatcher API = path("/camunda/api/**");
    static final RequestMatcher SIGN_OFF = path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

    /**
     * What would go round our own accounts: the engine's setup of a first administrator (open to everybody while it has
     * none), its own sign-in and its check of passwords, both without a throttle, and its management of users.
     */
    static final RequestMatcher CLOSED = any(
            "/camunda/api/admin/setup/**",
            "/camunda/api/admin/auth/user/*/login/**",
            "/camunda/api/engine/engine/*/identity/verify/**",
            "/camunda/api/engine/engine/*/user/create/**",
            "/camunda/api/engine/engine/*/user/*/credentials/**");

    private static final RequestMatcher SHARED = any(
            "/camunda",
            "/camunda/",
            "/camunda/index.html",
            "/camunda/favicon.ico",
            "/camunda/app",
            "/camunda/app/",
            "/camunda/lib/**",
            "/camunda/assets/**",
            "/camunda/app/welcome/**",
            "/camunda/api/welcome/**",
            "/camunda/api/admin/auth/**",
            "/camunda/api/engine/engine/**");

    private static final RequestMatcher TASKLIST = any("/camunda/app/tasklist/**", "/camunda/api/tasklist/**");
    private static final RequestMatcher COCKPIT = any("/camunda/app/cockpit/**", "/camunda/api/cockpit/**");
    private static final RequestMatcher ADMINISTRATION = any("/camunda/app/admin/**", "/camunda/api/admin/**");

    private CamundaPaths() {}

    static void authorize(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
        to.requestMatchers(CLOSED)
                .denyAll()
                .requestMatchers(SHARED)
                .hasAnyAuthority(codes(StaffGroup.values()))
                .requestMatchers(TASKLIST)
                .hasAnyAuthority(codes(COUNTER, OFFICER, LEADER, ADMIN))
                .requestMatchers(COCKPIT)
                .hasAnyAuthority(codes(MANAGER, LEADER, ADMIN))
                .requestMatchers(ADMINISTRATION)
                .hasAnyAuthority(codes(ADMIN))
                .anyRequest()
                .denyAll();
    }

    static String[] codes(StaffGroup... groups) {
        return Arrays.stream(groups).map(StaffGroup::code).toArray(String[]::new);
    }

    static RequestMatcher any(String... patterns) {
        List<RequestMatcher> paths =
                Arrays.stream(patterns).map(CamundaPaths::path).toList();
        return new OrRequestMatcher(paths);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
