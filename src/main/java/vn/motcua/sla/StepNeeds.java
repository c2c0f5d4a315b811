package vn.motcua.sla;

import java.time.LocalDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long dossiers usually still need from the beginning of a step to the result: the 80th percentile (nearest rank: the
 * smallest that at least four in five did not exceed) over the passes of the step finished in the last {@value #DAYS}
 * days whose dossier was granted or refused by then. Per procedure, its versions together; per agency and for all.
 */
@Component
class StepNeeds {

    static final int DAYS = 180;

    /** From so many finished passes on history is believed. */
    static final int ENOUGH = 30;

    // A need that moves by no more than a twentieth stays as it was, or every forecast would be written anew every
    // night.
    private static final String RENEW = """
            with fresh as (
                select v.procedure_code, p.task_key, p.step_name, coalesce(p.agency_id, 0) as agency_id,
                       percentile_disc(0.8) within group (order by p.to_result_minutes) as need, count(*) as passes
                from motcua.step_pass p
                join motcua.procedure_version v on v.id = p.version_id
                join motcua.dossier d on d.id = p.dossier_id
                where p.done_at > :since and p.done_at <= :now and p.to_result_minutes is not null
                  and d.outcome in ('GRANTED', 'REFUSED') and d.resolved_at <= :now
                group by grouping sets (
                    (v.procedure_code, p.task_key, p.step_name, p.agency_id), (v.procedure_code, p.task_key, p.step_name))
            ), gone as (
                delete from motcua.risk_need n
                where not exists (
                    select 1 from fresh f
                    where (f.procedure_code, f.task_key, f.step_name, f.agency_id)
                        = (n.procedure_code, n.task_key, n.step_name, n.agency_id))
            )
            insert into motcua.risk_need as known
            select procedure_code, task_key, step_name, agency_id, need, passes from fresh
            on conflict (procedure_code, task_key, step_name, agency_id) do update set
                need_minutes = case
                    when known.passes >= :enough
                     and abs(excluded.need_minutes - known.need_minutes) * 20 <= known.need_minutes
                    then known.need_minutes else excluded.need_minutes end,
                passes = excluded.passes
            """;

    private final JdbcClient jdbc;

    StepNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void renew(LocalDateTime now) {
        jdbc.sql(RENEW)
                .param("since", now.minusDays(DAYS))
                .param("now", now)
                .param("enough", ENOUGH)
                .update();
    }
}
