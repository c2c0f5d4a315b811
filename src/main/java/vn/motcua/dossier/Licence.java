package vn.motcua.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An issued licence.
 *
 * @param number unique within its kind
 * @param validTo the last day, null where it has none
 */
public record Licence(
        String kind,
        String number,
        String holder,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
