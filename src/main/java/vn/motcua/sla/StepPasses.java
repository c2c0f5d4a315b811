package vn.motcua.sla;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the measured passes up: what was finished since the last round, and the time to the result of dossiers that have
 * come to their end. Beside the clerks' transactions, in batches, one node at a time; what a round does not get to is
 * left to the next.
 */
@Component
public class StepPasses {

    private static final int BATCH = 2_000;

    private static final String NEXT = FinishedStep.SOURCE + """
             and s.id > ? and not exists (select 1 from motcua.step_pass p where p.submission_id = s.id)
            order by s.id limit ?
            """;

    private static final String ENDED = FinishedStep.SOURCE + """
             and s.id in (
                select p.submission_id from motcua.step_pass p
                where not p.settled
                  and not exists (select 1 from motcua.dossier o where o.id = p.dossier_id and o.outcome is null)
                limit ?)
            """;

    private static final String PUT = """
            insert into motcua.step_pass as known
                (submission_id, dossier_id, process_id, task_key, step_name, version_id, dossier_agency_id, agency_id,
                 opened_at, done_at, worked_minutes, waited_minutes, allowed_minutes, late, to_result_minutes, settled)
            select s.id, s.dossier_id, f.process_id, s.task_key, s.task_name, d.version_id, d.agency_id, s.agency_id,
                   s.opened_at, s.at, m.worked, m.waited, m.allowed, m.late, m.to_result, m.settled
            from unnest(:ids::bigint[], :worked::int[], :waited::int[], :allowed::int[], :late::boolean[], :toResult::int[],
                :settled::boolean[]) m (id, worked, waited, allowed, late, to_result, settled)
            join motcua.submission s on s.id = m.id
            join motcua.dossier d on d.id = s.dossier_id
            join motcua.dossier_flow f on f.dossier_id = s.dossier_id
            on conflict (submission_id) do update set
                version_id = excluded.version_id, dossier_agency_id = excluded.dossier_agency_id,
                worked_minutes = excluded.worked_minutes, waited_minutes = excluded.waited_minutes,
                allowed_minutes = excluded.allowed_minutes, late = excluded.late,
                to_result_minutes = excluded.to_result_minutes, settled = excluded.settled
            """;

    /**
     * @param done all up to this submission is measured
     * @param seen how far there were submissions when the mark was last moved
     * @param over whether all transactions are over that had begun by then, so that nothing below can still appear
     */
    private record Mark(long done, long seen, boolean over) {}

    private final JdbcClient jdbc;
    private final PassMeasure measure;
    private final TransactionTemplate transaction;

    StepPasses(JdbcClient jdbc, PassMeasure measure, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.measure = measure;
        this.transaction = transaction;
    }

    /** Now and then on every server. */
    @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void round() {
        all(false);
    }

    /** Measures everything that is committed; waits for another node that is at it. */
    @Transactional(propagation = Propagation.NEVER)
    public void catchUp() {
        all(true);
    }

    /** The same in one transaction, the caller's if there is one, so that what it has not committed is seen too. */
    @Transactional
    public void catchUpWithin() {
        all(true);
    }

    /** Measures everything anew. */
    @Transactional(propagation = Propagation.NEVER)
    public void rebuild() {
        transaction.executeWithoutResult(status -> {
            hold(true);
            jdbc.sql("truncate motcua.step_pass").update();
            jdbc.sql("update motcua.step_pass_mark set done = 0, seen = 0, seen_until = '0'")
                    .update();
        });
        all(true);
    }

    private void all(boolean wait) {
        while (inTurn(wait, this::measureNext) == BATCH) {}
        while (inTurn(wait, this::settle) == BATCH) {}
    }

    private int inTurn(boolean wait, IntSupplier batch) {
        Integer size = transaction.execute(status -> hold(wait) ? batch.getAsInt() : 0);
        return size == null ? 0 : size;
    }

    private int measureNext() {
        Mark mark = mark();
        List<FinishedStep> steps = jdbc.sql(NEXT)
                .params(mark.done(), BATCH)
                .query(FinishedStep::read)
                .list();
        put(steps);
        move(mark, steps.size() < BATCH ? Long.MAX_VALUE : steps.get(BATCH - 1).id());
        return steps.size();
    }

    private int settle() {
        List<FinishedStep> steps =
                jdbc.sql(ENDED).param(BATCH).query(FinishedStep::read).list();
        put(steps);
        return steps.size();
    }

    private void put(List<FinishedStep> steps) {
        if (steps.isEmpty()) {
            return;
        }
        List<StepPass> passes = measure.of(steps);
        jdbc.sql(PUT)
                .param("ids", column(steps, FinishedStep::id, Long[]::new))
                .param("worked", column(passes, StepPass::worked, Integer[]::new))
                .param("waited", column(passes, StepPass::waited, Integer[]::new))
                .param("allowed", column(passes, StepPass::allowed, Integer[]::new))
                .param("late", column(passes, StepPass::late, Boolean[]::new))
                .param("toResult", column(passes, StepPass::toResult, Integer[]::new))
                .param("settled", column(passes, StepPass::settled, Boolean[]::new))
                .update();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private Mark mark() {
        return jdbc.sql("""
                        select done, seen, pg_snapshot_xmin(now) >= seen_until or seen_until > pg_snapshot_xmax(now)
                        from motcua.step_pass_mark cross join pg_current_snapshot() now
                        """)
                .query((row, n) -> new Mark(row.getLong(1), row.getLong(2), row.getBoolean(3)))
                .single();
    }

    /** @param reached up to which submission all that can be seen is measured now */
    private void move(Mark mark, long reached) {
        if (!mark.over()) {
            return;
        }
        long done = Math.min(mark.seen(), reached);
        if (done > mark.done()) {
            jdbc.sql("update motcua.step_pass_mark set done = ?").param(done).update();
        }
        if (reached >= mark.seen()) {
            jdbc.sql("""
                            update motcua.step_pass_mark
                            set seen = newest.id, seen_until = pg_snapshot_xmax(pg_current_snapshot())
                            from (select max(id) as id from motcua.submission) newest where newest.id > seen
                            """).update();
        }
    }

    /** One node at a time, until the transaction ends. */
    private boolean hold(boolean wait) {
        return jdbc.sql(
                        wait
                                ? "select pg_advisory_xact_lock(hashtext('motcua.step-passes')) is not null"
                                : "select pg_try_advisory_xact_lock(hashtext('motcua.step-passes'))")
                .query(Boolean.class)
                .single();
    }
}
