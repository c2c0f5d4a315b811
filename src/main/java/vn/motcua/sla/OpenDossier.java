package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;

/**
 * A dossier as a round finds it whose clock runs towards a due date.
 *
 * @param limit with the extensions
 * @param step of its open tasks the one that needs longest, null without one
 */
record OpenDossier(
        long id,
        int agency,
        LocalDateTime received,
        LocalDateTime due,
        TimeLimit limit,
        @Nullable Step step) {

    /**
     * @param needMinutes null where history is too thin
     * @param passes finished ones there are
     */
    record Step(String taskKey, String name, @Nullable Integer needMinutes, RiskBasis basis, int passes) {}

    /** A task whose history is too thin says nothing beside one that has history; of several such the oldest is named. */
    static final String STEP = """
            select w.task_key, w.name,
                   case when own.passes >= %1$d then own.need_minutes when every.passes >= %1$d then every.need_minutes end as need,
                   case when own.passes >= %1$d then 'HISTORY_AGENCY' when every.passes >= %1$d then 'HISTORY' else 'THIN' end
                       as basis,
                   case when own.passes >= %1$d then own.passes else coalesce(every.passes, 0) end as passes
            from motcua.work_item w
            left join motcua.risk_need own on (own.procedure_code, own.task_key, own.step_name, own.agency_id)
                = (v.procedure_code, w.task_key, w.name, w.agency_id)
            left join motcua.risk_need every on (every.procedure_code, every.task_key, every.step_name, every.agency_id)
                = (v.procedure_code, w.task_key, w.name, 0)
            where w.dossier_id = d.id
            order by need desc nulls last, w.created_at, w.task_id
            limit 1
            """.formatted(StepNeeds.ENOUGH);

    static OpenDossier read(ResultSet row) throws SQLException {
        return new OpenDossier(
                row.getLong("id"),
                row.getInt("agency_id"),
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                new TimeLimit(
                        row.getInt("limit_amount") + row.getInt("extended"),
                        LimitUnit.valueOf(row.getString("limit_unit"))),
                row.getString("step_key") == null
                        ? null
                        : new Step(
                                row.getString("step_key"),
                                row.getString("step_of"),
                                row.getObject("step_need", Integer.class),
                                RiskBasis.valueOf(row.getString("step_basis")),
                                row.getInt("step_passes")));
    }
}
