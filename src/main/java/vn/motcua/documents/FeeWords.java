package vn.motcua.documents;

import java.math.BigDecimal;
import java.util.Map;
import vn.motcua.catalogue.ProcedureDefinition;

/** The fee of a dossier as forms and letters tell it. */
public final class FeeWords {

    private FeeWords() {}

    /** What was assessed, else what the catalogue has. */
    public static String of(Map<String, Object> fields, ProcedureDefinition procedure) {
        Object assessed = fields.get("fee");
        BigDecimal amount =
                assessed == null ? BigDecimal.valueOf(procedure.fee()) : new BigDecimal(assessed.toString());
        if (amount.signum() == 0) {
            return "Không";
        }
        return assessed == null && procedure.feeUnit() != null
                ? Wording.money(amount) + "/" + procedure.feeUnit()
                : Wording.money(amount);
    }
}
