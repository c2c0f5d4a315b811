package vn.motcua.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/** The sheet of a report: what stands above and below its rows, widths, heights and how it is printed. */
final class XlsxSheet {

    private static final int CHARACTER = 256;
    private static final float LINE = 15.5f;
    private static final int ORDER_WIDTH = 7;
    private static final int NAME_WIDTH = 40;
    private static final int NUMBER_WIDTH = 11;
    private static final int TEXT_WIDTH = 26;
    private static final int MOMENT_WIDTH = 17;
    private static final Set<String> MOMENTS = Set.of("received", "due", "ended");
    /** From so many columns on, title and names stand side by side as on the form. */
    private static final int WIDE = 8;

    private static final int SIDE = 2;
    private static final double MARGIN = 0.4;

    private final ReportPaper paper;
    private final SXSSFSheet sheet;
    private final XlsxStyles styles;
    private final SXSSFWorkbook workbook;
    private final int last;
    private final Map<Integer, CellStyle> indented = new HashMap<>();

    XlsxSheet(ReportPaper paper, SXSSFWorkbook workbook, XlsxStyles styles) {
        this.paper = paper;
        this.workbook = workbook;
        this.styles = styles;
        this.last = paper.columns().size() + 1;
        this.sheet = workbook.createSheet(
                paper.words().paper("sheet." + paper.report().kind().name()));
        sheet.setColumnWidth(0, ORDER_WIDTH * CHARACTER);
        sheet.setColumnWidth(1, NAME_WIDTH * CHARACTER);
        for (int column = 2; column <= last; column++) {
            sheet.setColumnWidth(column, width(column) * CHARACTER);
        }
    }

    private int width(int column) {
        Column meant = paper.columns().get(column - 2);
        if (MOMENTS.contains(meant.key())) {
            return MOMENT_WIDTH;
        }
        return !meant.counted() ? TEXT_WIDTH : last < WIDE ? 2 * NUMBER_WIDTH : NUMBER_WIDTH;
    }

    /** @return the first row below the head */
    int head() {
        boolean wide = last >= WIDE;
        int left = wide ? last - SIDE - 1 : last;
        // Names at the right stand over as many columns as they need.
        merged(0, 0, 1, paper.form() == null && !wide ? paper.reporter() : paper.form(), styles.bold, 2 * LINE);
        if (wide) {
            merged(0, 2, left, paper.title(), styles.title, 3 * LINE);
            merged(0, left + 1, last, paper.reporter(), styles.plain, 3 * LINE);
            merged(1, left + 1, last, paper.receiver(), styles.plain, 2 * LINE);
        } else {
            merged(2, 0, last, paper.title(), styles.title, 3 * LINE);
            merged(0, 2, last, paper.receiver(), styles.plain, 2 * LINE);
        }
        merged(1, 0, 1, paper.form() == null ? "" : paper.words().paper("circular"), styles.plain, 2 * LINE);
        merged(3, 0, last, paper.period(), styles.centredBold, LINE);
        String moment = paper.asOf();
        merged(4, 0, last, paper.days() + (moment == null ? "" : " – " + moment), styles.centred, LINE);
        merged(5, 0, last, paper.unit(), styles.italicRight, LINE);
        return table(6);
    }

    private int table(int first) {
        TableHead head = paper.head();
        for (int row = 0; row < head.depth(); row++) {
            Row made = row(first + row);
            made.setHeightInPoints(row == 0 && head.depth() > 1 ? LINE * 1.3f : 2 * LINE);
            for (int column = 0; column <= last; column++) {
                text(made, column, "", styles.head);
            }
        }
        for (TableHead.Cell cell : head.cells()) {
            Row made = sheet.getRow(first + cell.row());
            made.getCell(cell.column()).setCellValue(cell.text());
            if (cell.rows() > 1 || cell.columns() > 1) {
                sheet.addMergedRegion(new CellRangeAddress(
                        first + cell.row(),
                        first + cell.row() + cell.rows() - 1,
                        cell.column(),
                        cell.column() + cell.columns() - 1));
            }
        }
        int at = first + head.depth();
        Row numbers = row(at);
        numbers.setHeightInPoints(2 * LINE);
        for (int column = 0; column <= last; column++) {
            text(numbers, column, head.numbers().get(column), styles.numbers);
        }
        print(first, at);
        sheet.createFreezePane(2, at + 1);
        return at + 1;
    }

    private void print(int first, int lastOfHead) {
        sheet.setRepeatingRows(new CellRangeAddress(first, lastOfHead, -1, -1));
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
            sheet.setMargin(side, MARGIN);
        }
        sheet.getFooter().setRight("&P/&N");
    }

    /** Who made it and who answers for it. */
    void foot(int after) {
        Words words = paper.words();
        int middle = Math.max(2, last / 2 + 1);
        int row = after + 1;
        merged(row, middle, last, words.paper("placeAndDay"), styles.centred, LINE);
        merged(row + 1, 0, middle - 1, words.paper("maker"), styles.centredBold, LINE);
        merged(row + 1, middle, last, words.paper("head"), styles.centredBold, LINE);
        merged(row + 2, 0, middle - 1, words.paper("maker.sign"), styles.centred, LINE);
        merged(row + 2, middle, last, words.paper("head.sign"), styles.centred, LINE);
        String signed = paper.signed();
        if (signed != null) {
            merged(row + 7, 0, last, signed, styles.plain, LINE);
        }
    }

    private void merged(int at, int first, int end, @Nullable String value, CellStyle style, float height) {
        Row row = row(at);
        row.setHeightInPoints(Math.max(row.getHeightInPoints(), height));
        text(row, first, value == null ? "" : value, style);
        if (end > first) {
            sheet.addMergedRegion(new CellRangeAddress(at, at, first, end));
        }
    }

    Row row(int at) {
        Row known = sheet.getRow(at);
        return known == null ? sheet.createRow(at) : known;
    }

    Cell text(Row row, int column, String value, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(style);
        return cell;
    }

    /** A row is as high as its longest text needs; spreadsheets find that out by themselves only when it is edited. */
    void fitHeight(Row row, String name, Line line) {
        int most = lines(name, NAME_WIDTH);
        for (Object cell : line.cells()) {
            most = Math.max(most, cell instanceof String text ? lines(text, TEXT_WIDTH) : 1);
        }
        row.setHeightInPoints(most * LINE);
    }

    private static int lines(String text, int width) {
        return Math.max(1, (int) Math.ceil(text.length() * 0.95 / width));
    }

    CellStyle indented(int depth) {
        return indented.computeIfAbsent(depth, any -> {
            CellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(styles.text);
            style.setIndention((short) depth);
            return style;
        });
    }
}
