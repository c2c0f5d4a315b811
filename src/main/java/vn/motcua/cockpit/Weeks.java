package vn.motcua.cockpit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.refusal.Refusal;

/** The weeks of a period, from Monday to Sunday; the first and the last only as far as the period goes. */
final class Weeks {

    private static final int MOST = 60;
    private static final int LAST_DAY = 6;

    record Week(LocalDate from, LocalDate to) {}

    private Weeks() {}

    static List<Week> of(LocalDate from, LocalDate to) {
        if (ChronoUnit.WEEKS.between(from, to) > MOST) {
            throw new Refusal("Kỳ dài hơn %d tuần không xem được theo tuần; hãy chọn kỳ ngắn hơn".formatted(MOST));
        }
        List<Week> weeks = new ArrayList<>();
        LocalDate begin = from;
        while (!begin.isAfter(to)) {
            LocalDate sunday = monday(begin).plusDays(LAST_DAY);
            weeks.add(new Week(begin, sunday.isAfter(to) ? to : sunday));
            begin = sunday.plusDays(1);
        }
        return weeks;
    }

    /** The last whole weeks up to a day, or more of them where the period is longer. */
    static List<Week> atLeast(int weeks, LocalDate from, LocalDate to) {
        LocalDate first = monday(to).minusWeeks(weeks - 1L);
        LocalDate last = monday(to).minusWeeks(MOST - 1L);
        LocalDate begin = from.isAfter(first) ? first : from;
        return of(begin.isBefore(last) ? last : begin, to);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
