package vn.motcua.reports;

import org.jspecify.annotations.Nullable;

/** A report as an address asks for it, whatever stands there. */
public record Asked(
        @Nullable String report,
        @Nullable String period,
        @Nullable String year,
        @Nullable String from,
        @Nullable String to,
        @Nullable String agency,
        @Nullable String asOf) {

    static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }
}
