package vn.motcua.portal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Figures as Vietnamese readers write them: 10.392, and 71,6 % of a named base. */
public final class Figures {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi-VN");

    Figures() {}

    public String count(long number) {
        return NumberFormat.getIntegerInstance(VIETNAMESE).format(number);
    }

    /** One decimal, half up; "n/a" where there is nothing to divide by, never 100 %. */
    public String rate(long part, long base) {
        if (base == 0) {
            return "n/a";
        }
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(base), 1, RoundingMode.HALF_UP);
        return percent.toPlainString().replace('.', ',') + " %";
    }
}
