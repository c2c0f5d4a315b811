package vn.motcua.reports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.motcua.documents.TablePrinter;
import vn.motcua.refusal.Refusal;

/** Reports as files, in Vietnamese whatever language somebody works in. Equal reports are equal bytes. */
@Component
public class ReportFiles {

    /** What a printed list may have; longer ones are for spreadsheets. */
    static final int MOST_PRINTED = 2_000;

    /** What a report can be asked for as. */
    public enum Format {
        XLSX(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)),
        PDF(MediaType.APPLICATION_PDF);

        final MediaType type;

        Format(MediaType type) {
            this.type = type;
        }

        public String address() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Format> of(String address) {
            return Arrays.stream(values())
                    .filter(format -> format.address().equals(address))
                    .findFirst();
        }
    }

    private final TablePrinter printer;
    private final Words words;

    ReportFiles(TablePrinter printer, MessageSource messages) {
        this.printer = printer;
        this.words = new Words(messages, Words.VIETNAMESE);
    }

    /** @param closing null for a report that was not signed off */
    byte[] write(Report report, @Nullable Closing closing, Format format) {
        ReportPaper paper = new ReportPaper(report, closing, words);
        return switch (format) {
            case XLSX -> XlsxReport.write(paper);
            case CSV -> CsvReport.write(paper);
            case PDF -> print(paper);
        };
    }

    private byte[] print(ReportPaper paper) {
        if (paper.lines().size() > MOST_PRINTED) {
            throw new Refusal("Danh sách có %d dòng, quá nhiều để in (nhiều nhất %d); hãy tải XLSX hoặc CSV"
                    .formatted(paper.lines().size(), MOST_PRINTED));
        }
        List<Integer> widths =
                paper.columns().stream().map(column -> column.counted() ? 1 : 2).toList();
        return printer.print("report", Map.of("paper", paper, "widths", widths));
    }

    Words words() {
        return words;
    }
}
