package vn.motcua.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Dates as Vietnamese readers write them: 18/02/2019, thứ Hai 18/02/2019, 09:00 18/02/2019. */
public final class VietnameseDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private VietnameseDates() {}

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static String weekdayAndDay(LocalDate date) {
        return weekday(date.getDayOfWeek()) + " " + day(date);
    }

    /** Time first, as on a slip; seconds only where there are any. */
    public static String moment(LocalDateTime moment) {
        return (moment.getSecond() == 0 ? MINUTE : SECOND).format(moment) + " " + weekdayAndDay(moment.toLocalDate());
    }

    public static String weekday(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }
}
