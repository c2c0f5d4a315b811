package vn.motcua.applicants;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import vn.motcua.people.Arrival;
import vn.motcua.people.Door;
import vn.motcua.people.PageSecurity;

/** The pages of applicants, with a sign-in of their own: neither theirs nor that of staff opens the pages of the other. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ApplicantSecurity {

    private static final String[] OPEN = {
        "/account/sign-in", "/account/register/**", "/account/verify/**", "/account/forgotten/**", "/account/reset"
    };

    static final Door DOOR = new Door(
            "/account/sign-in",
            "/account/dossiers",
            "/account/sign-out",
            List.of("/account", "/file"),
            List.of("/account/register", "/account/verify", "/account/forgotten", "/account/reset"));

    @Bean
    @Order(2)
    SecurityFilterChain pagesOfApplicants(
            HttpSecurity http,
            PageSecurity all,
            ApplicantSignIn signIn,
            ProviderUsers users,
            OwnSession session,
            ObjectProvider<ClientRegistrationRepository> providers,
            Clock clock)
            throws Exception {
        Arrival arrival = new Arrival(DOOR);
        // Without this, who is refused here would be tried as staff.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        http.securityMatcher("/account/**", "/file/**", "/oauth2/**", "/login/oauth2/**")
                .authenticationProvider(signIn.provider())
                .authorizeHttpRequests(to -> to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(SignedInApplicant.AUTHORITY))
                .formLogin(form -> form.loginPage(DOOR.signIn())
                        .usernameParameter("email")
                        .successHandler(arrival)
                        .failureHandler(new ForwardAuthenticationFailureHandler("/account/sign-in/failed")))
                .logout(out -> out.logoutUrl(DOOR.signOut()).logoutSuccessUrl(DOOR.signIn() + "?out"));
        ClientRegistrationRepository registrations = providers.getIfAvailable();
        if (registrations != null) {
            ProviderDoor door = new ProviderDoor(users, session, arrival, clock);
            http.oauth2Login(login -> door.open(login, registrations));
        }
        return all.ofPages(http, DOOR);
    }
}
