package vn.motcua.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.transaction.TransactionMemory;

/** What people filled in about a dossier: every form as submitted, and the last value of each field. */
@Component
public class Submissions {

    /** Of the account that filed the dossier online: the name, and by what right it filed for somebody else. */
    public static final String FILED_BY = "filedBy";

    public static final String FILED_BY_BASIS = "filedByBasis";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String ADD = """
            insert into motcua.submission
                (dossier_id, task_key, task_id, task_name, staff_group, agency_id, actor, at, fields,
                 opened_at, taken_at, allowance, due_at)
            values (:dossier, :key, :task, :name, :group, :agency, :actor, :at, :fields::jsonb,
                 :opened, :taken, :allowance, :due)
            """;

    private static final String OVER_KNOWN =
            " on conflict (dossier_id) do update set fields = known.fields || excluded.fields";

    private static final String ADD_AND_PUT = "with added as (" + ADD + " returning dossier_id, fields)"
            + " insert into motcua.dossier_fields as known select dossier_id, fields from added where true"
            + OVER_KNOWN;

    private final TransactionMemory<Map<String, Object>> known = new TransactionMemory<>();
    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ofDossier whether its fields are values of the dossier itself, not only the view of another agency */
    @Transactional
    public void add(long dossierId, Submission submission, boolean ofDossier) {
        Submission.Time time = submission.time();
        jdbc.sql(ofDossier ? ADD_AND_PUT : ADD)
                .param("dossier", dossierId)
                .param("key", submission.taskKey())
                .param("task", submission.taskId(), Types.VARCHAR)
                .param("name", submission.taskName())
                .param("group", submission.staffGroup(), Types.VARCHAR)
                .param("agency", submission.agencyId(), Types.INTEGER)
                .param("actor", submission.actor())
                .param("at", submission.at())
                .param("fields", write(submission.fields()))
                .param("opened", time == null ? null : time.opened(), Types.TIMESTAMP)
                .param("taken", time == null ? null : time.taken(), Types.TIMESTAMP)
                .param("allowance", time == null ? null : time.allowance(), Types.VARCHAR)
                .param("due", time == null ? null : time.due(), Types.TIMESTAMP)
                .update();
        known.forget(dossierId);
    }

    /** Writes values of the dossier that nobody filled in, such as a computed fee. */
    @Transactional
    public void put(long dossierId, Map<String, Object> fields) {
        jdbc.sql("insert into motcua.dossier_fields as known values (?, ?::jsonb)" + OVER_KNOWN)
                .params(dossierId, write(fields))
                .update();
        known.forget(dossierId);
    }

    /** The last value of each field. */
    public Map<String, Object> fields(long dossierId) {
        return known.once(dossierId, () -> stored(dossierId));
    }

    private Map<String, Object> stored(long dossierId) {
        return jdbc.sql("select fields::text from motcua.dossier_fields where dossier_id = ?")
                .param(dossierId)
                .query(String.class)
                .optional()
                .map(Submissions::read)
                .map(Collections::unmodifiableMap)
                .orElse(Map.of());
    }

    /** Every form submitted for the dossier, in order. */
    public List<Submission> of(long dossierId) {
        return jdbc.sql("select * from motcua.submission where dossier_id = ? order by id")
                .param(dossierId)
                .query(Submissions::submission)
                .list();
    }

    /** Every form submitted for each of many dossiers, in order. */
    public Map<Long, List<Submission>> of(Collection<Long> dossierIds) {
        Map<Long, List<Submission>> all = new HashMap<>();
        jdbc.sql("select * from motcua.submission where dossier_id = any (?) order by id")
                .param(dossierIds.toArray(Long[]::new))
                .query((ResultSet row) -> {
                    all.computeIfAbsent(row.getLong("dossier_id"), any -> new ArrayList<>())
                            .add(submission(row, 0));
                });
        return all;
    }

    public Optional<Submission> ofTask(String taskId) {
        return jdbc.sql("select * from motcua.submission where task_id = ?")
                .param(taskId)
                .query(Submissions::submission)
                .optional();
    }

    /** Who completed tasks of the group for the dossier. */
    public Set<String> actors(long dossierId, String staffGroup) {
        return jdbc.sql("select distinct actor from motcua.submission where dossier_id = ? and staff_group = ?")
                .params(dossierId, staffGroup)
                .query(String.class)
                .set();
    }

    private static Submission submission(ResultSet row, int n) throws SQLException {
        return new Submission(
                row.getString("task_key"),
                row.getString("task_id"),
                row.getString("task_name"),
                row.getString("staff_group"),
                row.getObject("agency_id", Integer.class),
                row.getString("actor"),
                row.getObject("at", LocalDateTime.class),
                read(row.getString("fields")),
                time(row));
    }

    private static Submission.@Nullable Time time(ResultSet row) throws SQLException {
        @Nullable LocalDateTime opened = row.getObject("opened_at", LocalDateTime.class);
        return opened == null
                ? null
                : new Submission.Time(
                        opened,
                        row.getObject("taken_at", LocalDateTime.class),
                        row.getString("allowance"),
                        row.getObject("due_at", LocalDateTime.class));
    }

    private static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Fields are no JSON object", e);
        }
    }

    private static String write(Map<String, Object> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Fields cannot be written", e);
        }
    }
}
