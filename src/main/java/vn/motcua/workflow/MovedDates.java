package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import vn.motcua.calendar.Allowance;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierChanged;
import vn.motcua.dossier.DossierDates;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Status;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.EngineState;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/**
 * When the clock of a dossier starts, waits, runs on or moves, so do the due dates of its open tasks and its timers, in
 * the same transaction. And what is done to a dossier that runs on a process must be done by its process.
 */
@EngineRoom
class MovedDates {

    private final Flows flows;
    private final WorkItems items;
    private final Dossiers dossiers;
    private final Agencies agencies;
    private final Calendars calendars;
    private final ObjectProvider<ProcessEngine> engine;
    private final Clock clock;

    MovedDates(
            Flows flows,
            WorkItems items,
            Dossiers dossiers,
            Agencies agencies,
            Calendars calendars,
            ObjectProvider<ProcessEngine> engine,
            Clock clock) {
        this.flows = flows;
        this.items = items;
        this.dossiers = dossiers;
        this.agencies = agencies;
        this.calendars = calendars;
        this.engine = engine;
        this.clock = clock;
    }

    @EventListener
    void on(DossierChanged change) {
        if (change.before() == null) {
            return; // what is filed now runs on nothing yet
        }
        Optional<String> instance = flows.instance(change.dossier().id());
        if (instance.isEmpty()) {
            return;
        }
        EventKind kind = last(change.after()).kind();
        if (kind != EventKind.RECALCULATED && !EngineState.isInCommand()) {
            throw new IllegalStateException("%s of %s outside of its process"
                    .formatted(kind, change.dossier().code()));
        }
        if (isMoved(change.before(), change)) {
            inCommand(() -> move(change.dossier(), change.after(), instance.get()));
        }
    }

    /** Sets every date of an open dossier anew, as after a change of the calendar. */
    void moveAll(long dossierId) {
        Dossier dossier = dossiers.get(dossierId);
        flows.instance(dossierId)
                .ifPresent(instance -> inCommand(() -> move(dossier, dossiers.ledger(dossier), instance)));
    }

    private boolean isMoved(Ledger before, DossierChanged change) {
        LocalDateTime now = LocalDateTime.now(clock);
        return last(change.after()).kind() == EventKind.RECALCULATED
                || !state(before, now).equals(state(change.after(), now));
    }

    /** What of the clock the dates depend on: due date, waiting, and whether papers are awaited. */
    private static List<Object> state(Ledger ledger, LocalDateTime now) {
        Optional<ClockReading> reading = ledger.asOf(now);
        return List.of(
                reading.map(ClockReading::due),
                reading.map(ClockReading::waiting),
                reading.map(ClockReading::resolved),
                DossierDates.of(ledger, now).lapse(0));
    }

    private static ClockEvent last(Ledger ledger) {
        return ledger.events().get(ledger.events().size() - 1);
    }

    private void move(Dossier dossier, Ledger ledger, String instance) {
        DossierDates dates = DossierDates.of(ledger, LocalDateTime.now(clock));
        items.of(dossier.id()).forEach(item -> moveTask(item, dossier, dates));
        EngineState.resetTimers(instance);
    }

    private void moveTask(WorkItem item, Dossier dossier, DossierDates dates) {
        String allowance = item.allowance();
        if (allowance != null) {
            setDue(item, step(item, Allowance.parse(allowance), dates));
        } else if (dossier.status() == Status.FILED) {
            setDue(item, dossier.acceptanceDue());
        }
    }

    private @Nullable LocalDateTime step(WorkItem item, Allowance allowance, DossierDates dates) {
        WorkingTime time = new WorkingTime(
                calendars.history().latest(), agencies.get(item.agencyId()).officeHours());
        return dates.step(item.created(), allowance, time)
                .map(Deadline::lastInstant)
                .orElse(null);
    }

    /** As the engine keeps it, so that a date that was moved is told like one that never was. */
    private void setDue(WorkItem item, @Nullable LocalDateTime exact) {
        LocalDateTime due = exact == null ? null : exact.truncatedTo(ChronoUnit.MILLIS);
        if (!Objects.equals(due, item.due())) {
            items.setDue(item.taskId(), due);
            EngineState.setDue(item.taskId(), Dates.ofNullable(due));
        }
    }

    private void inCommand(Runnable change) {
        if (EngineState.isInCommand()) {
            change.run();
        } else {
            EngineState.command(engine.getObject().getProcessEngineConfiguration(), change);
        }
    }
}
