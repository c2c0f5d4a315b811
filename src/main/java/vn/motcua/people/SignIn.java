package vn.motcua.people;

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

/** Decides whether somebody is who they say; an unknown name takes as long as a wrong password. */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final StaffRows staff;
    private final LoginThrottle throttle;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final String nobodysHash;

    SignIn(StaffRows staff, LoginThrottle throttle, PasswordEncoder encoder, Clock clock) {
        this.staff = staff;
        this.throttle = throttle;
        this.encoder = encoder;
        this.clock = clock;
        this.nobodysHash = encoder.encode(OneTimePassword.next());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Account account = check(asked.getName(), String.valueOf(asked.getCredentials()), address);
        LOG.info("Signed in: {} from {}", account.member().username(), address);
        return SignedIn.token(account, clock.instant(), asked.getDetails());
    }

    /** The account of that name and password; every failure counts against guessing. */
    Account check(String name, String password, String address) {
        String username = StaffEntry.canonical(name);
        Optional<Duration> wait = throttle.admit(username, address);
        Optional<Account> account = staff.account(username);
        // A name that is nobody's may be a password in the wrong field.
        String logged = account.isPresent() ? username : "an unknown name";
        if (wait.isPresent()) {
            LOG.warn("Sign-in throttled: {} from {}", logged, address);
            throw SignInRefused.tooMany(wait.get());
        }
        String hash = account.map(Account::passwordHash).orElse(nobodysHash);
        boolean right = encoder.matches(password, hash);
        if (!right || account.isEmpty() || !account.get().member().enabled()) {
            LOG.warn("Sign-in failed: {} from {}", logged, address);
            throw SignInRefused.wrong();
        }
        throttle.succeeded(username);
        return account.get();
    }
}
