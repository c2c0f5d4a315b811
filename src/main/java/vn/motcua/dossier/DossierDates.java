package vn.motcua.dossier;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.Allowance;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.ClockPolicy;

/** The moments at which something about a dossier is to be done, as its clock has them at a moment. */
public final class DossierDates {

    private final Ledger ledger;
    private final LocalDateTime moment;

    private DossierDates(Ledger ledger, LocalDateTime moment) {
        this.ledger = ledger;
        this.moment = moment;
    }

    public static DossierDates of(Ledger ledger, LocalDateTime moment) {
        return new DossierDates(ledger, moment);
    }

    /**
     * From when apology and re-appointment are due unless the result comes in time: the opening of the working day before
     * the due day, for a limit in hours the moment at which half of it is left. Empty while the clock does not run.
     */
    public Optional<LocalDateTime> warning() {
        return running().map(reading -> {
            Course course = ledger.course(moment);
            WorkingTime time = ledger.workingTime(course, moment);
            return ledger.terms().limit().unit() == LimitUnit.WORKING_HOURS
                    ? halfway(course, reading, time)
                    : openingBefore(reading.due().day(), time);
        });
    }

    /** The last instant in time; overdue is what comes after it. Empty while the clock does not run. */
    public Optional<LocalDateTime> due() {
        return running().map(reading -> reading.due().lastInstant());
    }

    /**
     * The last instant at which papers asked for can still come; empty when none are awaited.
     *
     * @param days calendar days, counted from the day after the request
     */
    public Optional<LocalDateTime> lapse(int days) {
        ClockEvent asked = null;
        for (ClockEvent event : ledger.events()) {
            asked = switch (event.kind()) {
                case SUPPLEMENT_ASKED -> event;
                case SUPPLEMENT_RECEIVED -> null;
                default -> asked;
            };
        }
        return Optional.ofNullable(asked)
                .map(event -> event.occurredAt().toLocalDate().plusDays(days).atTime(Deadline.END_OF_DAY));
    }

    /**
     * When a step that began at a moment ends its allowance. It moves as the dossier's clock does: a wait pushes it under
     * PAUSE and starts it anew under RESTART. Empty while the dossier waits.
     *
     * @param time the working time of the agency that has the step
     */
    public Optional<Deadline> step(LocalDateTime began, Allowance allowance, WorkingTime time) {
        if (ledger.asOf(moment).filter(ClockReading::waiting).isPresent()) {
            return Optional.empty();
        }
        Course course = ledger.course(moment);
        LocalDateTime start = began;
        if (ledger.terms().policy() == ClockPolicy.RESTART) {
            LocalDateTime restarted = course.received == null ? began : ledger.start(course, course.received);
            start = restarted.isAfter(began) ? restarted : began;
        }
        return Optional.of(allowance.from(start, pausesSince(start, course), time));
    }

    private List<Pause> pausesSince(LocalDateTime start, Course course) {
        LocalDateTime received = course.received;
        return received == null
                ? List.of()
                : ledger.pauses(course, ledger.start(course, received)).stream()
                        .filter(pause -> pause.to().isAfter(start))
                        .map(pause -> pause.from().isBefore(start) ? new Pause(start, pause.to()) : pause)
                        .toList();
    }

    private Optional<ClockReading> running() {
        return ledger.asOf(moment).filter(reading -> !reading.waiting() && reading.resolved() == null);
    }

    private LocalDateTime halfway(Course course, ClockReading reading, WorkingTime time) {
        LocalDateTime start = ledger.start(course, reading.received());
        TimeLimit limit = ledger.limit(course);
        Duration half =
                Duration.ofMinutes(limit.amount() * 30L).plusSeconds(limit.push(ledger.pauses(course, start), time));
        return time.plus(start, half);
    }

    private static LocalDateTime openingBefore(LocalDate due, WorkingTime time) {
        WorkingCalendar calendar = time.calendar();
        LocalDate day = due.minusDays(1);
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(time.hours().sessions().get(0).start());
    }
}
