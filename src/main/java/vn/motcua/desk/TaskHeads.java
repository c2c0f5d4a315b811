package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.page.DeadlineWords;
import vn.motcua.people.SignedIn;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Tells what a task is about, whose it is and how long there is for it. */
@Component
class TaskHeads {

    /** Another open task of the same dossier. */
    record OpenElsewhere(String step, String agency, DeadlineWords.Told due) {}

    private final Procedures procedures;
    private final Dossiers dossiers;
    private final WorkItems items;
    private final Agencies agencies;
    private final StaffNames names;
    private final DeadlineWords deadlines;

    TaskHeads(
            Procedures procedures,
            Dossiers dossiers,
            WorkItems items,
            Agencies agencies,
            StaffNames names,
            DeadlineWords deadlines) {
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.items = items;
        this.agencies = agencies;
        this.names = names;
        this.deadlines = deadlines;
    }

    TaskHead of(SignedIn who, WorkItem item, Dossier dossier) {
        return new TaskHead(
                dossier.code(),
                procedure(dossier),
                dossier.applicant().name(),
                item.name(),
                names.looked().nameOrNull(item.assignee()),
                who.username().equals(item.assignee()),
                step(item.agencyId(), item.due(), dossier),
                dossier(dossier));
    }

    /** What else is open for the dossier: the decision may want to wait for it. */
    List<OpenElsewhere> others(WorkItem item) {
        Dossier dossier = dossiers.get(item.dossierId());
        return items.of(dossier.id()).stream()
                .filter(other -> !other.taskId().equals(item.taskId()))
                .map(other -> new OpenElsewhere(
                        other.name(),
                        agencies.get(other.agencyId()).name(),
                        step(other.agencyId(), other.due(), dossier)))
                .toList();
    }

    String procedure(Dossier dossier) {
        return procedures.get(dossier.versionId()).definition().name();
    }

    /** A step whose date is gone waits with its dossier. */
    DeadlineWords.Told step(int agency, @Nullable LocalDateTime due, Dossier dossier) {
        return deadlines.of(agency, due, due == null ? dossier.waitingSince() : null);
    }

    DeadlineWords.@Nullable Told dossier(Dossier dossier) {
        return dossier.due() == null || dossier.resolved() != null
                ? null
                : deadlines.of(dossier.agencyId(), dossier.due(), dossier.waitingSince());
    }
}
