package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.TimeLimit;

/**
 * A procedure as the catalogue defines it from a day on.
 *
 * @param validFrom the first day in force, {@link LocalDate#MIN} for always
 * @param paymentStopsClock whether waiting for payment stops the clock; it does not unless the version says so
 * @param supplementRequests how often papers may be asked for; once by default (Nghị định 61/2018, Điều 15 khoản 3)
 * @param acceptanceHours working hours within which the desk accepts or returns an online filing
 * @param serviceLevel 1 to 4, Nghị định 43/2011
 * @param fee in đồng, per {@code feeUnit} where there is one
 * @param licenceKind the kind of licence that a grant issues, null where it issues none
 * @param processId the process its dossiers run on, null for the general one
 */
public record ProcedureDefinition(
        String code,
        LocalDate validFrom,
        String name,
        String sector,
        TimeLimit limit,
        ClockPolicy clockPolicy,
        boolean paymentStopsClock,
        int supplementRequests,
        int acceptanceHours,
        int serviceLevel,
        AgencyLevel agencyLevel,
        long fee,
        @Nullable String feeUnit,
        @Nullable String licenceKind,
        @Nullable String processId,
        @Nullable String legalSource,
        List<Component> components,
        List<Step> steps) {

    /** A paper the dossier must have. */
    public record Component(
            String name,
            int originals,
            int copies,
            @Nullable String form) {}

    /**
     * A step of the handling.
     *
     * @param stage steps of one stage run side by side, stages one after another
     * @param staffGroup counter, officer or leader
     * @param agencyCode the agency that has the step, null for the one that handles the dossier
     * @param duration ISO 8601 in working time of that agency, such as P2D or PT4H
     */
    public record Step(
            int stage,
            String name,
            String staffGroup,
            @Nullable String agencyCode,
            String duration) {}

    /** From this service level on dossiers are filed online. */
    private static final int ONLINE = 3;

    public ProcedureDefinition {
        components = List.copyOf(components);
        steps = List.copyOf(steps);
    }

    public boolean isOnline() {
        return serviceLevel >= ONLINE;
    }

    /** This definition with what a short list does not tell taken over from the version it replaces. */
    public ProcedureDefinition completedFrom(ProcedureDefinition former) {
        boolean sameLimit = limit.equals(former.limit);
        return new ProcedureDefinition(
                code,
                validFrom,
                name,
                sector,
                limit,
                clockPolicy,
                former.paymentStopsClock,
                former.supplementRequests,
                former.acceptanceHours,
                serviceLevel,
                agencyLevel,
                fee,
                former.feeUnit,
                former.licenceKind == null ? licenceKind : former.licenceKind,
                former.processId,
                sameLimit ? former.legalSource : legalSource,
                former.components,
                former.steps);
    }
}
