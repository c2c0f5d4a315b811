package vn.motcua.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import picocli.CommandLine.TypeConversionException;

/** Values on the command line, strictly read. */
final class Values {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private Values() {}

    static LocalDate date(String text) {
        try {
            return withinReason(LocalDate.parse(text, DATE));
        } catch (DateTimeException e) {
            throw new TypeConversionException("“%s” không phải ngày có thật dạng yyyy-MM-dd".formatted(text));
        }
    }

    static LocalDateTime moment(String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(text, MOMENT);
            withinReason(moment.toLocalDate());
            return moment;
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "“%s” không phải thời điểm có thật dạng yyyy-MM-ddTHH:mm:ss".formatted(text));
        }
    }

    private static LocalDate withinReason(LocalDate date) {
        if (date.getYear() < 1900 || date.getYear() > 2200) {
            throw new TypeConversionException("Năm %d ngoài khoảng 1900–2200".formatted(date.getYear()));
        }
        return date;
    }

    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "Máy này không đọc được đường dẫn “%s”; hãy đặt LC_ALL=C.UTF-8 hoặc dùng tên không dấu"
                            .formatted(text));
        }
    }
}
