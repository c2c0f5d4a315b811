package vn.motcua.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The report counted dossier by dossier: what the figures are compared with, and where there are none. */
@Component
public class Ii06aRecount {

    // A dossier is in the report when it was received by the moment of judgement and not resolved before the period.
    private static final String SQL = """
            with seen as (
                select d.id, d.received_at, d.channel, d.timeliness, %s as grp,
                       case when d.resolved_at <= :judged then d.resolved_at end as resolved_at
                from motcua.dossier d
                join motcua.procedure_version v on v.id = d.version_id
                join motcua.sector s on s.id = v.sector_id
                join motcua.agency a on a.id = d.agency_id
                where d.received_at <= :judged
                  and (d.resolved_at is null or d.resolved_at >= :from or d.resolved_at > :judged)
                  %s
            ), judged as (
                select seen.*,
                       seen.resolved_at is null as is_open,
                       coalesce(not span.waiting and span.due_at < :judged, false) as overdue
                from seen
                left join %s
            )
            select grp,
                   count(*) as c3,
                   count(*) filter (where received_at >= :from and channel = 2) as c4,
                   count(*) filter (where received_at >= :from and channel <> 2) as c5,
                   count(*) filter (where received_at < :from) as c6,
                   count(*) filter (where not is_open) as c7,
                   count(*) filter (where not is_open and timeliness = 'EARLY') as c8,
                   count(*) filter (where not is_open and timeliness = 'ON_TIME') as c9,
                   count(*) filter (where not is_open and timeliness = 'LATE') as c10,
                   count(*) filter (where is_open) as c11,
                   count(*) filter (where is_open and not overdue) as c12,
                   count(*) filter (where is_open and overdue) as c13
            from judged group by grp order by grp collate "C"
            """;

    private static final String SPANS = """
            motcua.clock_span span
               on seen.resolved_at is null and span.dossier_id = seen.id
              and span.valid_from <= :judged and (span.valid_to is null or span.valid_to > :judged)
            """;

    // "offset 0" looks up the few that are open one by one, where whoever plans believes that most are.
    private static final String SPANS_OF_AGENCIES = """
            lateral (
                select waiting, due_at from motcua.clock_span
                where seen.resolved_at is null and dossier_id = seen.id
                  and valid_from <= :judged and (valid_to is null or valid_to > :judged) offset 0) span on true
            """;

    private final JdbcClient jdbc;
    private final Scope scope;

    Ii06aRecount(JdbcClient jdbc, Scope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** One row per group that has dossiers, in the order of the groups. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Ii06aRow> rows(Ii06aQuery query) {
        Scope.Reported reported = scope.of(query);
        return jdbc.sql(sql(query.groupBy(), reported.everywhere()))
                .param("from", query.from().atStartOfDay())
                .param("judged", query.judgedAt())
                .param("agencies", reported.ids())
                .query(Ii06aRecount::row)
                .list();
    }

    static String sql(GroupBy groupBy, boolean everywhere) {
        return everywhere
                ? SQL.formatted(groupBy.sql(), "", SPANS)
                : SQL.formatted(groupBy.sql(), "and d.agency_id = any (:agencies)", SPANS_OF_AGENCIES);
    }

    /** Reads columns grp and c3 to c13. */
    static Ii06aRow row(ResultSet row, int n) throws SQLException {
        return new Ii06aRow(
                row.getString("grp"),
                row.getLong("c3"),
                row.getLong("c4"),
                row.getLong("c5"),
                row.getLong("c6"),
                row.getLong("c7"),
                row.getLong("c8"),
                row.getLong("c9"),
                row.getLong("c10"),
                row.getLong("c11"),
                row.getLong("c12"),
                row.getLong("c13"));
    }
}
