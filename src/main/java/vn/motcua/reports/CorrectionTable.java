package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.reports.Corrections.Difference;
import vn.motcua.reports.LateEntries.Cause;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/** Corrections as a report of their own: a row for each cell and each dossier that changed it. */
final class CorrectionTable {

    private static final List<Column> COLUMNS = List.of(
            text("figure"),
            counted("signed"),
            counted("now"),
            counted("difference"),
            text("dossier"),
            text("entered"),
            text("enteredBy"));

    private CorrectionTable() {}

    /** @param names full names by username */
    static Report of(Report signed, List<Difference> differences, Map<String, String> names, Words words) {
        List<Line> lines = new ArrayList<>();
        for (Difference difference : differences) {
            List<Cause> causes = difference.causes();
            if (causes.isEmpty()) {
                lines.add(line(lines.size(), signed, difference, "", words.say("noCause"), "", words));
            }
            causes.forEach(cause -> lines.add(line(
                    lines.size(),
                    signed,
                    difference,
                    cause.dossier().code(),
                    entered(cause),
                    by(cause, names),
                    words)));
        }
        return new Report(
                ReportKind.CORRECTIONS,
                signed.agencyCode(),
                signed.agency(),
                signed.receiver(),
                signed.choice(),
                signed.year(),
                signed.from(),
                signed.to(),
                null,
                new ReportTable(COLUMNS, lines, null));
    }

    private static Line line(
            int before, Report signed, Difference difference, String dossier, String entered, String by, Words words) {
        Column column = difference.column();
        String number = column.number() == 0 ? "" : "(%d) ".formatted(column.number());
        String figure = number + (column.group() == null ? "" : words.group(column) + ": ") + words.column(column);
        return new Line(
                String.valueOf(before + 1),
                words.label(signed.kind(), difference.line()),
                dossier.isEmpty() ? null : dossier,
                0,
                null,
                Map.of(),
                List.of(
                        figure,
                        difference.signed(),
                        difference.now(),
                        difference.now() - difference.signed(),
                        dossier,
                        entered,
                        by));
    }

    private static String entered(Cause cause) {
        return cause.entered().stream()
                .map(event -> event.kind().vietnamese() + " " + moment(event.occurredAt()))
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private static String by(Cause cause, Map<String, String> names) {
        return cause.entered().stream()
                .map((ClockEvent event) ->
                        names.getOrDefault(event.actor(), event.actor()) + ", nhập lúc " + moment(event.recordedAt()))
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private static String moment(LocalDateTime moment) {
        return LateDossiers.moment(moment);
    }

    private static Column text(String key) {
        return new Column(key, null, 0, false);
    }

    private static Column counted(String key) {
        return new Column(key, null, 0, true);
    }
}
