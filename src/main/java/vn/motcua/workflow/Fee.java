package vn.motcua.workflow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submissions;
import vn.motcua.workflow.engine.EngineRoom;

/** What the applicant pays: by the fee table of the procedure's process where it has one, else by the catalogue. */
@EngineRoom
public class Fee {

    /** The field of the dossier that holds the amount, in đồng. */
    static final String FIELD = "fee";

    /** The variable that the fee table of a process fills. */
    static final String UNIT_FEE = "unitFee";

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Submissions submissions;

    Fee(Dossiers dossiers, Procedures procedures, Submissions submissions) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.submissions = submissions;
    }

    /** Units times the fee per unit that the decision table has just given. */
    void assess(DelegateExecution execution) {
        Dossier dossier = dossiers.get(Acts.code(execution));
        BigDecimal units = number(submissions.fields(dossier.id()).get("units"));
        BigDecimal perUnit = number(execution.getVariable(UNIT_FEE));
        submissions.put(dossier.id(), Map.of(FIELD, units.multiply(perUnit)));
        execution.removeVariable(UNIT_FEE);
    }

    public boolean isDue(DelegateExecution execution) {
        return amount(dossiers.get(Acts.code(execution))).signum() > 0;
    }

    /** In whole đồng; nothing to pay is zero. */
    public long inDong(Dossier dossier) {
        return amount(dossier).setScale(0, RoundingMode.CEILING).longValueExact();
    }

    /** In đồng; nothing to pay is zero. */
    BigDecimal amount(Dossier dossier) {
        Object assessed = submissions.fields(dossier.id()).get(FIELD);
        return assessed == null
                ? BigDecimal.valueOf(
                        procedures.get(dossier.versionId()).definition().fee())
                : number(assessed);
    }

    private static BigDecimal number(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }
}
