package vn.motcua.reports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as rows and columns, as it is shown, exported and kept.
 *
 * @param columns after those of the number and the name
 * @param total null where nothing adds up
 */
public record ReportTable(
        List<Column> columns, List<Line> lines, @Nullable Line total) {

    public ReportTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * @param key its text is {@code reports.column.<key>}; the measure whose dossiers it counts where it counts any
     * @param group the head over several columns, {@code reports.group.<group>}; null for none
     * @param number as the official form numbers it, 0 where there is no form
     * @param counted whether its cells are numbers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Column(String key, @Nullable String group, int number, boolean counted) {}

    /**
     * @param number 1, 1.1, …; empty for the total
     * @param key what its name means, together with the level the same in every table of the report
     * @param depth how far below the first rows it stands; only rows of depth 0 add up to the total
     * @param agency whose dossiers its cells count, with all below it
     * @param where what else these have in common, by the names of dimensions
     * @param cells a number or a text for each column
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String number,
            String label,
            @Nullable String key,
            int depth,
            @Nullable String agency,
            @Nullable Map<String, String> where,
            List<Object> cells) {

        public Line {
            // Read back from where it was kept, a small number is an Integer.
            cells = cells.stream()
                    .map(cell -> cell instanceof Integer small ? (Object) small.longValue() : cell)
                    .toList();
            where = where == null ? Map.of() : Map.copyOf(where);
        }

        public long count(int column) {
            return cells.get(column) instanceof Long number ? number : 0;
        }

        /** What tells it apart from the other lines of its table. */
        @JsonIgnore
        public String identity() {
            return depth + "|" + key;
        }
    }

    /** The sum of the rows that stand for themselves. */
    static Line total(List<Column> columns, List<Line> lines, String agency, Map<String, String> where) {
        List<Object> sums = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int at = column;
            sums.add(
                    columns.get(column).counted()
                            ? (Object) lines.stream()
                                    .filter(line -> line.depth() == 0)
                                    .mapToLong(line -> line.count(at))
                                    .sum()
                            : "");
        }
        return new Line("", "", "total", 0, agency, where, sums);
    }
}
