package vn.motcua.mine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What is wrong with what was typed, by field, in the language of the reader. */
final class Problems {

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private final Map<String, String> told = new LinkedHashMap<>();
    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Problems when(boolean wrong, String field, String key, Object... values) {
        if (wrong) {
            told.putIfAbsent(field, messages.getMessage(key, values, LocaleContextHolder.getLocale()));
        }
        return this;
    }

    boolean none() {
        return told.isEmpty();
    }

    Map<String, String> told() {
        return told;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A number that one of our own forms carries; 0 where somebody else wrote it. */
    static long number(String carried) {
        return DIGITS.matcher(carried).matches() ? Long.parseLong(carried) : 0;
    }
}
