package vn.motcua.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of agencies says of one of them.
 *
 * @param parent the code of the agency above it, null for the top
 * @param validFrom the day from which it stands there, {@link LocalDate#MIN} for always
 * @param closedFrom the first day on which it is no more, null while it stands
 */
public record AgencyEntry(
        String code,
        String name,
        @Nullable String parent,
        AgencyLevel level,
        LocalDate validFrom,
        @Nullable LocalDate closedFrom) {}
