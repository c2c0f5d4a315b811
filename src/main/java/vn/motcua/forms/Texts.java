package vn.motcua.forms;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as people type and paste it, made fit to keep, search and print. */
final class Texts {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
    private static final Pattern NEVER = Pattern.compile("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n]]");
    private static final Pattern NOT_IN_ONE_LINE = Pattern.compile("[\\t\\n]");
    /** The pattern of form-js, with a dot in the domain. */
    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

    private Texts() {}

    static Optional<String> read(Field field, @Nullable Object raw) {
        Optional<String> text = plain(field, raw);
        text.ifPresent(given -> {
            checkCharacters(field, given);
            checkLength(field, given);
            checkPattern(field, given);
        });
        return text;
    }

    /** Trimmed, with accents composed and without what nobody sees; empty where nothing is left. */
    static Optional<String> plain(Field field, @Nullable Object raw) {
        if (raw == null) {
            return Optional.empty();
        }
        if (!(raw instanceof String given)) {
            throw new BadValue("“%s” không đúng kiểu dữ liệu. Hãy nhập lại.".formatted(field.label()));
        }
        String seen = INVISIBLE.matcher(given).replaceAll("");
        String spaced = BLANK.matcher(LINE_END.matcher(seen).replaceAll("\n")).replaceAll(" ");
        return Optional.of(Normalizer.normalize(spaced, Form.NFC).strip()).filter(text -> !text.isEmpty());
    }

    private static void checkCharacters(Field field, String text) {
        if (NEVER.matcher(text).find()) {
            throw new BadValue(
                    "“%s” có ký tự điều khiển không đọc được. Hãy xoá đi và nhập lại.".formatted(field.label()));
        }
        if (field.kind() == Kind.TEXT && NOT_IN_ONE_LINE.matcher(text).find()) {
            throw new BadValue("Hãy viết “%s” trên một dòng.".formatted(field.label()));
        }
    }

    private static void checkLength(Field field, String text) {
        Limits limits = field.limits();
        if (text.length() > limits.maxLength()) {
            throw new BadValue("“%s” dài %d ký tự. Hãy viết gọn trong %d ký tự."
                    .formatted(field.label(), text.length(), limits.maxLength()));
        }
        if (text.length() < limits.minLength()) {
            throw new BadValue(
                    "“%s” quá ngắn. Hãy viết ít nhất %d ký tự.".formatted(field.label(), limits.minLength()));
        }
    }

    private static void checkPattern(Field field, String text) {
        Pattern pattern = field.limits().pattern();
        boolean fits = (pattern == null || pattern.matcher(text).find())
                && (!field.limits().email() || EMAIL.matcher(text).matches());
        if (!fits) {
            throw new BadValue("“%s” chưa đúng. %s"
                    .formatted(
                            field.label(),
                            field.description().isEmpty() ? "Hãy kiểm tra và nhập lại." : field.description()));
        }
    }
}
