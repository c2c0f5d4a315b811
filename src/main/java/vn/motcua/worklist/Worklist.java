package vn.motcua.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Status;

/**
 * The open tasks as people look at them: soonest first, what waits for the applicant last. A page costs the same wherever
 * in the list it is, for it begins beside a row and not at a number; each question is one statement.
 */
@Component
public class Worklist {

    /** The cursor of the last page. */
    public static final String LAST = WorklistCursor.END.toString();

    private static final String PAGE = """
            with page as materialized (%1$s)
            select w.*, d.code, d.applicant_name, d.channel, d.received_at, d.due_at as dossier_due, d.waiting_since,
                d.status, v.procedure_code, v.name as procedure_name, a.name as agency_name, s.full_name
            from page
            join motcua.work_item w on w.task_id = page.task_id
            join motcua.dossier d on d.id = w.dossier_id
            join motcua.procedure_version v on v.id = d.version_id
            join motcua.agency a on a.id = w.agency_id
            left join motcua.staff s on s.username = w.assignee
            %2$s
            """;

    private static final String KEY = "w.waiting, w.urgent_at, w.task_id";

    private final JdbcClient jdbc;
    private final Moments moments;

    Worklist(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /**
     * Goes by the order of the list, so whatever opens or ends meanwhile, nothing else is shown twice or left out.
     *
     * @throws vn.motcua.refusal.Refusal for a cursor that no page gave
     */
    public WorklistPage page(WorklistQuery query) {
        WorklistCursor cursor = WorklistCursor.parse(query.cursor());
        List<WorklistRow> rows = rows(query, cursor);
        boolean more = rows.size() > query.size();
        List<WorklistRow> shown = new ArrayList<>(more ? rows.subList(0, query.size()) : rows);
        if (cursor != null && !cursor.back() && shown.isEmpty()) {
            return page(query.at(LAST)); // all that came after has gone
        }
        if (cursor == null || !cursor.back()) {
            return page(shown, cursor != null, more);
        }
        if (shown.size() < query.size()) {
            return page(query.at(null)); // the rows before have become fewer than a page: it is the first
        }
        Collections.reverse(shown);
        return page(shown, more, true);
    }

    private static WorklistPage page(List<WorklistRow> rows, boolean hasPrevious, boolean hasNext) {
        return new WorklistPage(
                List.copyOf(rows),
                hasNext ? beside(rows.get(rows.size() - 1), false) : null,
                hasPrevious && !rows.isEmpty() ? beside(rows.get(0), true) : null);
    }

    private static String beside(WorklistRow row, boolean back) {
        return WorklistCursor.beside(row, back).toString();
    }

    /** How many rows each tab has. In a wide scope no tab is counted beyond {@link WorklistCounts#CAP}. */
    public WorklistCounts counts(WorklistScope scope, WorklistFilter filter) {
        Selection selection = new Selection(scope, filter, moments.parameters());
        String sql = Stream.of(WorklistTab.values())
                .map(tab -> "(select count(*) from (%s) one)"
                        .formatted(selection.sql("1", List.of(tab.sql()), "", WorklistCounts.CAP + 1)))
                .collect(Collectors.joining(", ", "select ", ""));
        return jdbc.sql(sql)
                .paramSource(selection.parameters())
                .query(Worklist::counts)
                .single();
    }

    /** One row more than the page has, if there is one; from the cursor backwards where it says so. */
    private List<WorklistRow> rows(WorklistQuery query, @Nullable WorklistCursor cursor) {
        Selection selection = new Selection(query.scope(), query.filter(), moments.parameters());
        List<String> conditions = new ArrayList<>(List.of(query.tab().sql()));
        boolean back = cursor != null && cursor.back();
        if (cursor != null) {
            conditions.add(
                    "(w.waiting, w.urgent_at, w.task_id) %s (:waiting, :urgent, :task)".formatted(back ? "<" : ">"));
            selection
                    .parameters()
                    .addValue("waiting", cursor.waiting())
                    .addValue("urgent", cursor.urgent())
                    .addValue("task", cursor.taskId());
        }
        String order = "order by w.waiting %1$s, w.urgent_at %1$s, w.task_id %1$s".formatted(back ? "desc" : "asc");
        return jdbc.sql(PAGE.formatted(selection.sql(KEY, conditions, order, query.size() + 1), order))
                .paramSource(selection.parameters())
                .query(Worklist::row)
                .list();
    }

    private static WorklistCounts counts(ResultSet row, int n) throws SQLException {
        Map<WorklistTab, Integer> counts = new EnumMap<>(WorklistTab.class);
        for (WorklistTab tab : WorklistTab.values()) {
            counts.put(tab, row.getInt(tab.ordinal() + 1));
        }
        return new WorklistCounts(counts);
    }

    private static WorklistRow row(ResultSet row, int n) throws SQLException {
        LocalDateTime urgent = moment(row, "urgent_at");
        return new WorklistRow(
                row.getString("task_id"),
                row.getLong("dossier_id"),
                row.getString("code"),
                row.getString("applicant_name"),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                row.getString("name"),
                row.getString("staff_group"),
                row.getString("assignee"),
                row.getString("full_name"),
                row.getInt("agency_id"),
                row.getString("agency_name"),
                Channel.values()[row.getInt("channel") - 1],
                row.getObject("created_at", LocalDateTime.class),
                moment(row, "received_at"),
                moment(row, "due_at"),
                moment(row, "dossier_due"),
                LocalDateTime.MAX.equals(urgent) ? null : urgent,
                row.getBoolean("waiting"),
                moment(row, "waiting_since"),
                Status.values()[row.getInt("status") - 1]);
    }

    private static @Nullable LocalDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
