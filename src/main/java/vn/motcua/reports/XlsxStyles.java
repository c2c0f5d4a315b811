package vn.motcua.reports;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** How the cells of a report look: Times New Roman, as official papers are set. */
final class XlsxStyles {

    private static final String FACE = "Times New Roman";
    private static final short SMALL = 10;
    private static final short NORMAL = 11;
    private static final short LARGE = 13;

    final CellStyle plain;
    final CellStyle bold;
    final CellStyle italicRight;
    final CellStyle centred;
    final CellStyle centredBold;
    final CellStyle title;
    final CellStyle head;
    final CellStyle numbers;
    final CellStyle order;
    final CellStyle text;
    final CellStyle number;
    final CellStyle boldOrder;
    final CellStyle boldText;
    final CellStyle boldNumber;

    private final Workbook workbook;

    XlsxStyles(Workbook workbook) {
        this.workbook = workbook;
        Font normal = font(NORMAL, false, false);
        Font strong = font(NORMAL, true, false);
        plain = style(normal, HorizontalAlignment.LEFT, false);
        bold = style(strong, HorizontalAlignment.LEFT, false);
        italicRight = style(font(NORMAL, false, true), HorizontalAlignment.RIGHT, false);
        centred = style(font(NORMAL, false, true), HorizontalAlignment.CENTER, false);
        centredBold = style(strong, HorizontalAlignment.CENTER, false);
        title = style(font(LARGE, true, false), HorizontalAlignment.CENTER, false);
        head = style(font(SMALL, true, false), HorizontalAlignment.CENTER, true);
        numbers = style(font(SMALL, false, true), HorizontalAlignment.CENTER, true);
        order = style(normal, HorizontalAlignment.CENTER, true);
        text = style(normal, HorizontalAlignment.LEFT, true);
        number = counted(normal);
        boldOrder = style(strong, HorizontalAlignment.CENTER, true);
        boldText = style(strong, HorizontalAlignment.LEFT, true);
        boldNumber = counted(strong);
    }

    private CellStyle counted(Font font) {
        CellStyle style = style(font, HorizontalAlignment.RIGHT, true);
        style.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        style.setWrapText(false);
        return style;
    }

    private CellStyle style(Font font, HorizontalAlignment alignment, boolean framed) {
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        if (framed) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }

    private Font font(short points, boolean bold, boolean italic) {
        Font font = workbook.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints(points);
        font.setBold(bold);
        font.setItalic(italic);
        return font;
    }
}
