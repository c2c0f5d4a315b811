package vn.motcua.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.sla.Measure;

/** What can be reported; the texts of each are {@code reports.*.<name>}. */
public enum ReportKind {
    /** By field, of an agency with all below it. */
    II06A("ii06a", "II.06a/VPCP/KSTT", Measure.STATUTORY),
    /** By field, of what the agency handles itself. */
    II06A_OWN("ii06a-own", "II.06a/VPCP/KSTT", Measure.STATUTORY),
    /** By the units directly below, each with all below it. */
    II06B("ii06b", "II.06b/VPCP/KSTT", Measure.STATUTORY),
    /** Every unit down the tree, each added up from those below it. */
    II06C("ii06c", "II.06c/VPCP/KSTT", Measure.STATUTORY),
    /** What the statutory report has no columns for. */
    OPERATIONAL(
            "operational",
            null,
            List.of(
                    Measure.RECEIVED,
                    Measure.ONLINE,
                    Measure.OTHER,
                    Measure.CARRIED_OVER,
                    Measure.NOT_ACCEPTED,
                    Measure.RESOLVED,
                    Measure.GRANTED,
                    Measure.REFUSED,
                    Measure.WITHDRAWN,
                    Measure.STOPPED,
                    Measure.LATE,
                    Measure.OPEN,
                    Measure.WAITING,
                    Measure.OVERDUE)),
    /** Dossier by dossier. */
    LATE("late", null, List.of()),
    /** Of the register of licences. */
    LICENCES("licences", null, List.of()),
    OFFICERS(
            "officers",
            null,
            List.of(
                    Measure.RECEIVED,
                    Measure.RESOLVED,
                    Measure.EARLY,
                    Measure.ON_TIME,
                    Measure.LATE,
                    Measure.OPEN,
                    Measure.WITHIN_LIMIT,
                    Measure.OVERDUE,
                    Measure.WAITING)),
    /** Of a period that was signed off: what was entered since and changes its figures. */
    CORRECTIONS("corrections", null, List.of());

    private final String address;
    private final @Nullable String form;
    private final List<Measure> measures;

    ReportKind(String address, @Nullable String form, List<Measure> measures) {
        this.address = address;
        this.form = form;
        this.measures = measures;
    }

    /** As it stands in addresses and file names. */
    public String address() {
        return address;
    }

    /** Number of the official form, null for a report of our own. */
    public @Nullable String form() {
        return form;
    }

    /** What its columns count; none for a list, and for what is no measure of dossiers. */
    List<Measure> measures() {
        return measures;
    }

    /** Those that are kept when a period is signed off. */
    static List<ReportKind> signed() {
        return Arrays.stream(values()).filter(kind -> kind != CORRECTIONS).toList();
    }

    /** Whether its cells are measures of dossiers, so that later entries can be told cell by cell. */
    boolean isCounted() {
        return !measures.isEmpty();
    }

    static Optional<ReportKind> ofAddress(String address) {
        return Arrays.stream(values())
                .filter(kind -> kind.address.equals(address))
                .findFirst();
    }
}
