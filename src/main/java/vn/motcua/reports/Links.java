package vn.motcua.reports;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.sla.Dimension;

/** Where the numbers and names of a report lead. */
final class Links {

    static final String DOSSIERS = "/desk/reports/dossiers";

    private final ReportQuery query;

    Links(ReportQuery query) {
        this.query = query;
    }

    /** The dossiers behind a cell; null where it counts none. */
    @Nullable
    String of(Line line, Column column) {
        Map<String, String> where = Optional.ofNullable(line.where()).orElse(Map.of());
        boolean licences = column.key().equals("licences");
        if (line.agency() == null || !(licences || isMeasure(column.key()))) {
            return null;
        }
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(DOSSIERS)
                .queryParam("measure", licences ? LicenceRegister.KIND : column.key())
                .queryParam("agency", "{agency}")
                .queryParam("from", query.from())
                .queryParam("to", query.to());
        if (!query.isOver()) {
            link.queryParam("asOf", query.asOf());
        }
        Map<String, Object> values = new java.util.HashMap<>(Map.of("agency", line.agency()));
        where.forEach((dimension, key) -> {
            link.queryParam(parameter(dimension), "{" + dimension + "}");
            values.put(dimension, key);
        });
        return link.encode().buildAndExpand(values).toUriString();
    }

    /** A unit's own report, or a dossier's page; null for what has neither. */
    @Nullable
    String of(ReportKind kind, Line line) {
        String key = line.key();
        if (key == null || key.equals("total")) {
            return null;
        }
        return switch (kind) {
            case II06B, II06C, OPERATIONAL ->
                key.endsWith(" own") || key.equals(query.agency().code()) ? null : report(kind, key);
            case LATE -> "/desk/dossiers/" + key;
            default -> null;
        };
    }

    String report(ReportKind kind, String agency) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/desk/reports")
                .queryParam("report", kind.address())
                .queryParam("agency", agency)
                .queryParam("period", query.choice());
        if (query.choice() == PeriodChoice.FREE) {
            link.queryParam("from", query.from()).queryParam("to", query.to());
        } else {
            link.queryParam("year", query.year());
        }
        return link.encode().build().toUriString();
    }

    /** Of an agency as a dimension, for {@code agency} is the subtree. */
    static String parameter(String dimension) {
        return dimension.equals(Dimension.AGENCY.name()) ? "handler" : dimension.toLowerCase(Locale.ROOT);
    }

    private static boolean isMeasure(String key) {
        return key.equals(key.toUpperCase(Locale.ROOT));
    }
}
