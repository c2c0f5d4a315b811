package vn.motcua.statistics;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Difference;

/** Proves that days and moments are what the dossiers add to them, but for what waits to be folded, and totals their sums. */
@Component
class FigureRecount {

    private static final String SOURCE = """
            select * from motcua.figure_source
            union all
            select day, agency_id, version_id, -received_online, -received_other, -early, -on_time, -late, -overdue, moment
            from motcua.figure_delta
            """;

    private static final String DAYS = """
            select day as on_day, coalesce(agency_id, 0) as agency_id, coalesce(sector_id, 0) as sector_id,
                   coalesce(version_id, 0) as version_id, sum(received_online) as received_online,
                   sum(received_other) as received_other, sum(early) as early, sum(on_time) as on_time,
                   sum(late) as late, sum(overdue) as overdue, sum(overdue) filter (where moment is null) as overdue_at_start
            from (
                select source.*, v.sector_id
                from (%s) source
                join motcua.procedure_version v on v.id = source.version_id) change
            group by grouping sets ((day, agency_id, sector_id), (day, agency_id), (day, sector_id), (day, version_id))
            """.formatted(SOURCE);

    private static final String MOMENTS = """
            select moment as on_day, agency_id, 0 as sector_id, version_id, 0 as received_online, 0 as received_other,
                   0 as early, 0 as on_time, 0 as late, sum(overdue) as overdue, 0 as overdue_at_start
            from (%s) source where moment is not null group by moment, agency_id, version_id
            """;

    private static final String TOTALS_OF_DAYS =
            "select start as on_day, t.*, 0 as overdue_at_start from (%s) t where start in (select day from motcua.figure_start)"
                    .formatted(FigureTotals.ADDED_UP);

    private static final String TOTALS = "select start as on_day, t.*, 0 as overdue_at_start from motcua.figure_total t"
            + " where start in (select day from motcua.figure_start)";

    private static final String COMPARE = """
            with recounted as (%1$s), kept as (%2$s)
            select on_day, concat_ws(' / ', a.code, s.name, v.procedure_code) as what, kept, recounted
            from (
                select on_day, agency_id, sector_id, version_id,
                       array[coalesce(k.received_online, 0), coalesce(k.received_other, 0), coalesce(k.early, 0),
                           coalesce(k.on_time, 0), coalesce(k.late, 0), coalesce(k.overdue, 0),
                           coalesce(k.overdue_at_start, 0)]::bigint[] as kept,
                       array[coalesce(r.received_online, 0), coalesce(r.received_other, 0), coalesce(r.early, 0),
                           coalesce(r.on_time, 0), coalesce(r.late, 0), coalesce(r.overdue, 0),
                           coalesce(r.overdue_at_start, 0)]::bigint[] as recounted
                from kept k full join recounted r using (on_day, agency_id, sector_id, version_id)) both_ways
            left join motcua.agency a on a.id = both_ways.agency_id
            left join motcua.sector s on s.id = both_ways.sector_id
            left join motcua.procedure_version v on v.id = both_ways.version_id
            where kept <> recounted
            order by on_day, both_ways.agency_id, both_ways.sector_id, both_ways.version_id
            """;

    private final JdbcClient jdbc;
    private final FigureTotals totals;

    FigureRecount(JdbcClient jdbc, FigureTotals totals) {
        this.jdbc = jdbc;
        this.totals = totals;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void all(Consumer<Difference> differences) {
        compare(
                "II.06a day",
                jdbc.sql(COMPARE.formatted(DAYS, "select day as on_day, f.* from motcua.figure_day f")),
                differences);
        compare(
                "II.06a moment",
                jdbc.sql(COMPARE.formatted(
                        MOMENTS.formatted(SOURCE), MOMENTS.formatted("select * from motcua.figure_moment"))),
                differences);
        totals.last()
                .ifPresent(last -> compare(
                        "II.06a before",
                        jdbc.sql(COMPARE.formatted(TOTALS_OF_DAYS, TOTALS))
                                .param("known", LocalDate.MIN)
                                .param("first", 0)
                                .param("last", last)
                                .param("end", FigureTotals.number(last) + 1),
                        differences));
    }

    private static void compare(String what, JdbcClient.StatementSpec sql, Consumer<Difference> differences) {
        sql.query((row, n) -> new Difference(
                        row.getString("what"),
                        what + " " + row.getString("on_day"),
                        row.getString("kept"),
                        row.getString("recounted")))
                .list()
                .forEach(differences);
    }
}
