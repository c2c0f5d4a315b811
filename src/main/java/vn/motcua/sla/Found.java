package vn.motcua.sla;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.sla.Measure.Reach;

/** The dossiers of a selection in SQL, as they were at its moment of judgement. */
@Component
class Found {

    // "offset 0" looks up the clocks one by one, where whoever plans believes that most are open.
    private static final String CLOCK = """
            left join lateral (
                select waiting, due_at from motcua.clock_span
                where dossier_id = d.id and valid_from <= :judged and (valid_to is null or valid_to > :judged)
                offset 0) clock on d.resolved_at is null or d.resolved_at > :judged
            """;

    // Of a dossier that is resolved, the due date is the one it was judged by.
    private static final String CLOCK_COLUMNS = """
            coalesce(clock.due_at, d.due_at) as due_at, coalesce(clock.waiting, false) as waiting,
                   coalesce(not clock.waiting and clock.due_at < :judged, false) as overdue""";

    private static final String SEEN = """
            select d.id, d.code, d.recorded_at, d.received_at, d.channel, d.answered_at, d.version_id, d.agency_id,
                   case when d.resolved_at <= :judged then d.resolved_at end as resolved_at,
                   case when d.resolved_at <= :judged then d.timeliness end as timeliness,
                   case when d.resolved_at <= :judged or d.received_at is null then d.outcome end as outcome,
                   %s
            from motcua.dossier d
            join motcua.procedure_version v on v.id = d.version_id
            join motcua.sector s on s.id = v.sector_id
            join motcua.agency a on a.id = d.agency_id
            %s
            where %s
            """;

    private final Agencies agencies;

    Found(Agencies agencies) {
        this.agencies = agencies;
    }

    /** With the expressions of the keys, for conditions of measures. */
    String sql(Selection selection, Reach reach, Collection<Dimension> keys) {
        return sql(selection, reach, keys, reach.clock);
    }

    /** The same with the clock of every dossier. */
    String sqlOfRows(Selection selection, Reach reach) {
        return sql(selection, reach, List.of(Dimension.OFFICER), true);
    }

    private String sql(Selection selection, Reach reach, Collection<Dimension> keys, boolean clock) {
        Set<Dimension> told = EnumSet.noneOf(Dimension.class);
        told.addAll(keys);
        told.addAll(selection.where().keySet());
        String columns = Stream.concat(
                        Stream.of(clock ? CLOCK_COLUMNS : "d.due_at"),
                        keys.stream().map(key -> key.sql() + " as " + key.column()))
                .collect(Collectors.joining(", "));
        return SEEN.formatted(
                columns,
                (clock ? CLOCK : "") + told.stream().map(Dimension::join).collect(Collectors.joining()),
                String.join(" and ", conditions(selection, reach)));
    }

    private static List<String> conditions(Selection selection, Reach reach) {
        List<String> conditions = new ArrayList<>(List.of(reach.sql));
        if (selection.agency() != null) {
            conditions.add("d.agency_id = any (:agencies)");
        }
        selection.where().keySet().forEach(key -> conditions.add(key.sql() + " = :" + key.column()));
        return conditions;
    }

    /** @throws vn.motcua.refusal.Refusal when the agency is unknown */
    MapSqlParameterSource parameters(Selection selection) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("judged", selection.judgedAt())
                .addValue("from", selection.from().atStartOfDay());
        if (selection.agency() != null) {
            parameters.addValue(
                    "agencies",
                    agencies.tree()
                            .subtree(agencies.get(selection.agency()).id(), selection.to())
                            .toArray(Integer[]::new));
        }
        selection.where().forEach((key, value) -> parameters.addValue(key.column(), value));
        return parameters;
    }
}
