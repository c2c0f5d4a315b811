package vn.motcua.notification;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox that is about to be handed over.
 *
 * @param eventSeq the ledger row that it tells of; null for a letter that was written as it is sent
 * @param attempts this one counted
 * @param since from when on it waits to be sent
 */
record QueuedLetter(
        long id,
        @Nullable Long dossierId,
        String kind,
        @Nullable Integer eventSeq,
        String recipient,
        @Nullable String subject,
        String body,
        int attempts,
        LocalDateTime created,
        LocalDateTime since) {}
