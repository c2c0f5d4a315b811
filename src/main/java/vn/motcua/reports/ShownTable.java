package vn.motcua.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.reports.Corrections.Difference;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/** A report as a page shows it: each number leads to its dossiers, and tells what it is now where that is another. */
public final class ShownTable {

    /** Lists are shown so far; files have all of them. */
    static final int MOST = 300;

    /**
     * @param href null where there is nothing to lead to
     * @param now null where it still is what it was; else what it is today, and the difference
     */
    public record Cell(
            String text, @Nullable String href, @Nullable String now, boolean counted, boolean zero, boolean late) {}

    public record Row(String number, String label, @Nullable String href, int depth, List<Cell> cells) {}

    private final Report report;
    private final Words words;
    private final Links links;
    private final Map<String, List<Difference>> differences;

    ShownTable(Report report, Words words, Links links, List<Difference> differences) {
        this.report = report;
        this.words = words;
        this.links = links;
        this.differences = differences.stream()
                .collect(Collectors.groupingBy(found -> found.line().identity()));
    }

    public TableHead head() {
        return TableHead.of(report, words);
    }

    public List<Row> rows() {
        return report.table().lines().stream().limit(MOST).map(this::row).toList();
    }

    public int length() {
        return report.table().lines().size();
    }

    public boolean isCut() {
        return length() > MOST;
    }

    public @Nullable Row total() {
        Line total = report.table().total();
        return total == null ? null : row(total);
    }

    private Row row(Line line) {
        List<Cell> cells = new ArrayList<>();
        for (int at = 0; at < report.table().columns().size(); at++) {
            cells.add(cell(line, at));
        }
        return new Row(
                line.number(), words.label(report.kind(), line), links.of(report.kind(), line), line.depth(), cells);
    }

    private Cell cell(Line line, int at) {
        Column column = report.table().columns().get(at);
        Object value = line.cells().get(at);
        Difference difference = differences.getOrDefault(line.identity(), List.of()).stream()
                .filter(found -> found.column().equals(column))
                .findFirst()
                .orElse(null);
        long today = difference == null ? line.count(at) : difference.now();
        String now = difference == null
                ? null
                : words.say("now", words.count(today), words.difference(today - difference.signed()));
        boolean late = column.key().equals("LATE") || column.key().equals("OVERDUE");
        return new Cell(
                words.count(value),
                column.counted() && today > 0 ? links.of(line, column) : null,
                now,
                column.counted(),
                column.counted() && line.count(at) == 0,
                late && line.count(at) > 0);
    }
}
