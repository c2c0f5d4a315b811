package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** The way to a provider of OpenID Connect and back, always with PKCE. Only openid registrations come in. */
final class ProviderDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);
    private static final String TO_PROVIDERS = "/oauth2/authorization";

    private final ProviderUsers users;
    private final OwnSession session;
    private final AuthenticationSuccessHandler arrival;
    private final Clock clock;

    ProviderDoor(ProviderUsers users, OwnSession session, AuthenticationSuccessHandler arrival, Clock clock) {
        this.users = users;
        this.session = session;
        this.arrival = arrival;
        this.clock = clock;
    }

    void open(OAuth2LoginConfigurer<?> login, ClientRegistrationRepository registrations) {
        login.loginPage(ApplicantSecurity.DOOR.signIn())
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(there -> there.authorizationRequestResolver(withPkce(registrations)))
                .userInfoEndpoint(info -> info.oidcUserService(users).userService(request -> {
                    throw ProviderRefusal.FAILED.exception();
                }))
                .successHandler(this::arrive)
                .failureHandler(ProviderDoor::refuse)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
                        filter.setAuthenticationFailureHandler(ProviderDoor::refuse);
                        return filter;
                    }
                });
    }

    private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository registrations) {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, TO_PROVIDERS);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    /** The session keeps what it keeps of everybody, and nothing of the provider. */
    private void arrive(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, jakarta.servlet.ServletException {
        ApplicantAccount account = ((ProviderUser) authentication.getPrincipal()).account();
        Authentication who = SignedInApplicant.token(account, clock.instant(), authentication.getDetails());
        session.hold(who, request, response);
        LOG.info("Applicant {} signed in over a provider from {}", account.id(), request.getRemoteAddr());
        arrival.onAuthenticationSuccess(request, response, who);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        ProviderRefusal refusal = failure instanceof OAuth2AuthenticationException told
                ? ProviderRefusal.of(told.getError().getErrorCode()).orElse(ProviderRefusal.FAILED)
                : ProviderRefusal.FAILED;
        LOG.warn("Sign-in over a provider refused from {}: {}", request.getRemoteAddr(), failure.toString());
        response.sendRedirect(
                request.getContextPath() + ApplicantSecurity.DOOR.signIn() + "?refused=" + refusal.code());
    }

    /** Nothing is asked of a provider after the sign-in, so its tokens are not kept. */
    private static final class NoClients implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
