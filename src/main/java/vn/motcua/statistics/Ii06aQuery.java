package vn.motcua.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.refusal.Refusal;

/**
 * Which statutory report is wanted.
 *
 * @param from first day of the period
 * @param to last day of the period, included
 * @param asOf the moment up to which events are seen, included
 * @param agency code of the agency whose subtree is reported, null for all
 */
public record Ii06aQuery(
        LocalDate from,
        LocalDate to,
        LocalDateTime asOf,
        @Nullable String agency,
        GroupBy groupBy) {

    public Ii06aQuery {
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
        if (to.isBefore(from)) {
            throw new Refusal("Kỳ báo cáo kết thúc (%s) trước khi bắt đầu (%s); hãy đổi lại hai ngày"
                    .formatted(VietnameseDates.day(to), VietnameseDates.day(from)));
        }
    }

    /** The moment at which open dossiers are judged: the earlier of the end of the period and the as-of moment. */
    LocalDateTime judgedAt() {
        LocalDateTime end = to.atTime(Deadline.END_OF_DAY);
        return end.isBefore(asOf) ? end : asOf;
    }
}
