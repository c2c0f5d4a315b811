package vn.motcua.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Which pages are whose. One session carries the sign-on for our pages and for the engine's webapps. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurity {

    private static final RequestMatcher FOR_EVERYBODY = CamundaPaths.any(
            "/",
            "/error",
            "/login",
            "/track/**",
            "/thong-ke",
            "/payment/**",
            "/thu-tuc/*",
            "/api/reports/**",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/**");
    private static final RequestMatcher OWN_PASSWORD = CamundaPaths.any("/password");
    private static final RequestMatcher ACCOUNTS = CamundaPaths.any("/staff/**");

    /** Open to applicants who are signed in, to staff as little as to anybody. */
    private static final RequestMatcher OF_APPLICANTS = CamundaPaths.any("/account/**", "/file/**");

    private static final String APPLICANT = "applicant";

    @Bean
    FilterRegistrationBean<PlainAddresses> plainAddresses() {
        FilterRegistrationBean<PlainAddresses> first = new FilterRegistrationBean<>(new PlainAddresses());
        first.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        first.setDispatcherTypes(DispatcherType.REQUEST);
        return first;
    }

    @Bean
    FilterRegistrationBean<PageHeaders> headersOfErrors() {
        FilterRegistrationBean<PageHeaders> first = new FilterRegistrationBean<>(new PageHeaders());
        first.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        first.setDispatcherTypes(DispatcherType.ERROR);
        return first;
    }

    @Bean
    AccessAnswers accessAnswers(
            ObjectProvider<RequestMappingHandlerMapping> pages, ObjectMapper json, Sentences sentences) {
        return new AccessAnswers(new KnownPaths(pages), json, sentences);
    }

    /** The webapps send their own headers and check their own token against forged requests (X-XSRF-TOKEN). */
    @Bean
    @Order(1)
    SecurityFilterChain engineWebapps(
            HttpSecurity http,
            AccessAnswers answers,
            StaffRows staff,
            Clock clock,
            @Value("${motcua.session.longest:12h}") Duration longest)
            throws Exception {
        http.securityMatcher(CamundaPaths.ALL)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(CamundaPaths::authorize)
                .logout(out -> out.logoutRequestMatcher(CamundaPaths.SIGN_OFF)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK)));
        return common(http, answers, new SessionWatch(staff, clock, longest));
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            AccessAnswers answers,
            StaffRows staff,
            Clock clock,
            @Value("${motcua.session.longest:12h}") Duration longest)
            throws Exception {
        http.headers(headers -> headers.defaultsDisabled().addHeaderWriter(PageHeaders::write))
                .authorizeHttpRequests(to -> to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PageHeaders.ASSETS, FOR_EVERYBODY)
                        .permitAll()
                        .requestMatchers(OF_APPLICANTS)
                        .hasAuthority(APPLICANT)
                        .requestMatchers(OWN_PASSWORD)
                        .authenticated()
                        .requestMatchers(ACCOUNTS)
                        .hasAuthority(StaffGroup.ADMIN.code())
                        .anyRequest()
                        .hasAnyAuthority(CamundaPaths.codes(StaffGroup.values())))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new Arrival())
                        .failureHandler(new ForwardAuthenticationFailureHandler("/login/failed")))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?out"));
        return common(http, answers, new SessionWatch(staff, clock, longest));
    }

    private static SecurityFilterChain common(HttpSecurity http, AccessAnswers answers, SessionWatch watch)
            throws Exception {
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setRequestMatcher(answers::isWorthComingBackTo);
        asked.setMatchingRequestParameterName(null);
        return http.requestCache(cache -> cache.requestCache(asked))
                .exceptionHandling(
                        wrong -> wrong.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .sessionManagement(session -> session.sessionFixation().changeSessionId())
                .addFilterBefore(watch, LogoutFilter.class)
                .build();
    }
}
