package vn.motcua.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Days and moments of tests, written with their weekday; a wrong weekday is an error. */
public final class When {

    private static final DateTimeFormatter DAY = strict("EEE uuuu-MM-dd");
    private static final DateTimeFormatter MOMENT = strict("EEE uuuu-MM-dd HH:mm[:ss[.SSSSSS]]");

    private When() {}

    /** "Mon 2019-01-28". */
    public static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    /** "Mon 2019-01-28 09:00", with seconds where they matter. */
    public static LocalDateTime at(String text) {
        return LocalDateTime.parse(text, MOMENT);
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
