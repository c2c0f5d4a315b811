package vn.motcua.sla;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;

/**
 * The dossiers that figures are about.
 *
 * @param from first day of the period
 * @param to last day of the period, included
 * @param asOf the moment up to which events are seen, included
 * @param agency code of the agency with all below it on the last day of the period, null for all
 * @param where the keys that dossiers must have
 */
public record Selection(
        LocalDate from,
        LocalDate to,
        LocalDateTime asOf,
        @Nullable String agency,
        Map<Dimension, String> where) {

    /** @throws vn.motcua.refusal.Refusal when the period ends before it begins */
    public Selection {
        asOf = new Ii06aQuery(from, to, asOf, agency, GroupBy.NONE).asOf();
        Map<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(where);
        where = copy;
    }

    public static Selection of(LocalDate from, LocalDate to, LocalDateTime asOf, @Nullable String agency) {
        return new Selection(from, to, asOf, agency, Map.of());
    }

    /** Those of them that have the key. */
    public Selection with(Dimension dimension, String key) {
        Map<Dimension, String> more = new EnumMap<>(Dimension.class);
        more.putAll(where);
        more.put(dimension, key);
        return new Selection(from, to, asOf, agency, more);
    }

    /** The same question about another period. */
    public Selection during(LocalDate first, LocalDate last) {
        return new Selection(first, last, asOf, agency, where);
    }

    /** The moment at which open dossiers are judged: the earlier of the end of the period and the as-of moment. */
    public LocalDateTime judgedAt() {
        LocalDateTime end = to.atTime(Deadline.END_OF_DAY);
        return (end.isBefore(asOf) ? end : asOf).truncatedTo(ChronoUnit.MICROS);
    }

    Ii06aQuery statutory(GroupBy groupBy) {
        return new Ii06aQuery(from, to, asOf, agency, groupBy);
    }
}
