package vn.motcua.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/**
 * A report as XLSX in the layout of the form. Sums are formulas that carry their value, so that readers who do not reckon
 * show it too. Equal reports are equal bytes.
 */
final class XlsxReport {

    private static final int FIRST = 2;
    private static final int RECEIVED = 3;
    private static final int RESOLVED = 7;
    private static final int OPEN = 11;
    /** Columns 3, 7 and 11 of the form add up the columns after them. */
    private static final int ADDED_RECEIVED = 3;

    private static final int ADDED_RESOLVED = 3;
    private static final int ADDED_OPEN = 2;

    private final ReportPaper paper;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(100);
    private final XlsxStyles styles = new XlsxStyles(workbook);
    private final XlsxSheet sheet;

    private XlsxReport(ReportPaper paper) {
        this.paper = paper;
        this.sheet = new XlsxSheet(paper, workbook, styles);
    }

    static byte[] write(ReportPaper paper) {
        XlsxReport report = new XlsxReport(paper);
        try (SXSSFWorkbook workbook = report.workbook) {
            report.fill();
            report.date();
            workbook.setZip64Mode(Zip64Mode.Never);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            workbook.write(packed);
            return SameZip.of(packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        int first = sheet.head();
        List<Line> lines = paper.lines();
        for (int at = 0; at < lines.size(); at++) {
            line(first + at, lines.get(at), false);
        }
        int next = first + lines.size();
        Line total = paper.total();
        if (total != null) {
            line(next, total, true);
            next++;
        }
        sheet.foot(next);
    }

    private void line(int at, Line line, boolean total) {
        Row row = sheet.row(at);
        boolean bold = total || (paper.report().kind() == ReportKind.II06C && line.depth() == 0);
        sheet.text(row, 0, line.number(), bold ? styles.boldOrder : styles.order);
        Cell name = sheet.text(row, 1, paper.label(line), bold ? styles.boldText : styles.text);
        if (line.depth() > 0) {
            name.setCellStyle(sheet.indented(line.depth()));
        }
        sheet.fitHeight(row, paper.label(line), line);
        for (int column = 0; column < paper.columns().size(); column++) {
            Column meant = paper.columns().get(column);
            if (!meant.counted()) {
                sheet.text(row, column + FIRST, String.valueOf(line.cells().get(column)), styles.text);
                continue;
            }
            CellStyle style = bold ? styles.boldNumber : styles.number;
            @Nullable String formula = total ? totalFormula(at, column) : rowFormula(at, column, meant);
            number(row, column + FIRST, line.count(column), formula, style);
        }
    }

    private static void number(Row row, int column, long value, @Nullable String formula, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        if (formula != null) {
            cell.setCellFormula(formula);
        }
        cell.setCellValue(value);
    }

    private static @Nullable String rowFormula(int row, int column, Column meant) {
        return switch (meant.number()) {
            case RECEIVED -> sum(row, column, ADDED_RECEIVED);
            case RESOLVED -> sum(row, column, ADDED_RESOLVED);
            case OPEN -> sum(row, column, ADDED_OPEN);
            default -> null;
        };
    }

    private static String sum(int row, int column, int added) {
        return "SUM(%s:%s)".formatted(cell(row, column + FIRST + 1), cell(row, column + FIRST + added));
    }

    /** Over the rows that stand for themselves; null where there is none. */
    private @Nullable String totalFormula(int row, int column) {
        List<Line> lines = paper.lines();
        int first = row - lines.size();
        if (lines.isEmpty()) {
            return null;
        }
        if (lines.stream().allMatch(line -> line.depth() == 0)) {
            return "SUM(%s:%s)".formatted(cell(first, column + FIRST), cell(row - 1, column + FIRST));
        }
        return IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).depth() == 0)
                .mapToObj(at -> cell(first + at, column + FIRST))
                .collect(Collectors.joining("+"));
    }

    private static String cell(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    /** Of the report itself: when the file was made would be another byte each time. */
    private void date() {
        Optional<Date> day = Optional.of(
                Date.from(paper.report().to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(7))));
        POIXMLProperties.CoreProperties core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        core.setCreator("Motcua");
        core.setTitle(paper.title());
        core.setCreated(day);
        core.setModified(day);
    }
}
