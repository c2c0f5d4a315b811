package vn.motcua.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What the filters of all pages have in common: who is told what, which page one comes back to, when a session ends. */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class PageSecurity {

    private final KnownPaths known;
    private final ObjectMapper json;
    private final Sentences sentences;
    private final List<AccessVersions> accounts;
    private final Clock clock;
    private final Duration longest;

    PageSecurity(
            ObjectProvider<RequestMappingInfoHandlerMapping> pages,
            ObjectMapper json,
            Sentences sentences,
            List<AccessVersions> accounts,
            Clock clock,
            @Value("${motcua.session.longest:12h}") Duration longest) {
        this.known = new KnownPaths(pages);
        this.json = json;
        this.sentences = sentences;
        this.accounts = accounts;
        this.clock = clock;
        this.longest = longest;
    }

    /** Of pages; their headers say that nothing comes from elsewhere. */
    public SecurityFilterChain ofPages(HttpSecurity http, Door door) throws Exception {
        http.headers(headers -> headers.defaultsDisabled().addHeaderWriter(PageHeaders::write));
        return of(http, door);
    }

    SecurityFilterChain of(HttpSecurity http, Door door) throws Exception {
        AccessAnswers answers = new AccessAnswers(door, known, json, sentences);
        return http.requestCache(
                        cache -> cache.requestCache(new Arrival(door).remembering(answers::isWorthComingBackTo)))
                .exceptionHandling(
                        wrong -> wrong.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .sessionManagement(session -> session.sessionFixation().changeSessionId())
                .addFilterBefore(new SessionWatch(accounts, clock, longest), LogoutFilter.class)
                .addFilterAfter(new OneDoor(answers), LogoutFilter.class)
                .build();
    }
}
