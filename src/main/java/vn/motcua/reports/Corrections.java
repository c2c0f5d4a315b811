package vn.motcua.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.people.Staff;
import vn.motcua.reports.LateEntries.Cause;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.Measure;

/** What was entered after a period was signed off and belongs into it, against the figures that were signed. */
@Component
class Corrections {

    /** A cell whose figure is another today. */
    record Difference(Line line, Column column, long signed, long now, List<Cause> causes) {}

    private final LateEntries entries;
    private final Agencies agencies;
    private final Staff staff;

    Corrections(LateEntries entries, Agencies agencies, Staff staff) {
        this.entries = entries;
        this.agencies = agencies;
        this.staff = staff;
    }

    /** Cell by cell, in the order of the report. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Difference> of(Closing closing, Report signed, Report now) {
        List<Difference> differences = new ArrayList<>();
        Map<String, Line> then = lines(signed);
        Map<String, Line> today = lines(now);
        Map<String, Line> all = new LinkedHashMap<>(then);
        today.forEach(all::putIfAbsent);
        if (!then.equals(today) && signed.kind().isCounted()) {
            List<Cause> causes = entries.since(closing);
            all.forEach((identity, line) ->
                    compare(closing, line, then.get(identity), today.get(identity), signed, causes, differences));
        }
        return differences;
    }

    private void compare(
            Closing closing,
            Line line,
            @Nullable Line then,
            @Nullable Line today,
            Report report,
            List<Cause> causes,
            List<Difference> differences) {
        List<Column> columns = report.table().columns();
        for (int at = 0; at < columns.size(); at++) {
            long signed = then == null ? 0 : then.count(at);
            long now = today == null ? 0 : today.count(at);
            if (signed != now) {
                Column column = columns.get(at);
                Measure measure = Measure.valueOf(column.key());
                differences.add(new Difference(
                        line,
                        column,
                        signed,
                        now,
                        causes.stream()
                                .filter(cause -> cause.moves(measure) && isIn(cause, line, closing))
                                .toList()));
            }
        }
    }

    private boolean isIn(Cause cause, Line line, Closing closing) {
        boolean within = line.agency() == null
                || agencies.tree()
                        .subtree(agencies.get(line.agency()).id(), closing.to())
                        .contains(cause.dossier().agencyId());
        return within
                && has(
                        line,
                        Dimension.AGENCY,
                        agencies.get(cause.dossier().agencyId()).code())
                && has(line, Dimension.SECTOR, cause.sector())
                && has(line, Dimension.PROCEDURE, cause.procedure());
    }

    private static boolean has(Line line, Dimension dimension, String key) {
        String wanted = line.where() == null ? null : line.where().get(dimension.name());
        return wanted == null || wanted.equals(key);
    }

    /** The rows and the total, by what they are about. */
    private static Map<String, Line> lines(Report report) {
        Map<String, Line> lines = report.table().lines().stream()
                .collect(Collectors.toMap(Line::identity, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Line total = report.table().total();
        if (total != null) {
            lines.put(total.identity(), total);
        }
        // The number of a row says nothing about its figures.
        lines.replaceAll((identity, line) ->
                new Line("", line.label(), line.key(), line.depth(), line.agency(), line.where(), line.cells()));
        return lines;
    }

    /** The full names of those who entered something, by username. */
    Map<String, String> names(List<Difference> differences) {
        return staff.fullNames(differences.stream()
                .flatMap(difference -> difference.causes().stream())
                .flatMap(cause -> cause.entered().stream())
                .map(ClockEvent::actor)
                .collect(Collectors.toSet()));
    }
}
