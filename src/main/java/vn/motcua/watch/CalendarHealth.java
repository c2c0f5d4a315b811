package vn.motcua.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Calendars;

/** Whether the days off are published for the days that are promised now; until then due dates are provisional. */
@Component("calendarHealthIndicator")
class CalendarHealth implements HealthIndicator {

    private static final int DAYS = 60;

    private final Calendars calendars;
    private final Clock clock;
    private final Remembered<Health> last;

    CalendarHealth(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
        this.last = new Remembered<>(Readings.EVERY, clock, this::look);
    }

    @Override
    public Health health() {
        return last.get();
    }

    private Health look() {
        LocalDate today = LocalDate.now(clock);
        try {
            OptionalInt year = calendars.history().latest().firstUnpublishedYear(today, today.plusDays(DAYS));
            Health.Builder health = Checked.warnIf(year.isPresent());
            year.ifPresent(unpublished -> health.withDetail("unpublishedYear", unpublished));
            return health.build();
        } catch (RuntimeException unreadable) {
            return Health.unknown().withException(unreadable).build();
        }
    }
}
