package vn.motcua.applicants;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.motcua.page.PublicAddress;

/** Providers of OpenID Connect that are set, as people choose among them. */
@Component
class Providers {

    private static final String CALL_BACK = "/login/oauth2/code/{registrationId}";
    private static final String[] SCOPES = {"openid", "profile", "email"};

    /** @param name as people know it */
    record Named(String id, String name) {}

    private final List<Named> named;

    Providers(Environment settings) {
        this.named = Binder.get(settings)
                .bind("spring.security.oauth2.client", OAuth2ClientProperties.class)
                .map(OAuth2ClientProperties::getRegistration)
                .map(registrations -> registrations.entrySet().stream()
                        .map(set -> new Named(set.getKey(), name(set.getKey(), set.getValue())))
                        .toList())
                .orElse(List.of());
    }

    List<Named> named() {
        return named;
    }

    private static String name(String id, OAuth2ClientProperties.Registration registration) {
        return StringUtils.hasText(registration.getClientName()) ? registration.getClientName() : id;
    }

    /** Asks a provider for its addresses when somebody wants to go there, so that none can keep a server from starting. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnOAuth2ClientRegistrationProperties
    @EnableConfigurationProperties(OAuth2ClientProperties.class)
    static class Registrations {

        @Bean
        ClientRegistrationRepository clientRegistrations(OAuth2ClientProperties settings, PublicAddress pages) {
            return new SupplierClientRegistrationRepository(
                    () -> new InMemoryClientRegistrationRepository(new OAuth2ClientPropertiesMapper(settings)
                            .asClientRegistrations().values().stream()
                                    .map(registration -> completed(registration, pages))
                                    .toList()));
        }

        private static ClientRegistration completed(ClientRegistration registration, PublicAddress pages) {
            return ClientRegistration.withClientRegistration(registration)
                    .redirectUri(pages.of(CALL_BACK))
                    .scope(Optional.ofNullable(registration.getScopes())
                            .filter(scopes -> !scopes.isEmpty())
                            .map(scopes -> scopes.toArray(String[]::new))
                            .orElse(SCOPES))
                    .build();
        }
    }
}
