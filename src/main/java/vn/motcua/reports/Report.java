package vn.motcua.reports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A report with what stands above it; everything that its files are made from, so that equal reports are equal files.
 *
 * @param receiver the agency that it is sent to, null where there is none above
 * @param asOf null where the period was over, for then it says nothing
 */
public record Report(
        ReportKind kind,
        String agencyCode,
        String agency,
        @Nullable String receiver,
        PeriodChoice choice,
        int year,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDateTime asOf,
        ReportTable table) {

    /** Without what kind of file it is. */
    String fileName() {
        return "%s-%s-%s-%s".formatted(kind.address(), agencyCode, from, to).replaceAll("[^A-Za-z0-9.-]", "_");
    }
}
