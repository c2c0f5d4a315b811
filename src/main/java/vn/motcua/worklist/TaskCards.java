package vn.motcua.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Open tasks for lists that are not ours and know no dossiers: what to write on each card, and which burn. Agencies are
 * named by their codes, no collection of them stands for all; each question is one statement.
 */
@Component
public class TaskCards {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskCards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The cards of those of the tasks that are with the agencies, in no order. */
    public List<TaskCard> of(Collection<String> tasks, @Nullable Collection<String> agencies) {
        return jdbc.sql("""
                        select w.task_id, d.code, d.applicant_name, d.agency_id, d.due_at, d.waiting_since,
                            d.resolved_at is not null as resolved
                        from motcua.work_item w
                        join motcua.agency a on a.id = w.agency_id
                        join motcua.dossier d on d.id = w.dossier_id
                        where w.task_id = any (:tasks::text[])
                            and (:agencies::text[] is null or a.code = any (:agencies::text[]))
                        """)
                .param("tasks", array(tasks))
                .param("agencies", agencies == null ? null : array(agencies), Types.ARRAY)
                .query(TaskCards::card)
                .list();
    }

    /** The tasks of the groups that {@link WorklistTab#OVERDUE} shows, the longest overdue first. */
    public List<String> overdue(Collection<String> groups, @Nullable Collection<String> agencies, int limit) {
        return jdbc.sql("""
                        select w.task_id from motcua.work_item w
                        join motcua.agency a on a.id = w.agency_id
                        where w.staff_group = any (:groups::text[])
                            and (:agencies::text[] is null or a.code = any (:agencies::text[])) and %s
                        order by w.urgent_at, w.task_id limit :limit
                        """.formatted(WorklistTab.OVERDUE.sql()))
                .param("groups", array(groups))
                .param("agencies", agencies == null ? null : array(agencies), Types.ARRAY)
                .param("now", LocalDateTime.now(clock))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private static String[] array(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static TaskCard card(ResultSet row, int n) throws SQLException {
        return new TaskCard(
                row.getString("task_id"),
                row.getString("code"),
                row.getString("applicant_name"),
                row.getInt("agency_id"),
                row.getObject("due_at", LocalDateTime.class),
                row.getObject("waiting_since", LocalDateTime.class),
                row.getBoolean("resolved"));
    }
}
