package vn.motcua.applicants;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import vn.motcua.people.Sentence;

/** Nobody signs in this way. */
final class SignInRefused extends AuthenticationException {

    private final Duration wait;

    /** @param wait until one may try again; zero when at once */
    SignInRefused(Duration wait) {
        super("refused");
        this.wait = wait;
    }

    boolean mayTryAtOnce() {
        return wait.isZero();
    }

    long seconds() {
        return wait.toSeconds() + 1;
    }

    Sentence sentence() {
        return mayTryAtOnce() ? new Sentence("account.signIn.wrong") : tooMany(wait);
    }

    static Sentence tooMany(Duration wait) {
        return new Sentence("account.tooMany", wait.plusSeconds(59).toMinutes());
    }
}
