package vn.motcua.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reports as text: RFC 4180 with a header and LF, or JSON with the same names. */
public enum ReportFormat {
    CSV,
    JSON;

    private static final ObjectMapper MAPPER = new JsonMapper();

    /** By it a spreadsheet knows that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet would compute instead of showing it. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

    /** Rows of II.06a: header {@code group,c3,…,c13}, or an array of objects. Ends with a line feed. */
    public String ii06a(List<Ii06aRow> rows) {
        if (this == JSON) {
            return json(rows);
        }
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("group"));
        header.addAll(Ii06aRow.COLUMNS);
        lines.add(header);
        for (Ii06aRow row : rows) {
            List<String> line = new ArrayList<>(List.of(row.group()));
            row.cells().forEach(cell -> line.add(cell.toString()));
            lines.add(line);
        }
        return csv(lines);
    }

    /** Licences granted by procedure: header {@code procedure,granted}, or an object. Ends with a line feed. */
    public String licences(Map<String, Integer> granted) {
        if (this == JSON) {
            return json(granted);
        }
        List<List<String>> lines = new ArrayList<>(List.of(List.of("procedure", "granted")));
        granted.forEach((procedure, count) -> lines.add(List.of(procedure, count.toString())));
        return csv(lines);
    }

    /**
     * A table of open data: CSV with a byte order mark, in which what a catalogue calls something is never a formula, or an
     * array of objects. Ends with a line feed.
     */
    public String table(FigureTable table) {
        if (this == JSON) {
            return json(table.rows().stream().map(row -> object(table, row)).toList());
        }
        List<List<String>> lines = new ArrayList<>(List.of(table.columns()));
        table.rows()
                .forEach(row -> lines.add(row.stream().map(ReportFormat::cell).toList()));
        return BYTE_ORDER_MARK + csv(lines);
    }

    private static Map<String, Object> object(FigureTable table, List<?> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            object.put(table.columns().get(i), row.get(i));
        }
        return object;
    }

    private static String cell(Object value) {
        String text = value instanceof List<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining(";"))
                : Objects.toString(value, "");
        return !(value instanceof Number) && FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    private static String csv(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(writer::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
