package vn.motcua.dossier;

import static vn.motcua.dossier.Status.FILED;
import static vn.motcua.dossier.Status.IN_PROCESS;
import static vn.motcua.dossier.Status.NOT_ACCEPTED;
import static vn.motcua.dossier.Status.RECEIVED;
import static vn.motcua.dossier.Status.RESOLVED;
import static vn.motcua.dossier.Status.RETURNED;
import static vn.motcua.dossier.Status.STOPPED;
import static vn.motcua.dossier.Status.WAITING_PAYMENT;
import static vn.motcua.dossier.Status.WAITING_SUPPLEMENT;
import static vn.motcua.dossier.Status.WITHDRAWAL_ASKED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which event may follow which state. A wait remembers where the dossier goes back to.
 *
 * @param status where the dossier is, null before its first event
 * @param resume where it returns to when what it waits for has come
 * @param beforeWithdrawal where it returns to when a withdrawal is declined
 */
record Transitions(@Nullable Status status, Status resume, Status beforeWithdrawal) {

    static final Transitions START = new Transitions(null, FILED, FILED);

    private static final Set<Status> HANDLED = EnumSet.of(RECEIVED, IN_PROCESS);
    private static final Set<Status> OPEN =
            EnumSet.of(RECEIVED, IN_PROCESS, WAITING_SUPPLEMENT, WAITING_PAYMENT, WITHDRAWAL_ASKED);

    /** The state after the event, empty where the event is impossible. */
    Optional<Transitions> after(EventKind event) {
        if (status == null) {
            return event == EventKind.FILED
                    ? to(FILED, true)
                    : event == EventKind.ACCEPTED ? to(RECEIVED, true) : Optional.empty();
        }
        boolean received = resume != FILED;
        boolean handled = HANDLED.contains(status);
        boolean open = received && OPEN.contains(status);
        return switch (event) {
            case FILED -> Optional.empty();
            case ACCEPTED -> to(RECEIVED, status == FILED);
            case NOT_ACCEPTED -> to(NOT_ACCEPTED, status == FILED || status == WAITING_SUPPLEMENT && !received);
            case PROCESSING_BEGUN -> to(IN_PROCESS, status == RECEIVED);
            case SUPPLEMENT_ASKED -> waiting(WAITING_SUPPLEMENT, handled || status == FILED);
            case PAYMENT_ASKED -> waiting(WAITING_PAYMENT, handled);
            case WITHDRAWAL_ASKED ->
                open && status != WITHDRAWAL_ASKED
                        ? Optional.of(new Transitions(WITHDRAWAL_ASKED, resume, status))
                        : Optional.empty();
            case SUPPLEMENT_RECEIVED -> to(resume, status == WAITING_SUPPLEMENT);
            case PAYMENT_RECEIVED -> to(resume, status == WAITING_PAYMENT);
            case WITHDRAWAL_DECLINED -> to(beforeWithdrawal, status == WITHDRAWAL_ASKED);
            case EXTENDED -> to(status, open);
            case REAPPOINTED -> to(status, open && status != WAITING_SUPPLEMENT);
            case REFUSED, RESOLVED -> to(RESOLVED, open);
            case WITHDRAWN -> to(STOPPED, open || status == FILED || status == WAITING_SUPPLEMENT);
            case STOPPED -> to(STOPPED, open);
            case RETURNED -> to(RETURNED, status == RESOLVED || status == STOPPED);
            case RECALCULATED -> to(status, true);
        };
    }

    private Optional<Transitions> to(Status next, boolean allowed) {
        boolean steady = next == FILED || HANDLED.contains(next);
        return allowed
                ? Optional.of(new Transitions(next, steady ? next : resume, beforeWithdrawal))
                : Optional.empty();
    }

    private Optional<Transitions> waiting(Status next, boolean allowed) {
        return allowed ? Optional.of(new Transitions(next, resume, beforeWithdrawal)) : Optional.empty();
    }
}
