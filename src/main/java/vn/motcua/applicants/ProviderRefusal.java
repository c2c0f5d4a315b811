package vn.motcua.applicants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import vn.motcua.people.Sentence;

/** Why somebody whom a provider knows does not come in. */
enum ProviderRefusal {
    /** The provider does not vouch for the address, or tells none. */
    UNVERIFIED,
    /** The account of the address belongs to somebody else at the provider. */
    TAKEN,
    /** Anything else that went wrong on the way there and back. */
    FAILED;

    Sentence sentence() {
        return new Sentence("account.provider." + code());
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    OAuth2AuthenticationException exception() {
        return new OAuth2AuthenticationException(new OAuth2Error(code()));
    }

    static Optional<ProviderRefusal> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code().equals(code))
                .findFirst();
    }
}
