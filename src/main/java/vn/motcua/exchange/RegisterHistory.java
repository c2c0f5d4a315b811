package vn.motcua.exchange;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.History;
import vn.motcua.dossier.Status;

/** Turns a register row into the ledger of a dossier. */
final class RegisterHistory {

    /** Who enters the events of a register. */
    static final String ACTOR = "import-register";

    private final RegisterRow row;
    private final LocalDateTime now;
    private final List<ClockEvent> events = new ArrayList<>();

    private RegisterHistory(RegisterRow row, LocalDateTime now) {
        this.row = row;
        this.now = now;
    }

    static History of(RegisterRow row, ProcedureVersion version, Agency agency, LocalDateTime now) {
        RegisterHistory history = new RegisterHistory(row, now);
        history.tell();
        return new History(row.code(), version, agency, row.channel(), row.applicant(), history.events, row.digest());
    }

    private void tell() {
        if (row.status() == Status.FILED || row.status() == Status.NOT_ACCEPTED) {
            add(EventKind.FILED, row.received());
            if (row.status() == Status.NOT_ACCEPTED) {
                add(EventKind.NOT_ACCEPTED, row.resolved().orElse(row.received()));
            }
            return;
        }
        add(EventKind.ACCEPTED, row.received());
        row.waits().forEach(wait -> {
            add(EventKind.SUPPLEMENT_ASKED, wait.began());
            wait.ended().ifPresent(end -> add(EventKind.SUPPLEMENT_RECEIVED, end));
        });
        row.resolved().ifPresentOrElse(end -> add(ending(), end), this::openState);
        row.returned().ifPresent(returned -> add(EventKind.RETURNED, returned));
    }

    private EventKind ending() {
        if (row.result().isEmpty()) {
            return EventKind.STOPPED;
        }
        return switch (row.result().get()) {
            case CAP -> EventKind.RESOLVED;
            case TU_CHOI -> EventKind.REFUSED;
            case RUT, KHONG_TIEP_NHAN -> EventKind.WITHDRAWN;
        };
    }

    /** A register gives an open dossier's state without its time: it is entered at the last time that is known. */
    private void openState() {
        LocalDateTime last = events.get(events.size() - 1).occurredAt();
        switch (row.status()) {
            case IN_PROCESS -> add(EventKind.PROCESSING_BEGUN, last);
            case WAITING_PAYMENT -> add(EventKind.PAYMENT_ASKED, last);
            case WITHDRAWAL_ASKED -> add(EventKind.WITHDRAWAL_ASKED, last);
            default -> {}
        }
    }

    private void add(EventKind kind, LocalDateTime at) {
        events.add(ClockEvent.of(kind, at, now, ACTOR));
    }
}
