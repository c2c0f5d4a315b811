package vn.motcua.watch;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import vn.motcua.people.Door;
import vn.motcua.people.PageSecurity;
import vn.motcua.people.StaffGroup;

/**
 * Everybody may ask whether a node lives and is ready, which is one word. What there is to read is for administrators and
 * for the holder of the token, whatever port it is on: behind a proxy on the same machine every address is a local one.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WatchSecurity {

    private static final String[] FOR_LOAD_BALANCERS = {"/actuator/health/liveness", "/actuator/health/readiness"};

    @Bean
    @Order(0)
    SecurityFilterChain watching(HttpSecurity http, PageSecurity all, @Value("${motcua.watch.token:}") String token)
            throws Exception {
        http.securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(to -> to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(FOR_LOAD_BALANCERS)
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(StaffGroup.ADMIN.code(), MonitoringToken.AUTHORITY))
                .addFilterBefore(new MonitoringToken(token), LogoutFilter.class);
        return all.ofPages(http, Door.STAFF);
    }
}
