package vn.motcua.people;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

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
            "/thu-tuc/*/forms/*",
            "/open-data",
            "/api/reports/**",
            "/api/catalogue/**",
            "/v3/api-docs",
            "/v3/api-docs.yaml");

    /** Sent by payment gateways, which sign what they send and have seen no form of ours. */
    private static final RequestMatcher CALL_BACKS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/payment/callback/*");

    private static final RequestMatcher OWN_PASSWORD = CamundaPaths.any("/password");
    private static final RequestMatcher ACCOUNTS = CamundaPaths.any("/staff/**");

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

    /** The webapps send their own headers and check their own token against forged requests (X-XSRF-TOKEN). */
    @Bean
    @Order(1)
    SecurityFilterChain engineWebapps(HttpSecurity http, PageSecurity all) throws Exception {
        http.securityMatcher(CamundaPaths.ALL)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(CamundaPaths::authorize)
                .logout(out -> out.logoutRequestMatcher(CamundaPaths.SIGN_OFF)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.OK)));
        return all.of(http, Door.STAFF);
    }

    /** What no earlier chain took; applicants have one of their own before it. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, PageSecurity all) throws Exception {
        http.csrf(forged -> forged.ignoringRequestMatchers(CALL_BACKS))
                .authorizeHttpRequests(to -> to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PageHeaders.ASSETS, FOR_EVERYBODY)
                        .permitAll()
                        .requestMatchers(OWN_PASSWORD)
                        .access((who, asked) -> new AuthorizationDecision(SignedIn.of(who.get()) != null))
                        .requestMatchers(ACCOUNTS)
                        .hasAuthority(StaffGroup.ADMIN.code())
                        .anyRequest()
                        .hasAnyAuthority(CamundaPaths.codes(StaffGroup.values())))
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new Arrival(Door.STAFF))
                        .failureHandler(new ForwardAuthenticationFailureHandler("/login/failed")))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?out"));
        return all.ofPages(http, Door.STAFF);
    }
}
