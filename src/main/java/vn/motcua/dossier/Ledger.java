package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.ClockPolicy;

/**
 * The events of one dossier, and the one reckoning that reads them: due date,
 * waiting, overdue and timeliness as of any moment. Immutable and pure.
 */
public final class Ledger {

    private final List<ClockEvent> events;
    private final ClockTerms terms;

    private Ledger(List<ClockEvent> events, ClockTerms terms) {
        this.events = events;
        this.terms = terms;
    }

    /**
     * @param events at least one, in the order in which they were entered; they occurred in that order too, but for a
     *     change of the calendar, which may be entered between what happened and its entry
     */
    public static Ledger of(List<ClockEvent> events, ClockTerms terms) {
        return new Ledger(List.copyOf(events), terms);
    }

    public List<ClockEvent> events() {
        return events;
    }

    public ClockTerms terms() {
        return terms;
    }

    /** This ledger with one more event at its end. */
    public Ledger with(ClockEvent event) {
        List<ClockEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Ledger(List.copyOf(more), terms);
    }

    /** The ledger of the first n events only. */
    public Ledger first(int n) {
        return new Ledger(events.subList(0, n), terms);
    }

    /** What the clock said at the moment, empty when the dossier was not received by then. */
    public Optional<ClockReading> asOf(LocalDateTime moment) {
        return asOf(course(moment), moment);
    }

    /** @param course of this ledger up to the moment */
    Optional<ClockReading> asOf(Course course, LocalDateTime moment) {
        LocalDateTime received = course.received;
        if (received == null) {
            return Optional.empty();
        }
        Deadline due = due(course, received, moment);
        LocalDateTime resolved = course.resolved();
        LocalDateTime waitingSince = course.openWait()
                .filter(wait -> !wait.forPayment() || terms.paymentStopsClock())
                .map(Course.Wait::began)
                .orElse(null);
        return Optional.of(new ClockReading(
                moment,
                received,
                workingTime(course, moment).effectiveDay(received),
                due,
                waitingSince,
                resolved == null && waitingSince == null && due.isMissedAt(moment),
                resolved,
                timeliness(course, resolved, due)));
    }

    /** When the clock stood for the applicant; what still lasts has no end. */
    public List<Pause> standing() {
        return ClockSpan.standing(ClockSpan.of(this));
    }

    /** How the due date of a reading of this ledger came about, step by step. */
    public List<ReckoningStep> explain(ClockReading reading) {
        return Explanation.of(this, reading);
    }

    /**
     * How the desk stands to an online filing, which it must accept or return within its own limit; empty for a dossier
     * received at the counter.
     */
    public Optional<Acceptance> acceptance(LocalDateTime moment) {
        Course course = course(moment);
        LocalDateTime filed = course.filed;
        if (filed == null) {
            return Optional.empty();
        }
        LocalDateTime until = earlier(moment, course.answered);
        Deadline due = terms.acceptanceLimit().from(filed, workingTimeAt(until));
        return Optional.of(new Acceptance(filed, due, course.answered, due.isMissedAt(until)));
    }

    /**
     * Where the events have brought the dossier.
     *
     * @throws IllegalStateException when one cannot follow from those before it
     */
    Transitions state() {
        Transitions state = Transitions.START;
        for (ClockEvent event : events) {
            Transitions before = state;
            state = state.after(event.kind())
                    .orElseThrow(() -> new IllegalStateException(event.kind() + " cannot follow " + before.status()));
        }
        return state;
    }

    Course course(LocalDateTime moment) {
        return Course.upTo(events, moment);
    }

    /** Where the limit starts to run: the receipt, or under RESTART the end of the last completed supplement. */
    LocalDateTime start(Course course, LocalDateTime received) {
        LocalDateTime start = received;
        if (terms.policy() == ClockPolicy.RESTART) {
            for (Course.Wait wait : course.waits) {
                LocalDateTime ended = wait.ended();
                start = wait.forPayment() || ended == null ? start : ended;
            }
        }
        return start;
    }

    /**
     * The waits that push the limit. One that still lasts pushes nothing, unless the resolution ended it; under RESTART
     * a supplement pushes nothing, it starts the limit anew.
     */
    List<Pause> pauses(Course course, LocalDateTime start) {
        List<Pause> pauses = new ArrayList<>();
        for (Course.Wait wait : course.waits) {
            boolean standsStill = wait.forPayment() ? terms.paymentStopsClock() : terms.policy() == ClockPolicy.PAUSE;
            if (standsStill && !wait.began().isBefore(start)) {
                wait.untilEndedOr(course.resolved()).ifPresent(pauses::add);
            }
        }
        return pauses;
    }

    TimeLimit limit(Course course) {
        TimeLimit limit = terms.limit();
        for (ClockEvent extension : course.extensions) {
            limit = limit.plus(extension.amount() == null ? 0 : extension.amount());
        }
        return limit;
    }

    /**
     * The agency's working time by the calendar that governs the dossier at the moment: the one known then, or when the
     * dossier was first entered if that was later, and no later than its resolution.
     */
    WorkingTime workingTime(Course course, LocalDateTime moment) {
        return workingTimeAt(earlier(moment, course.resolved()));
    }

    private WorkingTime workingTimeAt(LocalDateTime governing) {
        LocalDateTime entered = events.get(0).recordedAt();
        return terms.workingTimeKnownAt(governing.isAfter(entered) ? governing : entered);
    }

    private static LocalDateTime earlier(LocalDateTime moment, @Nullable LocalDateTime end) {
        return end == null || end.isAfter(moment) ? moment : end;
    }

    private Deadline due(Course course, LocalDateTime received, LocalDateTime moment) {
        LocalDateTime start = start(course, received);
        return limit(course).from(start, pauses(course, start), workingTime(course, moment));
    }

    private static @Nullable Timeliness timeliness(Course course, @Nullable LocalDateTime resolved, Deadline due) {
        if (resolved == null) {
            return null;
        }
        return course.endedWithoutDecision() ? Timeliness.ON_TIME : Timeliness.of(resolved, due);
    }
}
