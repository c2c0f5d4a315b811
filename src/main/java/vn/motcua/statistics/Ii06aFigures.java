package vn.motcua.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;

/** The report from the figures: what had happened by the moment of judgement, less what had happened before the period. */
@Component
class Ii06aFigures {

    // Totals up to a start and the days since; of a day that is not over, what its first instant brought.
    private static final String FIGURES = """
            select %1$d as judged, agency_id, sector_id, version_id, received_online, received_other, early, on_time, late,
                   overdue
            from motcua.figure_total where start = :%2$sStart and %3$s
            union all
            select %1$d, agency_id, sector_id, version_id, over * received_online, over * received_other, over * early,
                   over * on_time, over * late, over * overdue + (1 - over) * overdue_at_start
            from motcua.figure_day
            cross join lateral (select (day <= :%2$sClosed)::int) day_is (over)
            where day >= :%2$sStart and day <= :%2$sLast and %3$s
            """;

    private static final String UNFOLDED = """
            select point.judged, d.agency_id, v.sector_id, d.version_id, over * d.received_online, over * d.received_other,
                   over * d.early, over * d.on_time, over * d.late, d.overdue
            from motcua.figure_delta d
            join motcua.procedure_version v on v.id = d.version_id
            join (values (0, :beforeClosed, :beforeLast), (1, :judgedClosed, :judgedLast)) point (judged, closed, last)
                on d.day <= point.last
            cross join lateral (select (d.day <= point.closed)::int) day_is (over)
            where d.agency_id = any (:agencies) and (d.day <= point.closed or d.moment is null or d.moment <= :judged)
            """;

    // The part of a day that is over; before the period, it belongs to what had happened before as well.
    private static final String LIVE = """
            select point.judged, live.agency_id, v.sector_id, live.version_id, online, other, early, on_time, late, overdue
            from (
                select agency_id, version_id, (channel = 2)::int as online, (channel <> 2)::int as other, 0 as early,
                       0 as on_time, 0 as late, 0 as overdue
                from motcua.dossier where received_at between :liveFrom and :judged
                union all
                select agency_id, version_id, 0, 0, (timeliness is not distinct from 'EARLY')::int,
                       (timeliness is not distinct from 'ON_TIME')::int, (timeliness is not distinct from 'LATE')::int, 0
                from motcua.dossier where resolved_at between :liveFrom and :judged
                union all
                select agency_id, version_id, 0, 0, 0, 0, 0, overdue
                from motcua.figure_moment where moment between :liveFrom and :judged) live
            join motcua.procedure_version v on v.id = live.version_id
            join (values (0), (1)) point (judged) on point.judged = 1 or :early
            where live.agency_id = any (:agencies)
            """;

    // Added up by number first: names are longer to compare, and several versions are one procedure.
    private static final String SQL = """
            select %1$s as grp, sum(c3) as c3, sum(c4) as c4, sum(c5) as c5, sum(c6) as c6, sum(c7) as c7, sum(c8) as c8,
                   sum(c9) as c9, sum(c10) as c10, sum(c11) as c11, sum(c12) as c12, sum(c13) as c13
            from (
                select %2$s as number,
                       sum(judged * received - (1 - judged) * resolved) as c3,
                       sum(sign * received_online) as c4,
                       sum(sign * received_other) as c5,
                       sum((1 - judged) * (received - resolved)) as c6,
                       sum(sign * resolved) as c7,
                       sum(sign * early) as c8,
                       sum(sign * on_time) as c9,
                       sum(sign * late) as c10,
                       sum(judged * (received - resolved)) as c11,
                       sum(judged * (received - resolved - overdue)) as c12,
                       sum(judged * overdue) as c13
                from (%4$s) figure
                cross join lateral (select 2 * judged - 1, received_online + received_other, early + on_time + late)
                    more (sign, received, resolved)
                group by 1) report
            %3$s
            group by 1
            having (sum(c3), sum(c4), sum(c5), sum(c6), sum(c7), sum(c8), sum(c9), sum(c10), sum(c11), sum(c12), sum(c13))
                <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
            order by %1$s collate "C"
            """;

    private record Starts(LocalDate before, LocalDate judged) {}

    private final JdbcClient jdbc;
    private final Scope scope;

    Ii06aFigures(JdbcClient jdbc, Scope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** By procedure, and by its level, there are figures of the whole province only. */
    boolean has(Ii06aQuery query) {
        boolean ofVersions = query.groupBy() == GroupBy.PROCEDURE || query.groupBy() == GroupBy.LEVEL;
        return !ofVersions || scope.of(query).everywhere();
    }

    /** One row per group that has dossiers, in the order of the groups. All reads must see the same store. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Ii06aRow> rows(Ii06aQuery query) {
        Scope.Reported reported = scope.of(query);
        return jdbc.sql(sql(query.groupBy(), reported.everywhere()))
                .paramSource(parameters(query, reported))
                .query(Ii06aRecount::row)
                .list();
    }

    static String sql(GroupBy groupBy, boolean everywhere) {
        String keys = groupBy.figures(everywhere);
        String figures = String.join(
                " union all ",
                FIGURES.formatted(0, "before", keys),
                FIGURES.formatted(1, "judged", keys),
                UNFOLDED,
                LIVE);
        return SQL.formatted(groupBy.sql(), groupBy.number(), groupBy.names(), figures);
    }

    MapSqlParameterSource parameters(Ii06aQuery query, Scope.Reported reported) {
        LocalDateTime judged = query.judgedAt();
        LocalDate last = judged.toLocalDate();
        boolean whole = judged.toLocalTime().equals(Deadline.END_OF_DAY);
        LocalDate closed = whole ? last : last.minusDays(1);
        boolean early = judged.isBefore(query.from().atStartOfDay());
        LocalDate before = early ? closed : query.from().minusDays(1);
        Starts starts = starts(before, closed);
        return new MapSqlParameterSource("agencies", reported.ids())
                .addValue("beforeStart", starts.before)
                .addValue("beforeClosed", before)
                .addValue("beforeLast", early ? last : before)
                .addValue("judgedStart", starts.judged)
                .addValue("judgedClosed", closed)
                .addValue("judgedLast", last)
                .addValue("liveFrom", closed.plusDays(1).atStartOfDay())
                .addValue("judged", judged)
                .addValue("early", early);
    }

    // Several processes for one report would take longer to start than the report takes.
    /** The latest totals of everything before a day not later than the one after each. */
    private Starts starts(LocalDate before, LocalDate closed) {
        return jdbc.sql("""
                        select set_config('max_parallel_workers_per_gather', '0', true),
                               max(day) filter (where day <= :before + 1) as before,
                               max(day) filter (where day <= :closed + 1) as closed
                        from motcua.figure_start
                        """)
                .param("before", before)
                .param("closed", closed)
                .query((row, n) -> new Starts(start(row, "before"), start(row, "closed")))
                .single();
    }

    private static LocalDate start(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate start = row.getObject(column, LocalDate.class);
        return start == null ? LocalDate.MIN : start;
    }
}
