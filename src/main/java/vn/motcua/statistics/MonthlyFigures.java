package vn.motcua.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.refusal.Refusal;

/**
 * The report of a period month by month. Its first and last month are cut to the period, so what was received and what was
 * resolved in the months adds up to the report of the period, and what the last one leaves in process is the same.
 */
@Component
public class MonthlyFigures {

    /** Three years: each month is a report of its own. */
    public static final int MOST = 36;

    private static final int STATUTORY_BEGIN = 15;

    /** Which days are a month. */
    public enum Kind {
        /** From the 15th of the month before to the 14th (Thông tư 01/2020/TT-VPCP). */
        STATUTORY {
            @Override
            YearMonth month(LocalDate day) {
                YearMonth month = YearMonth.from(day);
                return day.getDayOfMonth() < STATUTORY_BEGIN ? month : month.plusMonths(1);
            }

            @Override
            LocalDate last(YearMonth month) {
                return month.atDay(STATUTORY_BEGIN - 1);
            }
        },
        CALENDAR {
            @Override
            YearMonth month(LocalDate day) {
                return YearMonth.from(day);
            }

            @Override
            LocalDate last(YearMonth month) {
                return month.atEndOfMonth();
            }
        };

        abstract YearMonth month(LocalDate day);

        abstract LocalDate last(YearMonth month);
    }

    /**
     * The figures of a month.
     *
     * @param from first day of it that is in the period
     * @param to last day of it that is in the period
     * @param byAgency each agency's own dossiers by its code; none for an agency without dossiers
     */
    public record Month(YearMonth month, LocalDate from, LocalDate to, Map<String, Ii06aRow> byAgency) {

        /** Of several agencies as one row. */
        public Ii06aRow sum(String group, Collection<String> agencies) {
            return agencies.stream()
                    .map(byAgency::get)
                    .filter(Objects::nonNull)
                    .reduce(Ii06aRow.empty(group), Ii06aRow::plus);
        }
    }

    private final RecentReports report;

    MonthlyFigures(RecentReports report) {
        this.report = report;
    }

    /**
     * The months of a period that have begun, in their order.
     *
     * @param asOf a moment of the recent reports
     * @throws Refusal when there are too many, or the period touches a year without published days
     */
    public List<Month> of(LocalDate from, LocalDate to, Kind kind, LocalDateTime asOf) {
        List<Month> months = new ArrayList<>();
        LocalDate first = from;
        while (!first.isAfter(to) && !first.isAfter(asOf.toLocalDate())) {
            if (months.size() == MOST) {
                throw new Refusal("Kỳ dài quá %d tháng; hãy chọn kỳ ngắn hơn để xem theo tháng".formatted(MOST));
            }
            YearMonth month = kind.month(first);
            LocalDate last = kind.last(month).isBefore(to) ? kind.last(month) : to;
            months.add(new Month(month, first, last, rows(first, last, asOf)));
            first = last.plusDays(1);
        }
        return months;
    }

    private Map<String, Ii06aRow> rows(LocalDate from, LocalDate to, LocalDateTime asOf) {
        return report.rows(new Ii06aQuery(from, to, asOf, null, GroupBy.AGENCY)).stream()
                .collect(Collectors.toMap(Ii06aRow::group, Function.identity()));
    }
}
