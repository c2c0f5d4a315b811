package vn.motcua.sla;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;

/** Looks at dossiers and writes what is to be said of them otherwise than before. */
@Component
class Forecaster {

    private final RiskSpans spans;
    private final Calendars calendars;
    private final Agencies agencies;
    private final Clock clock;

    Forecaster(RiskSpans spans, Calendars calendars, Agencies agencies, Clock clock) {
        this.spans = spans;
        this.calendars = calendars;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @param dossiers each of them once */
    void look(List<Long> dossiers) {
        LocalDateTime now = LocalDateTime.now(clock);
        WorkingCalendar calendar = calendars.history().knownAt(now);
        List<Long> over = new ArrayList<>();
        List<Long> said = new ArrayList<>();
        List<Forecast> forecasts = new ArrayList<>();
        for (RiskSpans.Case known : spans.cases(dossiers, now)) {
            Forecast before = known.said();
            Forecast forecast = forecast(known.open(), calendar);
            if (before != null && (forecast == null || !forecast.agreesWith(before))) {
                over.add(known.id());
            }
            if (forecast != null && (before == null || !forecast.agreesWith(before))) {
                said.add(known.id());
                forecasts.add(forecast);
            }
        }
        spans.close(over, now);
        spans.say(said, forecasts, now);
    }

    private @Nullable Forecast forecast(@Nullable OpenDossier open, WorkingCalendar calendar) {
        return open == null
                ? null
                : Forecast.of(
                        open,
                        new WorkingTime(calendar, agencies.get(open.agency()).officeHours()));
    }
}
