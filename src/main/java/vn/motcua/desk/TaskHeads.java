package vn.motcua.desk;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.page.DeadlineWords;
import vn.motcua.people.SignedIn;
import vn.motcua.worklist.WorkItem;

/** Tells what a task is about, whose it is and how long there is for it. */
@Component
class TaskHeads {

    private final Procedures procedures;
    private final StaffNames names;
    private final DeadlineWords deadlines;

    TaskHeads(Procedures procedures, StaffNames names, DeadlineWords deadlines) {
        this.procedures = procedures;
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
