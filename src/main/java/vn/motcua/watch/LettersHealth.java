package vn.motcua.watch;

import java.time.Duration;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether letters go out. Where no mail server is set, they wait, and that is no fault. */
@Component("lettersHealthIndicator")
class LettersHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Readings readings;

    LettersHealth(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Health health() {
        return readings.last()
                .map(reading -> Checked.warnIf(reading.lettersLate().compareTo(PATIENCE) > 0)
                        .withDetails(reading.letters())
                        .withDetail("lateSeconds", reading.lettersLate().toSeconds())
                        .build())
                .orElseGet(() -> Health.unknown().build());
    }
}
