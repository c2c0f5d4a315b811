package vn.motcua.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.documents.LookupPins;
import vn.motcua.people.Throttle;

/** Opens dossiers to whoever has the code and the PIN that stands beside it on the receipt, and slows down who guesses. */
@Component
class Lookups {

    static final int PER_CODE = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    static final int PER_ADDRESS = 30;
    static final Duration HOUR = Duration.ofHours(1);

    /**
     * How an attempt ended.
     *
     * @param locked until the next one may be made, null where this one was looked at
     */
    record Attempt(boolean opened, @Nullable Duration locked) {}

    private final LookupPins pins;
    private final Throttle throttle;
    private final Clock clock;

    Lookups(LookupPins pins, JdbcClient jdbc, Clock clock) {
        this.pins = pins;
        this.throttle = new Throttle(
                jdbc,
                "lookup_attempt",
                new Throttle.Limit(PER_CODE, LOCKED, LOCKED),
                new Throttle.Limit(PER_ADDRESS, HOUR, Duration.ZERO));
        this.clock = clock;
    }

    /** A code that there is not is answered, counted and locked like one that there is. */
    @Transactional
    public Attempt open(String code, String pin, String address) {
        Duration wait = throttle.admit(code, address, LocalDateTime.now(clock)).orElse(null);
        if (wait != null) {
            return new Attempt(false, wait);
        }
        boolean opened = pins.opens(code, pin);
        if (opened) {
            throttle.succeeded(code);
        }
        return new Attempt(opened, null);
    }
}
