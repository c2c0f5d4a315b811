package vn.motcua.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/** A named period of a year, from the 15th of the month before its first to the 14th of its last (Thông tư 01/2020/TT-VPCP). */
public enum PeriodChoice {
    YEAR(1, 12),
    H1(1, 6),
    H2(7, 12),
    Q1(1, 3),
    Q2(4, 6),
    Q3(7, 9),
    Q4(10, 12),
    M1(1, 1),
    M2(2, 2),
    M3(3, 3),
    M4(4, 4),
    M5(5, 5),
    M6(6, 6),
    M7(7, 7),
    M8(8, 8),
    M9(9, 9),
    M10(10, 10),
    M11(11, 11),
    M12(12, 12),
    /** From one day to another. */
    FREE(0, 0);

    private static final int BEGIN = 15;

    private final int first;
    private final int last;

    PeriodChoice(int first, int last) {
        this.first = first;
        this.last = last;
    }

    LocalDate from(int year) {
        return YearMonth.of(year, first).minusMonths(1).atDay(BEGIN);
    }

    LocalDate to(int year) {
        return YearMonth.of(year, last).atDay(BEGIN - 1);
    }

    /** The month that a day is in, 1 to 12, as one of these. */
    static PeriodChoice month(YearMonth month) {
        return valueOf("M" + month.getMonthValue());
    }

    static Optional<PeriodChoice> of(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
