package vn.motcua.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dossier's code: agency code, day of receipt, number within both (Thông tư 01/2018/TT-VPCP, Điều 19), such as
 * 000.00.14.H37-190708-0001, or with an agency code of the newer style H37.14-190708-0001.
 *
 * @param number from 1; four digits, more when a day has more
 */
public record DossierCode(String agencyCode, LocalDate day, int number) {

    private static final Pattern PATTERN =
            Pattern.compile("([0-9A-Z]+(?:\\.[0-9A-Z]+)*)-(\\d{6})-(\\d{4}|[1-9]\\d{4,8})");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Reads a code of either style, empty where it is none. */
    public static Optional<DossierCode> parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new DossierCode(matcher.group(1), day(matcher.group(2)), Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException impossibleDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String digits) {
        return LocalDate.of(
                2000 + Integer.parseInt(digits, 0, 2, 10),
                Integer.parseInt(digits, 2, 4, 10),
                Integer.parseInt(digits, 4, 6, 10));
    }

    @Override
    public String toString() {
        String digits = Integer.toString(number);
        return agencyCode + "-" + DAY.format(day) + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
