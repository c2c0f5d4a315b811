package vn.motcua.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.OfficeHours;

/**
 * An agency that receives or handles dossiers.
 *
 * @param closedFrom the first day on which it is no more, null while it stands
 */
public record Agency(
        int id,
        String code,
        String name,
        AgencyLevel level,
        OfficeHours officeHours,
        @Nullable LocalDate closedFrom) {

    public boolean isOpenOn(LocalDate day) {
        return closedFrom == null || day.isBefore(closedFrom);
    }
}
