package vn.motcua.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, as JSON has them or as text; never so long that reckoning with them would hurt. */
final class Numbers {

    private static final int LONGEST_WHOLE_PART = 15;
    private static final int MOST_DECIMALS = 9;
    private static final Pattern DIGITS =
            Pattern.compile("[+-]?[0-9]{1,%d}([.][0-9]{1,%d})?".formatted(LONGEST_WHOLE_PART, MOST_DECIMALS));

    private Numbers() {}

    static Optional<? extends Number> read(Field field, @Nullable Object raw) {
        return raw instanceof Number number
                ? Optional.of(typed(field, decimal(field, number)))
                : Texts.plain(field, raw).map(text -> typed(field, decimal(field, text)));
    }

    /** A point in a whole number is refused even in "1.000": nobody knows whether it meant one or a thousand. */
    private static BigDecimal decimal(Field field, String text) {
        if (!DIGITS.matcher(text).matches() || isWhole(field) && text.contains(".")) {
            throw new BadValue(mistaken(field));
        }
        return new BigDecimal(text);
    }

    private static BigDecimal decimal(Field field, Number number) {
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            long wholePart = (long) decimal.precision() - decimal.scale();
            if (decimal.signum() != 0 && wholePart > LONGEST_WHOLE_PART) {
                throw new BadValue(mistaken(field));
            }
            return decimal;
        } catch (NumberFormatException notANumber) {
            throw new BadValue(mistaken(field));
        }
    }

    private static Number typed(Field field, BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        Integer decimals = field.limits().decimals();
        if (shortest.scale() > (decimals == null ? MOST_DECIMALS : decimals)) {
            throw new BadValue(mistaken(field));
        }
        checkRange(field, shortest);
        return isWhole(field) ? (Number) shortest.longValueExact() : shortest.setScale(Math.max(0, shortest.scale()));
    }

    private static void checkRange(Field field, BigDecimal number) {
        BigDecimal min = field.limits().min();
        BigDecimal max = field.limits().max();
        if (min != null && number.compareTo(min) < 0) {
            throw new BadValue("Hãy nhập “%s” từ %s trở lên.".formatted(field.label(), min.toPlainString()));
        }
        if (max != null && number.compareTo(max) > 0) {
            throw new BadValue("Hãy nhập “%s” không quá %s.".formatted(field.label(), max.toPlainString()));
        }
    }

    private static boolean isWhole(Field field) {
        return Integer.valueOf(0).equals(field.limits().decimals());
    }

    private static String mistaken(Field field) {
        return isWhole(field)
                ? "Hãy nhập “%s” là số nguyên viết liền, không dấu chấm, ví dụ 1200.".formatted(field.label())
                : "Hãy nhập “%s” là số, dấu thập phân là dấu chấm, ví dụ 12.5.".formatted(field.label());
    }
}
