package vn.motcua.payment;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Status;

/**
 * A payment as the office reads it.
 *
 * @param status of the dossier
 * @param amount in đồng
 * @param moment when it was paid, failed or lapsed; when it was begun while it is open
 * @param paidBackBy the full name, or the username where there is none
 */
public record PaymentRow(
        String reference,
        String dossier,
        String applicant,
        Status status,
        String agency,
        String gateway,
        long amount,
        OrderState state,
        LocalDateTime begun,
        LocalDateTime moment,
        @Nullable LocalDateTime paidBack,
        @Nullable String paidBackBy,
        @Nullable String note) {}
