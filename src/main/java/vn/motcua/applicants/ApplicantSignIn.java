package vn.motcua.applicants;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Decides whether somebody is who they say; an unknown address takes as long as a wrong password. */
@Component
class ApplicantSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicantSignIn.class);

    private final ApplicantRows rows;
    private final AccountAttempts attempts;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobodysHash;

    ApplicantSignIn(ApplicantRows rows, AccountAttempts attempts, PasswordEncoder encoder, Clock clock) {
        this.rows = rows;
        this.attempts = attempts;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodysHash = encoder.encode(LinkToken.next());
    }

    /** For the sign-in page of applicants alone: no bean, or the one of staff would ask it too. */
    AuthenticationProvider provider() {
        return new AuthenticationProvider() {
            @Override
            public boolean supports(Class<?> type) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
            }

            @Override
            public Authentication authenticate(Authentication asked) {
                String address =
                        asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
                ApplicantAccount account = check(asked.getName(), String.valueOf(asked.getCredentials()), address);
                LOG.info("Applicant {} signed in from {}", account.id(), address);
                return SignedInApplicant.token(account, clock.instant(), asked.getDetails());
            }
        };
    }

    /** The account of that address and password; every failure counts against guessing. */
    ApplicantAccount check(String typed, String password, String address) {
        String email = EmailAddress.canonical(typed);
        Optional<Duration> wait = attempts.signIn(email, address);
        if (wait.isPresent()) {
            LOG.warn("Sign-in of an applicant throttled from {}", address);
            throw new SignInRefused(wait.get());
        }
        Optional<ApplicantAccount> account = rows.withEmail(email);
        Optional<String> hash = account.map(ApplicantAccount::passwordHash);
        if (!encoder.matches(password, hash.orElse(nobodysHash)) || hash.isEmpty()) {
            LOG.warn("Sign-in of an applicant failed from {}", address);
            throw new SignInRefused(Duration.ZERO);
        }
        attempts.signedIn(email);
        return account.orElseThrow();
    }
}
