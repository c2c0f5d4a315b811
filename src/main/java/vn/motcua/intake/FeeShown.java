package vn.motcua.intake;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.ProcedureDefinition;

/**
 * A fee as it is told before the dossier is filed.
 *
 * @param amount in đồng; null while it depends on what is not filled in
 * @param each in đồng per unit, null where there is no unit
 */
public record FeeShown(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal each,
        @Nullable String unit) {

    public static FeeShown of(ProcedureDefinition procedure, Optional<BigDecimal> amount) {
        String unit = procedure.feeUnit();
        return new FeeShown(amount.orElse(null), unit == null ? null : BigDecimal.valueOf(procedure.fee()), unit);
    }

    public boolean isNothing() {
        return amount != null && amount.signum() == 0;
    }
}
