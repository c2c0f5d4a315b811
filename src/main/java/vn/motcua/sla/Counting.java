package vn.motcua.sla;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.sla.Measure.Reach;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.Ii06aRow;

/**
 * The figures of a selection. What the statutory report says is taken from it, the rest is counted dossier by dossier, all
 * from one moment's store.
 */
@Component
public class Counting {

    private static final Set<Measure> COLUMNS = EnumSet.copyOf(Measure.STATUTORY);

    private final Ii06aReport report;
    private final Found found;
    private final Labels labels;
    private final JdbcClient jdbc;

    Counting(Ii06aReport report, Found found, Labels labels, JdbcClient jdbc) {
        this.report = report;
        this.found = found;
        this.labels = labels;
        this.jdbc = jdbc;
    }

    /** @throws vn.motcua.refusal.Refusal when the period touches a year without published days, or the agency is unknown */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<Measure, Long> of(Selection selection, Collection<Measure> measures) {
        Map<Measure, Long> counts = new EnumMap<>(Measure.class);
        measures.forEach(measure -> counts.put(measure, 0L));
        by(selection, List.of(), measures).forEach(group -> counts.putAll(group.counts()));
        return counts;
    }

    /**
     * Groups that have anything to count, in the order of their keys; every dossier is in one of them.
     *
     * @throws vn.motcua.refusal.Refusal as {@link #of}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Group> by(Selection selection, List<Dimension> dimensions, Collection<Measure> measures) {
        report.requirePublished(selection.from(), selection.to());
        Set<Measure> asked = EnumSet.noneOf(Measure.class);
        asked.addAll(measures);
        Map<List<String>, Map<Measure, Long>> groups = new TreeMap<>(Counting::compare);
        GroupBy groupBy = statutory(selection, dimensions);
        if (groupBy != null && asked.stream().anyMatch(COLUMNS::contains)) {
            report(selection, groupBy, asked, groups);
            asked.removeAll(COLUMNS);
        }
        for (Reach reach : Reach.values()) {
            Set<Measure> own = reach.of(asked);
            if (!own.isEmpty()) {
                count(selection, reach, dimensions, own, groups);
            }
        }
        groups.values().forEach(counts -> measures.forEach(measure -> counts.putIfAbsent(measure, 0L)));
        groups.values().removeIf(counts -> counts.values().stream().allMatch(count -> count == 0));
        return labels.of(dimensions, groups);
    }

    /** How the statutory report is grouped that answers the question, null where none does. */
    private static @Nullable GroupBy statutory(Selection selection, List<Dimension> dimensions) {
        if (!selection.where().isEmpty() || dimensions.size() > 1) {
            return null;
        }
        return dimensions.isEmpty() ? GroupBy.NONE : dimensions.get(0).statutory();
    }

    private void report(
            Selection selection, GroupBy groupBy, Set<Measure> asked, Map<List<String>, Map<Measure, Long>> groups) {
        for (Ii06aRow row : report.rows(selection.statutory(groupBy))) {
            Map<Measure, Long> counts = groups.computeIfAbsent(
                    groupBy == GroupBy.NONE ? List.of() : List.of(row.group()), any -> new EnumMap<>(Measure.class));
            for (int i = 0; i < Measure.STATUTORY.size(); i++) {
                if (asked.contains(Measure.STATUTORY.get(i))) {
                    counts.put(Measure.STATUTORY.get(i), row.cells().get(i));
                }
            }
        }
    }

    private void count(
            Selection selection,
            Reach reach,
            List<Dimension> dimensions,
            Set<Measure> measures,
            Map<List<String>, Map<Measure, Long>> groups) {
        List<Measure> columns = List.copyOf(measures);
        jdbc.sql(sql(selection, reach, dimensions, columns))
                .paramSource(found.parameters(selection))
                .query((row, n) -> {
                    List<String> keys = new ArrayList<>();
                    for (Dimension dimension : dimensions) {
                        keys.add(row.getString(dimension.column()));
                    }
                    Map<Measure, Long> counts = groups.computeIfAbsent(keys, any -> new EnumMap<>(Measure.class));
                    for (Measure measure : columns) {
                        counts.put(measure, row.getLong(measure.name()));
                    }
                    return keys;
                })
                .list();
    }

    private String sql(Selection selection, Reach reach, List<Dimension> dimensions, List<Measure> measures) {
        List<String> keys = dimensions.stream().map(Dimension::column).toList();
        String columns = Stream.concat(keys.stream(), measures.stream().map(each -> "count(*) filter (where %s) as %s"
                        .formatted(each.sql(), each.name())))
                .collect(Collectors.joining(", "));
        String grouped = keys.isEmpty() ? "" : " group by " + String.join(", ", keys);
        return "select %s from (%s) seen%s".formatted(columns, found.sql(selection, reach, dimensions), grouped);
    }

    private static int compare(List<String> one, List<String> other) {
        return IntStream.range(0, one.size())
                .map(i -> one.get(i).compareTo(other.get(i)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }
}
