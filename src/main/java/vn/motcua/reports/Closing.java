package vn.motcua.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A period that was signed off.
 *
 * @param signerName of that day
 * @param lastDossier the highest number of a dossier that was known
 */
public record Closing(
        long id,
        int agencyId,
        LocalDate from,
        LocalDate to,
        LocalDateTime signedAt,
        String signedBy,
        String signerName,
        long lastDossier) {}
