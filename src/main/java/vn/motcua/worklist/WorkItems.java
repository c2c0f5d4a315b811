package vn.motcua.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossiers;
import vn.motcua.transaction.TransactionMemory;

/** The open tasks; whoever opens or ends a task of the engine says so here in the same transaction. */
@Component
public class WorkItems {

    /**
     * What is searched is taken over from the task before, where code and phone are still the same: to write it without
     * diacritics takes longer than all the rest.
     */
    private static final String OPEN = """
            insert into motcua.work_item (task_id, dossier_id, task_key, name, staff_group, agency_id, assignee,
                created_at, allowance, due_at, waiting, dossier_due_at, version_id, channel, search)
            select :task, d.id, :key, :name, :group, :agency, :assignee, :created, :allowance, :due,
                motcua.awaits_applicant(d), motcua.running_due(d), d.version_id, d.channel,
                case when starts_with(:search, lower(concat(d.code, ' ', f.fields ->> 'phone', ' '))) then :search
                    else motcua.search_text(d, f.fields ->> 'phone') end
            from motcua.dossier d left join motcua.dossier_fields f on f.dossier_id = d.id where d.id = :dossier
            """;

    private final TransactionMemory<String> searches = new TransactionMemory<>();
    private final TransactionMemory<WorkItem> seen = new TransactionMemory<>();
    private final TransactionMemory<WorkItem> taken = new TransactionMemory<>();
    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Clock clock;

    WorkItems(JdbcClient jdbc, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    public void open(WorkItem item) {
        jdbc.sql(OPEN)
                .param("search", searches.find(item.dossierId()).orElse(""))
                .param("task", item.taskId())
                .param("dossier", item.dossierId())
                .param("key", item.taskKey())
                .param("name", item.name())
                .param("group", item.staffGroup())
                .param("agency", item.agencyId())
                .param("assignee", item.assignee(), Types.VARCHAR)
                .param("created", item.created())
                .param("allowance", item.allowance(), Types.VARCHAR)
                .param("due", item.due(), Types.TIMESTAMP)
                .update();
    }

    public void assign(String taskId, @Nullable String assignee) {
        seen.forget(taskId);
        jdbc.sql("update motcua.work_item set assignee = ?, taken_at = ? where task_id = ?")
                .param(1, assignee, Types.VARCHAR)
                .param(2, assignee == null ? null : LocalDateTime.now(clock), Types.TIMESTAMP)
                .param(3, taskId)
                .update();
    }

    public void setDue(String taskId, @Nullable LocalDateTime due) {
        seen.forget(taskId);
        jdbc.sql("update motcua.work_item set due_at = ? where task_id = ?")
                .param(1, due, Types.TIMESTAMP)
                .param(2, taskId)
                .update();
    }

    public void close(String taskId) {
        seen.forget(taskId);
        if (taken.find(taskId).isPresent()) {
            return;
        }
        jdbc.sql("delete from motcua.work_item where task_id = ?").param(taskId).update();
    }

    /**
     * Takes the item of a task that is about to be completed, and holds its dossier. It is known to this transaction until
     * it is closed, and back in the list if the transaction fails.
     *
     * @param along what else is asked of the database meanwhile
     * @return empty where the task is not open, or not a dossier's
     */
    public Optional<WorkItem> take(String taskId, Dossiers.@Nullable AskedAlong along) {
        Optional<WorkItem> item = dossiers.takeWork(taskId, this::takenItem, along);
        item.ifPresent(taken -> {
            seen.put(taskId, taken);
            this.taken.put(taskId, taken);
        });
        return item;
    }

    private WorkItem takenItem(ResultSet row, int n) throws SQLException {
        searches.put(row.getLong("dossier_id"), row.getString("search"));
        return item(row, n);
    }

    /** Whether the transaction at hand is about to complete the task. */
    public boolean isTaken(String taskId) {
        return taken.find(taskId).isPresent();
    }

    public Optional<WorkItem> find(String taskId) {
        Optional<WorkItem> known = seen.find(taskId);
        if (known.isPresent()) {
            return known;
        }
        Optional<WorkItem> item = jdbc.sql("select * from motcua.work_item where task_id = ?")
                .param(taskId)
                .query(WorkItems::item)
                .optional();
        item.ifPresent(open -> seen.put(taskId, open));
        return item;
    }

    /** As {@link #find}, but as it stands in the store now, after waiting for somebody else. */
    public Optional<WorkItem> findAgain(String taskId) {
        seen.forget(taskId);
        return find(taskId);
    }

    /** The open tasks of a dossier, oldest first. */
    public List<WorkItem> of(long dossierId) {
        return jdbc.sql("select * from motcua.work_item where dossier_id = ? order by created_at, task_id")
                .param(dossierId)
                .query(WorkItems::item)
                .list();
    }

    private static WorkItem item(ResultSet row, int n) throws SQLException {
        return new WorkItem(
                row.getString("task_id"),
                row.getLong("dossier_id"),
                row.getString("task_key"),
                row.getString("name"),
                row.getString("staff_group"),
                row.getInt("agency_id"),
                row.getString("assignee"),
                row.getObject("created_at", LocalDateTime.class),
                row.getString("allowance"),
                row.getObject("due_at", LocalDateTime.class),
                row.getObject("taken_at", LocalDateTime.class));
    }
}
