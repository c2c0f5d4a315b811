package vn.motcua.forms;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value must keep to; which of these apply depends on the kind of the field.
 *
 * @param pattern found in the text, as browsers do: it matches all of it only with ^ and $
 * @param decimals the most digits after the decimal point, 0 for whole numbers
 * @param fromToday no day before today
 */
public record Limits(
        int minLength,
        int maxLength,
        @Nullable Pattern pattern,
        boolean email,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        boolean fromToday) {

    /** Of a text whose form sets no maximum. */
    static final int LONGEST_TEXT = 4_000;
}
