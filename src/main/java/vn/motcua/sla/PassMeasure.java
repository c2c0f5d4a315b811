package vn.motcua.sla;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Timeliness;

/** Measures finished steps, by the calendar that was known when they were done. */
@Component
class PassMeasure {

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Agencies agencies;

    PassMeasure(JdbcClient jdbc, Calendars calendars, Agencies agencies) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.agencies = agencies;
    }

    /** In the order of the steps. */
    List<StepPass> of(List<FinishedStep> steps) {
        CalendarHistory history = calendars.history();
        Map<Long, List<Pause>> standing =
                standing(steps.stream().map(FinishedStep::dossier).distinct().toList());
        return steps.stream()
                .map(step -> of(step, history, standing.getOrDefault(step.dossier(), List.of())))
                .toList();
    }

    private StepPass of(FinishedStep step, CalendarHistory history, List<Pause> standing) {
        WorkingTime office = office(step.agency(), history, step.done());
        LocalDateTime opened = step.time().opened();
        Duration open = office.between(opened, step.done());
        Duration waited = office.paused(opened, step.done(), standing);
        Duration allowed = step.time().allowed(office);
        Timeliness timeliness = step.time().timeliness(step.done());
        return new StepPass(
                minutes(open.minus(waited)),
                minutes(waited),
                allowed == null ? null : minutes(allowed),
                timeliness == null ? null : timeliness == Timeliness.LATE,
                toResult(step, history, standing),
                step.over());
    }

    private @Nullable Integer toResult(FinishedStep step, CalendarHistory history, List<Pause> standing) {
        LocalDateTime opened = step.time().opened();
        LocalDateTime resolved = step.resolved();
        if (resolved == null || !opened.isBefore(resolved)) {
            return null;
        }
        WorkingTime office = office(step.dossierAgency(), history, resolved);
        return minutes(office.between(opened, resolved).minus(office.paused(opened, resolved, standing)));
    }

    private WorkingTime office(int agency, CalendarHistory history, LocalDateTime moment) {
        return new WorkingTime(history.knownAt(moment), agencies.get(agency).officeHours());
    }

    /** When the clocks stood; the spans of each dossier are what its ledger says. */
    private Map<Long, List<Pause>> standing(Collection<Long> dossiers) {
        Map<Long, List<Pause>> standing = new HashMap<>();
        jdbc.sql("""
                        select dossier_id, valid_from, valid_to from motcua.clock_span
                        where dossier_id = any (?) and waiting
                        """)
                .param(dossiers.toArray(Long[]::new))
                .query((row, n) -> standing.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(new Pause(
                                row.getObject(2, LocalDateTime.class),
                                Objects.requireNonNullElse(row.getObject(3, LocalDateTime.class), LocalDateTime.MAX))))
                .list();
        return standing;
    }

    private static int minutes(Duration time) {
        return (int) time.toMinutes();
    }
}
