package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Pause;

/** The facts of a dossier's clock that had occurred by a moment; what comes later does not exist for it. */
final class Course {

    /** @param ended null while it lasts */
    record Wait(
            boolean forPayment,
            LocalDateTime began,
            @Nullable LocalDateTime ended) {

        Optional<Pause> untilEndedOr(@Nullable LocalDateTime resolved) {
            LocalDateTime to = ended == null ? resolved : ended;
            return to == null ? Optional.empty() : Optional.of(new Pause(began, to));
        }
    }

    /** When the filing, or the last papers asked for before acceptance, came to the desk. */
    @Nullable
    LocalDateTime filed;

    @Nullable
    LocalDateTime received;

    @Nullable
    ClockEvent end;

    @Nullable
    LocalDateTime returned;

    /** When the desk accepted the filing, returned it or asked for papers. */
    @Nullable
    LocalDateTime answered;

    final List<Wait> waits = new ArrayList<>();
    final List<ClockEvent> extensions = new ArrayList<>();
    final List<ClockEvent> reappointments = new ArrayList<>();

    static Course upTo(List<ClockEvent> events, LocalDateTime moment) {
        Course course = new Course();
        for (ClockEvent event : events) {
            if (!event.occurredAt().isAfter(moment)) {
                course.take(event);
            }
        }
        return course;
    }

    private void take(ClockEvent event) {
        LocalDateTime at = event.occurredAt();
        switch (event.kind()) {
            case FILED -> filed = at;
            case ACCEPTED -> {
                received = at;
                answered = at;
            }
            case NOT_ACCEPTED -> answered = at;
            case SUPPLEMENT_ASKED -> asked(at);
            case SUPPLEMENT_RECEIVED -> supplemented(at);
            case PAYMENT_ASKED -> waits.add(new Wait(true, at, null));
            case PAYMENT_RECEIVED -> endWait(at);
            case EXTENDED -> extensions.add(event);
            case REAPPOINTED -> reappointments.add(event);
            case REFUSED, RESOLVED, WITHDRAWN, STOPPED -> ended(event);
            case RETURNED -> returned = at;
            case PROCESSING_BEGUN, WITHDRAWAL_ASKED, WITHDRAWAL_DECLINED, RECALCULATED -> {}
        }
    }

    /** A filing withdrawn before acceptance needs no answer any more. */
    private void ended(ClockEvent event) {
        end = event;
        answered = answered == null ? event.occurredAt() : answered;
    }

    /** Papers asked for before acceptance are the desk's answer to the filing and no wait of the clock. */
    private void asked(LocalDateTime at) {
        if (received == null) {
            answered = at;
        } else {
            waits.add(new Wait(false, at, null));
        }
    }

    private void supplemented(LocalDateTime at) {
        if (received == null) {
            filed = at;
            answered = null;
        } else {
            endWait(at);
        }
    }

    private void endWait(LocalDateTime at) {
        Wait wait = waits.remove(waits.size() - 1);
        waits.add(new Wait(wait.forPayment(), wait.began(), at));
    }

    /** The wait that lasts, if the clock has not ended. */
    Optional<Wait> openWait() {
        return waits.isEmpty() || end != null
                ? Optional.empty()
                : Optional.of(waits.get(waits.size() - 1)).filter(wait -> wait.ended() == null);
    }

    @Nullable
    LocalDateTime resolved() {
        return end == null ? null : end.occurredAt();
    }

    boolean endedWithoutDecision() {
        return end != null && (end.kind() == EventKind.WITHDRAWN || end.kind() == EventKind.STOPPED);
    }
}
