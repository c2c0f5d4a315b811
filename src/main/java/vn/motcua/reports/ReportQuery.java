package vn.motcua.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.motcua.catalogue.Agency;
import vn.motcua.sla.Selection;

/**
 * Which report is wanted.
 *
 * @param agency whose, with all below it on the last day of the period
 * @param year of a named period, that of its last day for a free one
 * @param asOf the moment up to which events are seen, included
 */
public record ReportQuery(
        ReportKind kind,
        Agency agency,
        PeriodChoice choice,
        int year,
        LocalDate from,
        LocalDate to,
        LocalDateTime asOf) {

    /** Whether the period had ended by then, so that the moment no longer matters to what had happened in it. */
    public boolean isOver() {
        return to.isBefore(asOf.toLocalDate());
    }

    Selection selection() {
        return Selection.of(from, to, asOf, agency.code());
    }

    ReportQuery of(ReportKind other) {
        return new ReportQuery(other, agency, choice, year, from, to, asOf);
    }

    ReportQuery asOf(LocalDateTime moment) {
        return new ReportQuery(kind, agency, choice, year, from, to, moment);
    }
}
