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
import java.util.List;
import java.util.Map;

/** Reports as text: RFC 4180 with a header and LF, or JSON with the same names. */
public enum ReportFormat {
    CSV,
    JSON;

    private static final ObjectMapper MAPPER = new JsonMapper();

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
