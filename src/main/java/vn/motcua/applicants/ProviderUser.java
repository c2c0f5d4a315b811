package vn.motcua.applicants;

import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom a provider knows, with the account here; on the way into the session only. */
final class ProviderUser extends DefaultOidcUser {

    private final transient ApplicantAccount account;

    ProviderUser(OidcUser user, ApplicantAccount account) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.account = account;
    }

    ApplicantAccount account() {
        return account;
    }
}
