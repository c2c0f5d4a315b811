package vn.motcua.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submissions;
import vn.motcua.workflow.engine.EngineRoom;

/** What models may ask about what was filled in for the dossier. */
@EngineRoom
public class Answers {

    private final Dossiers dossiers;
    private final Submissions submissions;

    Answers(Dossiers dossiers, Submissions submissions) {
        this.dossiers = dossiers;
        this.submissions = submissions;
    }

    /** The last value of a field, empty text where there is none. */
    public Object of(DelegateExecution execution, String field) {
        long dossier = dossiers.get(Acts.code(execution)).id();
        return submissions.fields(dossier).getOrDefault(field, "");
    }

    /** Whether the desk has accepted the dossier. */
    public boolean isReceived(DelegateExecution execution) {
        return dossiers.get(Acts.code(execution)).received() != null;
    }
}
