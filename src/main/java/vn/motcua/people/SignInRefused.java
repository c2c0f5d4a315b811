package vn.motcua.people;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Nobody signs in this way; the sentence is for the person in front. */
final class SignInRefused extends AuthenticationException {

    private final transient Sentence sentence;
    private final Duration wait;

    private SignInRefused(Sentence sentence, Duration wait) {
        super(sentence.key());
        this.sentence = sentence;
        this.wait = wait;
    }

    static SignInRefused wrong() {
        return new SignInRefused(new Sentence("people.login.wrong"), Duration.ZERO);
    }

    static SignInRefused tooMany(Duration wait) {
        long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
        return new SignInRefused(new Sentence("people.login.tooMany", minutes), wait);
    }

    Sentence sentence() {
        return sentence;
    }

    /** Zero when one may try again at once. */
    Duration waitingTime() {
        return wait;
    }
}
