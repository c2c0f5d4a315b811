package vn.motcua.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days, kept as ISO text. */
final class Dates {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    /** A year outside of these is a slip of the finger. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    private Dates() {}

    static Optional<String> read(Field field, @Nullable Object raw, LocalDate today) {
        return Texts.plain(field, raw).map(text -> {
            LocalDate date = date(field, text);
            if (field.limits().fromToday() && date.isBefore(today)) {
                throw new BadValue(
                        "Hãy chọn “%s” từ hôm nay (%s) trở đi.".formatted(field.label(), SHOWN.format(today)));
            }
            return text;
        });
    }

    private static LocalDate date(Field field, String text) {
        try {
            LocalDate date = LocalDate.parse(text, ISO);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            // Told below, as a year far off is.
        }
        throw new BadValue("Hãy chọn ở “%s” một ngày có thật.".formatted(field.label()));
    }
}
