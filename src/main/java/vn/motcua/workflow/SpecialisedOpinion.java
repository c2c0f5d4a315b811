package vn.motcua.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submissions;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.Decisions;
import vn.motcua.workflow.engine.EngineRoom;

/** Whose opinion the subject of a publication needs, by the decision table that the province keeps. */
@EngineRoom
public class SpecialisedOpinion {

    private static final String TABLE = "specialised-agency";

    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Agencies agencies;

    SpecialisedOpinion(Dossiers dossiers, Submissions submissions, Agencies agencies) {
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.agencies = agencies;
    }

    public boolean isNeeded(DelegateExecution execution) {
        return decided(execution) != null;
    }

    /** The code of the agency; refused where the table names one that the catalogue does not have. */
    public String agency(DelegateExecution execution) {
        String code = decided(execution);
        return agencies.find(code == null ? "" : code)
                .map(agency -> agency.code())
                .orElseThrow(() -> new Refusal(
                        "Bảng %s nêu đơn vị %s không có trong danh mục; hãy báo quản trị sửa bảng hoặc nhập đơn vị"
                                .formatted(TABLE, code)));
    }

    private @Nullable String decided(DelegateExecution execution) {
        long dossier = dossiers.get(Acts.code(execution)).id();
        Object subject = submissions.fields(dossier).getOrDefault("subject", "none");
        // The table that came with this version of the process, asked by us and not by whoever is logged in.
        return Decisions.single(execution, TABLE, Map.of("subject", subject));
    }
}
