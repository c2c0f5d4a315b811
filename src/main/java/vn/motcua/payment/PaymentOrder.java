package vn.motcua.payment;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was begun.
 *
 * @param dossier its code
 * @param amount in đồng
 * @param returnPath the page of ours that it was begun on
 * @param address where the gateway takes the payer, null until it was told
 * @param answered when it was paid, failed or lapsed
 */
public record PaymentOrder(
        long id,
        String reference,
        long dossierId,
        String dossier,
        String gateway,
        long amount,
        OrderState state,
        String returnPath,
        @Nullable String address,
        LocalDateTime begun,
        LocalDateTime lapses,
        @Nullable LocalDateTime answered) {

    boolean isOpen(LocalDateTime now) {
        return state == OrderState.BEGUN && now.isBefore(lapses);
    }
}
