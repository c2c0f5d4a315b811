package vn.motcua.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Ledger;

/** The printed forms of a dossier, each once there is a reason for it. */
enum PrintLink {
    RECEIPT("receipt", EventKind.ACCEPTED),
    SUPPLEMENT_REQUEST("supplement-request", EventKind.SUPPLEMENT_ASKED),
    REFUSAL("refusal", EventKind.REFUSED, EventKind.NOT_ACCEPTED),
    APOLOGY("apology", EventKind.REAPPOINTED),
    EXTENSION("extension", EventKind.EXTENDED),
    STOP_NOTICE("stop-notice", EventKind.STOPPED),
    CONTROL_SHEET("control-sheet", EventKind.ACCEPTED);

    private final String address;
    private final Set<EventKind> reasons;

    PrintLink(String address, EventKind... reasons) {
        this.address = address;
        this.reasons = Set.of(reasons);
    }

    /** The last part of its address. */
    public String address() {
        return address;
    }

    static List<PrintLink> of(Ledger ledger) {
        Set<EventKind> happened = ledger.events().stream().map(ClockEvent::kind).collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(link -> link.reasons.stream().anyMatch(happened::contains))
                .toList();
    }
}
