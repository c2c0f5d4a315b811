package vn.motcua.applicants;

import java.util.Objects;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the account of somebody who comes back from a provider, or refuses. */
@Component
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final Identities identities;

    ProviderUsers(Identities identities) {
        this.identities = identities;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        Identities.Claim claim = new Identities.Claim(
                user.getIssuer().toString(),
                user.getSubject(),
                Objects.requireNonNullElse(user.getEmail(), ""),
                Boolean.TRUE.equals(user.getEmailVerified()),
                Objects.requireNonNullElse(user.getFullName(), ""));
        return new ProviderUser(user, identities.account(claim));
    }
}
