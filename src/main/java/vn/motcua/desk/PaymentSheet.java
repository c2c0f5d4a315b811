package vn.motcua.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.payment.OrderState;
import vn.motcua.payment.PaymentRegister;
import vn.motcua.payment.PaymentRow;

/** Payments as a file for a spreadsheet, in Vietnamese whatever language the clerk works in; the totals stand below. */
final class PaymentSheet {

    /** Tells Excel that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private static final List<String> HEADER = List.of(
            "Mã giao dịch",
            "Mã hồ sơ",
            "Người nộp",
            "Đơn vị",
            "Cổng thanh toán",
            "Số tiền (đồng)",
            "Trạng thái",
            "Bắt đầu",
            "Trả lời",
            "Hoàn trả lúc",
            "Người hoàn trả",
            "Ghi chú hoàn trả");

    private PaymentSheet() {}

    /** @param totals of all payments that are meant, even where the file is too short for them */
    static String csv(List<PaymentRow> rows, PaymentRegister.Totals totals) {
        StringWriter text = new StringWriter().append(MARK);
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(HEADER);
            rows.forEach(row -> writer.writeRecord(cells(row)));
            total(writer, "Tổng đã thu", totals.received());
            total(writer, "Tổng tính vào hồ sơ", totals.counted());
            total(writer, "Tổng phải hoàn trả", totals.toPayBack());
            total(writer, "Tổng đã hoàn trả", totals.paidBack());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void total(CsvWriter writer, String name, long amount) {
        writer.writeRecord(name, "", "", "", "", String.valueOf(amount), "", "", "", "", "", "");
    }

    private static List<String> cells(PaymentRow row) {
        return List.of(
                row.reference(),
                row.dossier(),
                harmless(row.applicant()),
                harmless(row.agency()),
                row.gateway(),
                String.valueOf(row.amount()),
                vietnamese(row.state()),
                moment(row.begun()),
                row.state() == OrderState.BEGUN ? "" : moment(row.moment()),
                moment(row.paidBack()),
                harmless(row.paidBackBy()),
                harmless(row.note()));
    }

    private static String vietnamese(OrderState state) {
        return switch (state) {
            case BEGUN -> "Chờ thanh toán";
            case PAID -> "Đã thu";
            case HELD -> "Đã thu, chờ xét rút hồ sơ";
            case SURPLUS -> "Phải hoàn trả";
            case PAID_BACK -> "Đã hoàn trả";
            case FAILED -> "Không thành công";
            case LAPSED -> "Hết hạn";
        };
    }

    private static String moment(@Nullable LocalDateTime moment) {
        return moment == null ? "" : moment.format(MOMENT);
    }

    /** A spreadsheet reads no formula from what somebody typed. */
    private static String harmless(@Nullable String typed) {
        String text = Objects.requireNonNullElse(typed, "");
        return text.matches("(?s)\\s*[=+\\-@].*") ? "'" + text : text;
    }
}
