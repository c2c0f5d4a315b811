package vn.motcua.people;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Slows down who guesses passwords. */
@Component
class LoginThrottle {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Throttle throttle;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.throttle = new Throttle(
                jdbc,
                "login_attempt",
                new Throttle.Limit(PER_ACCOUNT, WINDOW, Duration.ZERO),
                new Throttle.Limit(PER_ADDRESS, WINDOW, Duration.ZERO));
        this.clock = clock;
    }

    /** Lets an attempt begin, or says how long to wait until one may. */
    @Transactional
    public Optional<Duration> admit(String username, String address) {
        return throttle.admit(username, address, LocalDateTime.now(clock));
    }

    /** An account that somebody signed in to starts anew. */
    void succeeded(String username) {
        throttle.succeeded(username);
    }
}
