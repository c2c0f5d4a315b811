package vn.motcua.exchange;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row of a CSV file, its fields by column name; what cannot be read throws {@link RowException}. */
record Row(long line, Map<String, Integer> columns, List<String> fields) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern DIGITS_14 = Pattern.compile("\\d{14}");
    private static final int LONGEST_CODE = 60;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ISO_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter BASIC_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** The field without blanks around it; empty where the file does not have the column. */
    String text(String column) {
        Integer index = columns.get(column);
        String field = index == null ? "" : fields.get(index).strip();
        // macOS writes accents apart; the same word must be the same text.
        return isAscii(field) || Normalizer.isNormalized(field, Form.NFC)
                ? field
                : Normalizer.normalize(field, Form.NFC);
    }

    Optional<String> optional(String column) {
        String text = text(column);
        boolean visible = !text.isEmpty()
                && (Character.isLetterOrDigit(text.charAt(0))
                        || !INVISIBLE.matcher(text).matches());
        return visible ? Optional.of(text) : Optional.empty();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    String required(String column) {
        return optional(column).orElseThrow(() -> new RowException(column, "để trống; hãy điền giá trị"));
    }

    /** A code, which indexes and slips must hold. */
    String code(String column) {
        String code = required(column);
        if (code.length() > LONGEST_CODE) {
            throw new RowException(column, "mã dài quá %d ký tự".formatted(LONGEST_CODE));
        }
        return code;
    }

    /** A moment written yyyyMMddHHmmss, empty for an empty field. */
    Optional<LocalDateTime> stamp(String column) {
        return optional(column).map(text -> stamp(column, text));
    }

    static LocalDateTime stamp(String column, String text) {
        return parse(
                column,
                text,
                () -> DIGITS_14.matcher(text).matches() ? momentOf(text) : LocalDateTime.parse(text, STAMP),
                "không phải ngày giờ có thật dạng yyyyMMddHHmmss, ví dụ 20190128090000");
    }

    private static LocalDateTime momentOf(String digits) {
        return LocalDateTime.of(
                digits(digits, 0, 4),
                digits(digits, 4, 6),
                digits(digits, 6, 8),
                digits(digits, 8, 10),
                digits(digits, 10, 12),
                digits(digits, 12, 14));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    Optional<LocalDate> date(String column) {
        return optional(column)
                .map(text -> parse(
                        column,
                        text,
                        () -> LocalDate.parse(text, text.contains("-") ? ISO_DATE : BASIC_DATE),
                        "không phải ngày có thật dạng yyyy-MM-dd, ví dụ 2019-01-28"));
    }

    long number(String column, long least, long most) {
        String text = required(column);
        if (!NUMBER.matcher(text).matches() || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new RowException(column, "“%s” không phải số từ %d đến %d".formatted(Shown.of(text), least, most));
        }
        return Long.parseLong(text);
    }

    <T> T oneOf(String column, Function<String, Optional<T>> meaning, String choices) {
        String text = required(column);
        return meaning.apply(text)
                .orElseThrow(() ->
                        new RowException(column, "“%s” không phải một trong: %s".formatted(Shown.of(text), choices)));
    }

    private interface Parser<T> {
        T parse();
    }

    private static <T> T parse(String column, String text, Parser<T> parser, String reason) {
        try {
            return parser.parse();
        } catch (DateTimeException e) {
            throw new RowException(column, "“%s” %s".formatted(Shown.of(text), reason));
        }
    }
}
