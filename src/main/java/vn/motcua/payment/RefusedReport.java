package vn.motcua.payment;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway told us that fits no order.
 *
 * @param dossier whose order it names, null where there is no such order
 * @param amount in đồng, as told
 */
public record RefusedReport(
        LocalDateTime at,
        String gateway,
        String reference,
        @Nullable String dossier,
        long amount,
        String outcome,
        String verdict) {}
