package vn.motcua.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds what the triggers wrote into days and running totals. Reports are right whether it is folded or not, and fast
 * when most of it is.
 */
@Component
public class Figures {

    /** What one transaction folds, in blocks of 8 kB: some 400,000 changes. */
    private static final int BLOCKS = 4_000;

    /** From so many changes on the emptied table is worth a vacuum, lest reports read what is dead. */
    private static final int MANY = 2_000;

    /** From so many on the figures themselves have changed enough for the planner to be told. */
    private static final int IMPORTED = 100_000;

    // A change of a day before a start changes the totals of that and every later one. When there are many such
    // changes,
    // the totals are dropped instead and added up anew.
    private static final String FOLD = """
            with folded as (
                delete from motcua.figure_delta
                where ctid >= cast(:from as tid) and ctid < cast(:to as tid) returning *
            ), change as (
                select d.day, coalesce(d.agency_id, 0) as agency_id, coalesce(v.sector_id, 0) as sector_id,
                       coalesce(d.version_id, 0) as version_id, sum(received_online) as received_online,
                       sum(received_other) as received_other, sum(early) as early, sum(on_time) as on_time,
                       sum(late) as late, sum(overdue) as overdue,
                       coalesce(sum(overdue) filter (where d.moment is null), 0) as overdue_at_start
                from folded d join motcua.procedure_version v on v.id = d.version_id
                group by grouping sets ((d.day, d.agency_id, v.sector_id), (d.day, d.agency_id), (d.day, v.sector_id),
                    (d.day, d.version_id))
                having (sum(received_online), sum(received_other), sum(early), sum(on_time), sum(late), sum(overdue),
                    coalesce(sum(overdue) filter (where d.moment is null), 0)) <> (0, 0, 0, 0, 0, 0, 0)
            ), days as (
                insert into motcua.figure_day as known
                select agency_id, sector_id, version_id, day, received_online, received_other, early, on_time, late, overdue,
                       overdue_at_start
                from change
                on conflict (agency_id, sector_id, version_id, day) do update set
                    received_online = known.received_online + excluded.received_online,
                    received_other = known.received_other + excluded.received_other,
                    early = known.early + excluded.early, on_time = known.on_time + excluded.on_time,
                    late = known.late + excluded.late, overdue = known.overdue + excluded.overdue,
                    overdue_at_start = known.overdue_at_start + excluded.overdue_at_start
            ), moments as (
                insert into motcua.figure_moment as known
                select moment, agency_id, version_id, sum(overdue)
                from folded where moment is not null
                group by moment, agency_id, version_id
                having sum(overdue) <> 0
                on conflict (moment, agency_id, version_id) do update set overdue = known.overdue + excluded.overdue
            ), past as (
                select count(*) > 2000 as many, min(day) as earliest
                from change where day < (select max(day) from motcua.figure_start)
            ), totals as (
                insert into motcua.figure_total as known
                select s.day, agency_id, sector_id, version_id, sum(received_online), sum(received_other), sum(early),
                       sum(on_time), sum(late), sum(overdue)
                from change join motcua.figure_start s on s.day > change.day
                where not (select many from past)
                group by s.day, agency_id, sector_id, version_id
                on conflict (start, agency_id, sector_id, version_id) do update set
                    received_online = known.received_online + excluded.received_online,
                    received_other = known.received_other + excluded.received_other,
                    early = known.early + excluded.early, on_time = known.on_time + excluded.on_time,
                    late = known.late + excluded.late, overdue = known.overdue + excluded.overdue
            ), dropped_starts as (
                delete from motcua.figure_start where day > (select earliest from past where many)
            ), dropped_totals as (
                delete from motcua.figure_total where start > (select earliest from past where many)
            )
            select count(*) from folded
            """;

    private final JdbcClient jdbc;
    private final FigureTotals totals;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Figures(JdbcClient jdbc, FigureTotals totals, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.totals = totals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Folds every change that is committed and adds up every total; waits for another node that is at it.
     *
     * @return how many changes there were
     */
    @Transactional(propagation = Propagation.NEVER)
    public long fold() {
        long folded = foldAll(true);
        complete(true);
        if (folded >= IMPORTED) {
            jdbc.sql("vacuum analyze motcua.figure_day, motcua.figure_moment, motcua.figure_total")
                    .update();
        }
        return folded;
    }

    /** Now and then on every server. While much comes in, as in an import, totals would only be dropped again. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void round() {
        if (foldAll(false) < MANY) {
            complete(false);
        }
    }

    /** Counts all figures anew; whoever writes to a dossier waits meanwhile. */
    @Transactional(propagation = Propagation.NEVER)
    public void rebuild() {
        transaction.executeWithoutResult(status -> {
            hold(true);
            jdbc.sql("lock table motcua.dossier, motcua.clock_span in share mode")
                    .update();
            List.of("figure_delta", "figure_day", "figure_moment", "figure_start", "figure_total")
                    .forEach(table -> jdbc.sql("delete from motcua." + table).update());
            jdbc.sql("insert into motcua.figure_delta select * from motcua.figure_source")
                    .update();
        });
        fold();
    }

    private long foldAll(boolean wait) {
        long folded = 0;
        for (long block = 0; block < blocks(); block += BLOCKS) {
            long from = block;
            folded += transaction.execute(status -> hold(wait) ? fold(from) : 0L);
        }
        if (folded >= MANY) {
            jdbc.sql("vacuum analyze motcua.figure_delta").update();
        }
        return folded;
    }

    private long fold(long block) {
        return jdbc.sql(FOLD)
                .param("from", "(%d,0)".formatted(block))
                .param("to", "(%d,0)".formatted(block + BLOCKS))
                .query(Long.class)
                .single();
    }

    private void complete(boolean wait) {
        transaction.executeWithoutResult(status -> {
            if (hold(wait)) {
                totals.complete(LocalDate.now(clock));
            }
        });
    }

    private long blocks() {
        return jdbc.sql("select pg_relation_size('motcua.figure_delta') / current_setting('block_size')::int")
                .query(Long.class)
                .single();
    }

    /** One node at a time folds, until the transaction ends. */
    private boolean hold(boolean wait) {
        return jdbc.sql(
                        wait
                                ? "select pg_advisory_xact_lock(hashtext('motcua.figures')) is not null"
                                : "select pg_try_advisory_xact_lock(hashtext('motcua.figures'))")
                .query(Boolean.class)
                .single();
    }
}
