package vn.motcua.documents;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Channel;

/** Days, moments and amounts as official papers write them. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút', 'ngày' dd 'tháng' MM 'năm' uuuu");
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("HH:mm\ndd/MM/uuuu");
    private static final String PROVISIONAL = " (tạm tính, lịch nghỉ của năm chưa được công bố)";

    private Wording() {}

    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    static @Nullable String moment(@Nullable LocalDateTime moment) {
        return moment == null ? null : MOMENT.format(moment);
    }

    /** Narrow: the day under the time. */
    static String inColumn(LocalDateTime moment) {
        return COLUMN.format(moment);
    }

    /** "thứ Sáu, ngày 04 tháng 12 năm 2026", with the time where hours count. */
    static String deadline(Deadline due) {
        String day = due.endsWithDay()
                ? VietnameseDates.weekday(due.day().getDayOfWeek()) + ", " + DAY.format(due.day())
                : MOMENT.format(due.lastInstant());
        return due.provisional() ? day + PROVISIONAL : day;
    }

    static String money(BigDecimal amount) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(Locale.ROOT);
        signs.setGroupingSeparator('.');
        signs.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.##", signs).format(amount) + " đồng";
    }

    static String channel(Channel channel) {
        return switch (channel) {
            case IN_PERSON -> "Trực tiếp";
            case ONLINE -> "Trực tuyến";
            case POST -> "Bưu chính";
        };
    }
}
