package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param occurredAt when it happened; the clock goes by this
 * @param recordedAt when it was entered, not before it happened
 * @param actor who entered it
 * @param amount an extension's units of the limit
 * @param appointment a re-appointment's new day
 */
public record ClockEvent(
        EventKind kind,
        LocalDateTime occurredAt,
        LocalDateTime recordedAt,
        String actor,
        @Nullable String reason,
        @Nullable String legalBasis,
        @Nullable String approver,
        @Nullable Integer amount,
        @Nullable LocalDate appointment,
        @Nullable String operationKey) {

    /** An event of which nothing but when, when entered and by whom is known. */
    public static ClockEvent of(EventKind kind, LocalDateTime occurredAt, LocalDateTime recordedAt, String actor) {
        return new ClockEvent(kind, occurredAt, recordedAt, actor, null, null, null, null, null, null);
    }

    ClockEvent extending(int units, String basis, String approvedBy) {
        return new ClockEvent(
                kind, occurredAt, recordedAt, actor, reason, basis, approvedBy, units, appointment, operationKey);
    }

    ClockEvent appointing(LocalDate day) {
        return new ClockEvent(
                kind, occurredAt, recordedAt, actor, reason, legalBasis, approver, amount, day, operationKey);
    }
}
