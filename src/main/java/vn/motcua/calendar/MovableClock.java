package vn.motcua.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clock of the application: real time, unless it is stopped at a moment, as when demo dossiers are lived through. */
public class MovableClock extends Clock {

    private final InstantSource real;
    private final ZoneId zone;
    private volatile @Nullable Instant stopped;

    public MovableClock(Clock real) {
        this.real = real;
        this.zone = real.getZone();
    }

    /** Stops the clock at a local moment, until it is moved again or runs on. */
    public void stopAt(LocalDateTime moment) {
        stopped = moment.atZone(zone).toInstant();
    }

    /** Where the clock stands, null while it runs. */
    public @Nullable LocalDateTime stoppedAt() {
        Instant now = stopped;
        return now == null ? null : LocalDateTime.ofInstant(now, zone);
    }

    /** Back to real time. */
    public void run() {
        stopped = null;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        InstantSource here = this::instant;
        return here.withZone(other);
    }

    @Override
    public Instant instant() {
        Instant now = stopped;
        return now == null ? real.instant() : now;
    }
}
