package vn.motcua.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock that stands where a test puts it; the engine's own clock, one per JVM, stands there too. */
public final class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private volatile Instant now = Instant.EPOCH;

    public TestClock(LocalDateTime local) {
        set(local);
    }

    public void set(LocalDateTime local) {
        now = local.atZone(ZONE).toInstant();
        ClockUtil.setCurrentTime(Date.from(now));
    }

    public void advance(Duration duration) {
        set(LocalDateTime.ofInstant(now, ZONE).plus(duration));
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
