package vn.motcua.applicants;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.people.Throttle;

/** Slows down who guesses passwords, and who has letters sent to others. Addresses without account count like others. */
@Component
class AccountAttempts {

    static final Duration LOCKED = Duration.ofMinutes(15);
    static final Duration HOUR = Duration.ofHours(1);

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 20;
    static final int LETTERS_PER_ACCOUNT = 5;
    static final int LETTERS_PER_ADDRESS = 20;

    private final Throttle signIns;
    private final Throttle letters;
    private final Clock clock;

    AccountAttempts(JdbcClient jdbc, Clock clock) {
        this.signIns = new Throttle(
                jdbc,
                "applicant_sign_in_attempt",
                new Throttle.Limit(PER_ACCOUNT, LOCKED, LOCKED),
                new Throttle.Limit(PER_ADDRESS, LOCKED, LOCKED));
        this.letters = new Throttle(
                jdbc,
                "applicant_letter_attempt",
                new Throttle.Limit(LETTERS_PER_ACCOUNT, HOUR, Duration.ZERO),
                new Throttle.Limit(LETTERS_PER_ADDRESS, HOUR, Duration.ZERO));
        this.clock = clock;
    }

    /** How long to wait until one may try to sign in, if not at once. */
    @Transactional
    public Optional<Duration> signIn(String email, String address) {
        return signIns.admit(email, address, LocalDateTime.now(clock));
    }

    void signedIn(String email) {
        signIns.succeeded(email);
    }

    /** How long to wait until one may have a letter sent, if not at once. */
    @Transactional
    public Optional<Duration> letter(String email, String address) {
        return letters.admit(email, address, LocalDateTime.now(clock));
    }
}
