package vn.motcua.support;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.motcua.calendar.MovableClock;

/** A clock that stands where a test puts it; the engine's own clock, one per JVM, stands there too. */
public final class TestClock extends MovableClock {

    public TestClock(LocalDateTime local) {
        super(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
        set(local);
    }

    public void set(LocalDateTime local) {
        stopAt(local);
        ClockUtil.setCurrentTime(Date.from(instant()));
    }

    public void advance(Duration duration) {
        set(LocalDateTime.now(this).plus(duration));
    }
}
