package vn.motcua.worklist;

import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.transaction.TransactionMemory;

/** Who was given which task, and why: written in the transaction that gives it. */
@Component
public class Assignments {

    private final TransactionMemory<String> reasons = new TransactionMemory<>();
    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says why the task is about to be given to somebody in the transaction at hand. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void because(String taskId, String reason) {
        reasons.put(taskId, reason);
    }

    public void add(WorkItem item, Assignment assignment) {
        jdbc.sql("""
                        insert into motcua.task_assignment (task_id, dossier_id, task_name, assignee, actor, reason, at)
                        values (:task, :dossier, :name, :assignee, :actor, :reason, :at)
                        """)
                .param("task", item.taskId())
                .param("dossier", item.dossierId())
                .param("name", item.name())
                .param("assignee", assignment.assignee(), Types.VARCHAR)
                .param("actor", assignment.actor())
                .param("reason", reasons.find(item.taskId()).orElse(null), Types.VARCHAR)
                .param("at", assignment.at())
                .update();
    }

    /** What happened to the tasks of a dossier, in order. */
    public List<Assignment> of(long dossierId) {
        return jdbc.sql("select * from motcua.task_assignment where dossier_id = ? order by id")
                .param(dossierId)
                .query((row, n) -> new Assignment(
                        row.getString("task_id"),
                        row.getString("task_name"),
                        row.getString("assignee"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getObject("at", LocalDateTime.class)))
                .list();
    }
}
