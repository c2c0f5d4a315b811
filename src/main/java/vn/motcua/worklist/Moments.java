package vn.motcua.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Calendars;

/** The moments that divide the tabs. The calendar is looked at twice a minute, not with every list. */
@Component
class Moments {

    private static final int WORKING_DAYS = 2;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Calendars calendars;
    private final Clock clock;
    private volatile @Nullable Days days;

    private record Days(LocalDateTime read, LocalDate today, LocalDate lastSoon) {

        boolean isFresh(LocalDateTime now) {
            return today.equals(now.toLocalDate())
                    && Duration.between(read, now).abs().compareTo(FRESH) < 0;
        }
    }

    Moments(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** now, tomorrow: the end of today, later: the end of the second working day after today. */
    MapSqlParameterSource parameters() {
        LocalDateTime now = LocalDateTime.now(clock);
        Days known = days;
        if (known == null || !known.isFresh(now)) {
            LocalDate today = now.toLocalDate();
            known = new Days(now, today, calendars.history().latest().plusWorkingDays(today, WORKING_DAYS));
            days = known;
        }
        return new MapSqlParameterSource("now", now)
                .addValue("tomorrow", known.today().plusDays(1).atStartOfDay())
                .addValue("later", known.lastSoon().plusDays(1).atStartOfDay());
    }
}
