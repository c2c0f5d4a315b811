package vn.motcua.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/** A report as CSV (RFC 4180): one line of titles, the rows, the total; numbers without separators. */
final class CsvReport {

    /** By it a spreadsheet knows that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet would compute instead of showing it. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    private CsvReport() {}

    static byte[] write(ReportPaper paper) {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(titles(paper));
            paper.lines().forEach(line -> writer.writeRecord(cells(paper, line)));
            Line total = paper.total();
            if (total != null) {
                writer.writeRecord(cells(paper, total));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> titles(ReportPaper paper) {
        Words words = paper.words();
        List<String> titles = new ArrayList<>(List.of(
                words.say("order"), words.say("first." + paper.report().kind().name())));
        for (Column column : paper.columns()) {
            String number = column.number() == 0 ? "" : "(%d) ".formatted(column.number());
            String group = column.group() == null ? "" : words.group(column) + ": ";
            titles.add(number + group + words.column(column));
        }
        return titles;
    }

    private static List<String> cells(ReportPaper paper, Line line) {
        List<String> cells = new ArrayList<>(List.of(line.number(), harmless(paper.label(line))));
        line.cells().forEach(cell -> cells.add(cell instanceof Long ? cell.toString() : harmless(cell.toString())));
        return cells;
    }

    private static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
