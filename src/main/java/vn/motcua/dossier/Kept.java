package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;

/**
 * What is kept beside the ledger so that lists and reports need not read it: always what the ledger says now.
 *
 * @param acceptanceDue by when an online filing must be accepted or returned, null for one received at the counter
 * @param answered when the desk answered the filing, null while it has not
 * @param due the last instant in time, null until received
 */
record Kept(
        Status status,
        @Nullable LocalDateTime filed,
        @Nullable LocalDateTime acceptanceDue,
        boolean acceptanceProvisional,
        @Nullable LocalDateTime answered,
        @Nullable LocalDateTime received,
        @Nullable LocalDateTime due,
        boolean provisional,
        @Nullable LocalDateTime waitingSince,
        @Nullable LocalDateTime resolved,
        @Nullable Outcome outcome,
        @Nullable Timeliness timeliness,
        @Nullable LocalDateTime returned) {

    /** What is kept of a dossier that nothing has happened to. */
    static final Kept NOTHING =
            new Kept(Status.FILED, null, null, false, null, null, null, false, null, null, null, null, null);

    /** @throws IllegalStateException when the events do not follow from one another */
    static Kept of(Ledger ledger, LocalDateTime now) {
        Course course = ledger.course(now);
        Optional<ClockReading> reading = ledger.asOf(course, now);
        Optional<Deadline> answerDue = ledger.acceptance(now).map(Acceptance::due);
        return new Kept(
                Objects.requireNonNull(ledger.state().status(), "A ledger has at least one event"),
                course.filed,
                answerDue.map(Deadline::lastInstant).orElse(null),
                answerDue.map(Deadline::provisional).orElse(false),
                course.filed == null ? null : course.answered,
                course.received,
                reading.map(ClockReading::due).map(Deadline::lastInstant).orElse(null),
                reading.map(ClockReading::due).map(Deadline::provisional).orElse(false),
                reading.map(ClockReading::waitingSince).orElse(null),
                course.resolved(),
                outcome(ledger),
                reading.map(ClockReading::timeliness).orElse(null),
                course.returned);
    }

    private static @Nullable Outcome outcome(Ledger ledger) {
        Outcome outcome = null;
        for (ClockEvent event : ledger.events()) {
            outcome = switch (event.kind()) {
                case RESOLVED -> Outcome.GRANTED;
                case REFUSED -> Outcome.REFUSED;
                case WITHDRAWN -> Outcome.WITHDRAWN;
                case STOPPED -> Outcome.STOPPED;
                case NOT_ACCEPTED -> Outcome.NOT_ACCEPTED;
                default -> outcome;
            };
        }
        return outcome;
    }
}
