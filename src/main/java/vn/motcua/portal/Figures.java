package vn.motcua.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as their readers write them: 10.392, and 71,6 % of a named base; 10,392 and 71.6 % in English. */
public final class Figures {

    private final Locale language;

    Figures(Locale language) {
        this.language = language;
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** One decimal, half up; "n/a" where there is nothing to divide by, never 100 %. */
    public String rate(long part, long base) {
        if (base == 0) {
            return "n/a";
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(base), 1, RoundingMode.HALF_UP);
        return oneDecimal().format(percent) + " %";
    }

    /** Stars with one decimal; "n/a" where nobody gave any. */
    public String average(@Nullable BigDecimal stars) {
        return stars == null ? "n/a" : oneDecimal().format(stars);
    }

    private NumberFormat oneDecimal() {
        NumberFormat oneDecimal = NumberFormat.getInstance(language);
        oneDecimal.setMinimumFractionDigits(1);
        return oneDecimal;
    }
}
