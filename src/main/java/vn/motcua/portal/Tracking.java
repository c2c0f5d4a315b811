package vn.motcua.portal;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.page.DeadlineWords;
import vn.motcua.portal.TrackedDossier.At;
import vn.motcua.portal.TrackedDossier.Turn;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Tells where a dossier is, in words for those who filed it. */
@Component
public class Tracking {

    private static final Set<EventKind> OF_THE_OFFICE = EnumSet.of(EventKind.RECALCULATED);

    /** Their reasons are for the applicant to read; others' are notes of the office. */
    private static final Set<EventKind> WITH_REASON = EnumSet.of(
            EventKind.NOT_ACCEPTED,
            EventKind.SUPPLEMENT_ASKED,
            EventKind.EXTENDED,
            EventKind.REAPPOINTED,
            EventKind.REFUSED,
            EventKind.WITHDRAWAL_DECLINED,
            EventKind.STOPPED);

    /** What the office has to do beside handling it. */
    private static final Set<String> BESIDE = Set.of("overdue", "reappoint");

    /** The tasks that wait for papers: until they are due, the papers can come. */
    private static final Set<String> AWAITS_PAPERS = Set.of("await-papers", "receive-supplement");

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Agencies agencies;
    private final WorkItems items;
    private final DeadlineWords deadlines;

    Tracking(Dossiers dossiers, Procedures procedures, Agencies agencies, WorkItems items, DeadlineWords deadlines) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.agencies = agencies;
        this.items = items;
        this.deadlines = deadlines;
    }

    @Transactional(readOnly = true)
    public Optional<TrackedDossier> of(String code) {
        return dossiers.find(code).map(this::tracked);
    }

    private TrackedDossier tracked(Dossier dossier) {
        List<ClockEvent> events = dossiers.ledger(dossier).events();
        List<WorkItem> open = items.of(dossier.id());
        boolean asked = dossier.status() == Status.WAITING_SUPPLEMENT;
        return new TrackedDossier(
                dossier.code(),
                procedures.get(dossier.versionId()).definition().name(),
                agencies.get(dossier.agencyId()).name(),
                dossier.status(),
                dossier.answered() == null && dossier.acceptanceDue() != null && dossier.received() == null
                        ? deadlines.of(dossier.agencyId(), dossier.acceptanceDue(), null)
                        : null,
                dossier.due() == null || dossier.status().isEnded()
                        ? null
                        : deadlines.of(dossier.agencyId(), dossier.due(), dossier.waitingSince()),
                dossier.dueProvisional(),
                dossier.timeliness(),
                asked ? lastReason(events) : null,
                asked ? bringBy(open) : null,
                open.stream()
                        .filter(item -> !AWAITS_PAPERS.contains(item.taskKey()) && !BESIDE.contains(item.taskKey()))
                        .map(this::at)
                        .toList(),
                Stage.of(dossier, events),
                events.stream()
                        .filter(event -> !OF_THE_OFFICE.contains(event.kind()))
                        .map(Tracking::turn)
                        .toList());
    }

    private At at(WorkItem item) {
        return new At(item.name(), agencies.get(item.agencyId()).name());
    }

    private static @Nullable LocalDateTime bringBy(List<WorkItem> open) {
        return open.stream()
                .filter(item -> AWAITS_PAPERS.contains(item.taskKey()))
                .findFirst()
                .map(WorkItem::due)
                .orElse(null);
    }

    private static @Nullable String lastReason(List<ClockEvent> events) {
        String reason = null;
        for (ClockEvent event : events) {
            reason = event.kind() == EventKind.SUPPLEMENT_ASKED ? event.reason() : reason;
        }
        return reason;
    }

    private static Turn turn(ClockEvent event) {
        return new Turn(
                event.occurredAt(),
                event.kind(),
                WITH_REASON.contains(event.kind()) ? event.reason() : null,
                event.appointment());
    }
}
