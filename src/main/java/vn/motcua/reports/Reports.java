package vn.motcua.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.Group;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Selection;

/** Makes reports from the figures that everybody sees, all of one from one moment's store. */
@Component
public class Reports {

    private static final int FIRST_NUMBER = 3;

    private final Counting counting;
    private final UnitLines units;
    private final LateDossiers late;
    private final LicenceRegister licences;
    private final Agencies agencies;

    Reports(Counting counting, UnitLines units, LateDossiers late, LicenceRegister licences, Agencies agencies) {
        this.counting = counting;
        this.units = units;
        this.late = late;
        this.licences = licences;
        this.agencies = agencies;
    }

    /** @throws vn.motcua.refusal.Refusal when the period touches a year without published days, or is too long for a list */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Report of(ReportQuery query) {
        return new Report(
                query.kind(),
                query.agency().code(),
                query.agency().name(),
                receiver(query),
                query.choice(),
                query.year(),
                query.from(),
                query.to(),
                query.isOver() ? null : query.asOf(),
                table(query));
    }

    private ReportTable table(ReportQuery query) {
        return switch (query.kind()) {
            case II06A -> grouped(query, query.selection(), Dimension.SECTOR);
            case II06A_OWN ->
                grouped(
                        query,
                        query.selection().with(Dimension.AGENCY, query.agency().code()),
                        Dimension.SECTOR);
            case II06B, OPERATIONAL -> byUnit(query, false);
            case II06C -> byUnit(query, true);
            case LATE -> late.table(query);
            case LICENCES -> licences.table(query);
            case OFFICERS -> grouped(query, query.selection(), Dimension.OFFICER);
            case CORRECTIONS -> throw new IllegalArgumentException("Corrections are of a closing");
        };
    }

    private ReportTable grouped(ReportQuery query, Selection selection, Dimension by) {
        List<Column> columns = columns(query.kind());
        List<Measure> measures = query.kind().measures();
        List<Line> lines = new ArrayList<>();
        for (Group group : counting.by(selection, List.of(by), measures)) {
            Map<Dimension, String> where = new EnumMap<>(selection.where());
            where.put(by, group.keys().get(0));
            lines.add(new Line(
                    String.valueOf(lines.size() + 1),
                    group.labels().get(0),
                    group.keys().get(0),
                    0,
                    query.agency().code(),
                    names(where),
                    cells(measures, group.counts())));
        }
        return new ReportTable(
                columns, lines, ReportTable.total(columns, lines, query.agency().code(), names(selection.where())));
    }

    private ReportTable byUnit(ReportQuery query, boolean everyLevel) {
        List<Column> columns = columns(query.kind());
        List<Measure> measures = query.kind().measures();
        Map<String, List<Object>> own = new HashMap<>();
        counting.by(query.selection(), List.of(Dimension.AGENCY), measures)
                .forEach(group -> own.put(group.keys().get(0), cells(measures, group.counts())));
        List<Line> lines = units.of(query.agency(), query.to(), own, measures.size(), everyLevel);
        return new ReportTable(
                columns, lines, ReportTable.total(columns, lines, query.agency().code(), Map.of()));
    }

    private static List<Column> columns(ReportKind kind) {
        boolean form = kind.form() != null;
        return IntStream.range(0, kind.measures().size())
                .mapToObj(at -> new Column(
                        kind.measures().get(at).name(),
                        group(kind.measures().get(at)),
                        form ? at + FIRST_NUMBER : 0,
                        true))
                .toList();
    }

    private static @Nullable String group(Measure measure) {
        return switch (measure) {
            case RECEIVED, NEW, ONLINE, OTHER, CARRIED_OVER -> "received";
            case RESOLVED, EARLY, ON_TIME, LATE, GRANTED, REFUSED, WITHDRAWN, STOPPED, WARNED, WARNED_LATE ->
                "resolved";
            case OPEN, WITHIN_LIMIT, OVERDUE, WAITING, DUE_TODAY, AT_RISK -> "open";
            case NOT_ACCEPTED, BECAME_LATE, FORESEEN -> null;
        };
    }

    private static List<Object> cells(List<Measure> measures, Map<Measure, Long> counts) {
        return measures.stream()
                .map(measure -> (Object) counts.getOrDefault(measure, 0L))
                .toList();
    }

    static Map<String, String> names(Map<Dimension, String> where) {
        Map<String, String> names = new TreeMap<>();
        where.forEach((dimension, key) -> names.put(dimension.name(), key));
        return names;
    }

    /** The agency directly above on the last day of the period. */
    @Nullable
    String receiver(ReportQuery query) {
        List<Integer> path = agencies.tree().path(query.agency().id(), query.to());
        return path.size() < 2 ? null : agencies.get(path.get(path.size() - 2)).name();
    }
}
