package vn.motcua.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.notification.Outbox;
import vn.motcua.workflow.engine.EngineRoom;

/** What is told to people beyond their task list. */
@EngineRoom
class Notices {

    private final Dossiers dossiers;
    private final Outbox outbox;

    Notices(Dossiers dossiers, Outbox outbox) {
        this.dossiers = dossiers;
        this.outbox = outbox;
    }

    void overdue(DelegateExecution execution) {
        Dossier dossier = dossiers.get(Acts.code(execution));
        String due = dossier.due() == null ? "" : VietnameseDates.moment(dossier.due());
        outbox.put(
                dossier.id(),
                "overdue",
                "Hồ sơ %s của %s đã quá hạn (hạn %s)"
                        .formatted(dossier.code(), dossier.applicant().name(), due));
    }
}
