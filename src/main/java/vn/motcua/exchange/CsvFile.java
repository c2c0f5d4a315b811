package vn.motcua.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.motcua.refusal.Refusal;

/**
 * A CSV file with a header, RFC 4180, UTF-8 with or without BOM, LF or CRLF. Rows stream past; a bad one is told and
 * passed over. What is wrong with the file as a whole is a {@link Refusal}.
 */
final class CsvFile implements AutoCloseable {

    private static final int LONGEST_FIELD = 4_000;

    private final CsvSource source;
    private final LogicalLines lines;
    private final InputStream stream;
    private final Map<String, Integer> columns = new HashMap<>();

    private CsvFile(CsvSource source, InputStream stream) {
        this.source = source;
        this.stream = stream;
        // Malformed bytes become U+FFFD, which is then found in the very field that has them.
        this.lines = new LogicalLines(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** @param required the columns that the header must name, in any order; others are passed over */
    static CsvFile open(CsvSource source, List<String> required) {
        try {
            CsvFile file = new CsvFile(source, withoutBom(source, new BufferedInputStream(source.open())));
            file.readHeader(required);
            return file;
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    /** Every row that can be read; of the others the problem. */
    void forEach(Consumer<Row> rows, Consumer<RowProblem> problems) {
        try {
            Optional<LogicalLines.Line> line = lines.next(this::isRecord);
            for (; line.isPresent(); line = lines.next(this::isRecord)) {
                if (!line.get().text().isBlank()) {
                    take(line.get(), rows, problems);
                }
            }
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }

    private void take(LogicalLines.Line line, Consumer<Row> rows, Consumer<RowProblem> problems) {
        try {
            rows.accept(new Row(line.number(), columns, fields(line)));
        } catch (RowException e) {
            problems.accept(e.at(line.number()));
        }
    }

    private List<String> fields(LogicalLines.Line line) {
        if (line.tooLong()) {
            throw new RowException(
                    null, "dòng dài quá %d ký tự; hãy kiểm tra dấu xuống dòng".formatted(LogicalLines.LONGEST));
        }
        List<String> fields = parse(line.text())
                .orElseThrow(() -> new RowException(
                        null, "dấu ngoặc kép không khớp; hãy đóng ngoặc và viết đôi \"\" trong ngoặc"));
        if (fields.size() != columns.size()) {
            throw new RowException(
                    null,
                    "có %d cột, cần %d; hãy kiểm tra dấu phẩy và dấu ngoặc kép"
                            .formatted(fields.size(), columns.size()));
        }
        columns.forEach((column, index) -> checkCharacters(column, fields.get(index)));
        return fields;
    }

    private static void checkCharacters(String column, String field) {
        if (field.length() > LONGEST_FIELD) {
            throw new RowException(column, "dài quá %d ký tự".formatted(LONGEST_FIELD));
        }
        if (field.indexOf('\uFFFD') >= 0) {
            throw new RowException(column, "không phải UTF-8; hãy lưu tệp với mã UTF-8");
        }
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t') {
                throw new RowException(column, "có ký tự điều khiển; hãy xoá đi");
            }
        }
    }

    private boolean isRecord(String text) {
        boolean swallowsRow = text.lines().skip(1).anyMatch(this::looksLikeRow);
        return !swallowsRow
                && parse(text).filter(fields -> fields.size() == columns.size()).isPresent();
    }

    /** A line that has all its commas is a row by itself, however the quotes before it stand. */
    private boolean looksLikeRow(String line) {
        return LogicalLines.count(line, ',') >= columns.size() - 1;
    }

    private static Optional<List<String>> parse(String text) {
        int quotes = LogicalLines.count(text, '"');
        if (quotes % 2 != 0) {
            return Optional.empty();
        }
        if (quotes == 0 && text.indexOf('\r') < 0) {
            return Optional.of(split(text));
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            return records.size() == 1 ? Optional.of(records.get(0).getFields()) : Optional.empty();
        } catch (CsvParseException | IOException e) {
            return Optional.empty();
        }
    }

    /** The fields of a record without quotes, as almost all are. */
    private static List<String> split(String text) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            fields.add(text.substring(from, comma));
            from = comma + 1;
        }
        fields.add(text.substring(from));
        return fields;
    }

    private void readHeader(List<String> required) throws IOException {
        LogicalLines.Line header = lines.next(text -> false)
                .orElseThrow(() -> new Refusal(
                        "Tệp %s rỗng; cần dòng tiêu đề %s".formatted(source.name(), String.join(",", required))));
        List<String> names = header.tooLong() ? List.of() : parse(header.text()).orElse(List.of());
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i).strip(), i) != null) {
                throw new Refusal(
                        "Tệp %s có hai cột %s; hãy bỏ một cột".formatted(source.name(), Shown.of(names.get(i))));
            }
        }
        List<String> missing =
                required.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal("Tệp %s thiếu cột %s; dòng đầu phải là tiêu đề, mã UTF-8, ngăn cách bằng dấu phẩy"
                    .formatted(source.name(), String.join(", ", missing)));
        }
    }

    private static InputStream withoutBom(CsvSource source, BufferedInputStream stream) throws IOException {
        stream.mark(3);
        byte[] start = stream.readNBytes(3);
        if (start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
            throw new Refusal("Tệp %s có mã UTF-16; hãy lưu lại với mã UTF-8".formatted(source.name()));
        }
        boolean bom =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!bom) {
            stream.reset();
        }
        return stream;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }
}
