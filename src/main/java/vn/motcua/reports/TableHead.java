package vn.motcua.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.motcua.reports.ReportTable.Column;

/** The head of a report's table: cells over one or several columns and rows, the same on the page and on paper. */
public final class TableHead {

    /** Columns 4 and 5 of the form are what came in the period itself. */
    private static final List<Integer> IN_PERIOD = List.of(4, 5);

    private static final String SUM_OF_RECEIVED = "(3)=(4)+(5)+(6)";
    private static final String SUM_OF_RESOLVED = "(7)=(8)+(9)+(10)";
    private static final String SUM_OF_OPEN = "(11)=(12)+(13)";

    /** @param row from 0, like the column */
    public record Cell(int row, int column, int rows, int columns, String text) {}

    private final List<Cell> cells = new ArrayList<>();
    private final Report report;
    private final Words words;
    private final int depth;

    private TableHead(Report report, Words words) {
        this.report = report;
        this.words = words;
        boolean grouped = columns().stream().anyMatch(column -> column.group() != null);
        this.depth = !grouped ? 1 : report.kind().form() == null ? 2 : 3;
        add(0, 0, depth, 1, words.say("order"));
        add(0, 1, depth, 1, words.say("first." + report.kind().name()));
        for (int column = 0; column < columns().size(); ) {
            column = group(column);
        }
    }

    static TableHead of(Report report, Words words) {
        return new TableHead(report, words);
    }

    public List<List<Cell>> rows() {
        return IntStream.range(0, depth)
                .mapToObj(row -> cells.stream().filter(cell -> cell.row == row).toList())
                .toList();
    }

    List<Cell> cells() {
        return cells;
    }

    int depth() {
        return depth;
    }

    /** The numbers of the columns with what they add up, as the form has them. */
    public List<String> numbers() {
        List<String> numbers = new ArrayList<>(List.of("(1)", "(2)"));
        for (int column = 0; column < columns().size(); column++) {
            numbers.add(
                    switch (columns().get(column).number()) {
                        case 3 -> SUM_OF_RECEIVED;
                        case 7 -> SUM_OF_RESOLVED;
                        case 11 -> SUM_OF_OPEN;
                        default -> "(" + (column + 3) + ")";
                    });
        }
        return numbers;
    }

    private List<Column> columns() {
        return report.table().columns();
    }

    /** @return the first column after the group */
    private int group(int first) {
        @Nullable String group = columns().get(first).group();
        if (group == null) {
            add(0, first + 2, depth, 1, words.column(columns().get(first)));
            return first + 1;
        }
        int end = first;
        while (end < columns().size() && Objects.equals(columns().get(end).group(), group)) {
            title(end);
            end++;
        }
        add(0, first + 2, 1, end - first, words.group(columns().get(first)));
        return end;
    }

    private void title(int at) {
        Column column = columns().get(at);
        boolean inPeriod = IN_PERIOD.contains(column.number());
        if (inPeriod && column.number() == IN_PERIOD.get(0)) {
            add(1, at + 2, 1, IN_PERIOD.size(), words.say("inPeriod"));
        }
        int row = inPeriod ? 2 : 1;
        add(row, at + 2, depth - row, 1, words.column(column));
    }

    private void add(int row, int column, int rows, int columns, String text) {
        cells.add(new Cell(row, column, rows, columns, text));
        cells.sort(java.util.Comparator.comparing(Cell::row).thenComparing(Cell::column));
    }
}
