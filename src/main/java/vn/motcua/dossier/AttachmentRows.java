package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.refusal.Refusal;

/** What is known of attached files but their bytes, as SQL. */
@Repository
class AttachmentRows {

    private static final String COLUMNS = """
            select f.id, f.component, f.name, f.kind, f.size, f.sha256, f.added_by, f.added_at,
                s.full_name as person
            from motcua.attachment f left join motcua.staff s on s.username = f.added_by""";
    private static final String LISTED = " and removed_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    AttachmentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Attachment> of(AttachmentHolder holder) {
        return jdbc.sql(COLUMNS + " where " + holder.column() + " = ?" + LISTED + " order by f.id")
                .param(holder.id())
                .query(AttachmentRows::attachment)
                .list();
    }

    Optional<Attachment> find(AttachmentHolder holder, long id) {
        return jdbc.sql(COLUMNS + " where " + holder.column() + " = ? and f.id = ?" + LISTED)
                .params(holder.id(), id)
                .query(AttachmentRows::attachment)
                .optional();
    }

    long insert(
            AttachmentHolder holder,
            @Nullable String component,
            String name,
            AttachmentKind kind,
            String actor,
            SpooledFile file) {
        return jdbc.sql("insert into motcua.attachment (" + holder.column() + """
                        , component, name, kind, size, sha256, added_by, added_at)
                        values (:holder, :component, :name, :kind, :size, :sha256, :actor, :at)
                        returning id
                        """)
                .param("holder", holder.id())
                .param("component", component, Types.VARCHAR)
                .param("name", name)
                .param("kind", kind.name())
                .param("size", file.size)
                .param("sha256", file.sha256)
                .param("actor", actor)
                .param("at", LocalDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    void remove(AttachmentHolder holder, long id, String actor) {
        jdbc.sql("update motcua.attachment set removed_by = :actor, removed_at = :at where id = :id and "
                        + holder.column() + " = :holder" + LISTED)
                .param("actor", actor)
                .param("at", LocalDateTime.now(clock))
                .param("id", id)
                .param("holder", holder.id())
                .update();
    }

    void file(AttachmentHolder from, long dossierId) {
        jdbc.sql("delete from motcua.attachment where " + from.column() + " = ? and removed_at is not null")
                .param(from.id())
                .update();
        jdbc.sql("update motcua.attachment set dossier_id = ?, %1$s = null where %1$s = ?".formatted(from.column()))
                .params(dossierId, from.id())
                .update();
    }

    /** Until the transaction ends nobody else adds to the same holder, so the limit holds, and a draft is not filed. */
    void hold(AttachmentHolder holder) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('attachments ' || ?, 0))")
                .param(holder.id().toString())
                .query((row, n) -> 0)
                .list();
        if (holder instanceof AttachmentHolder.OfDraft draft && !isOpen(draft)) {
            throw new Refusal("Hồ sơ này vừa được nộp, tệp chưa được nhận; hãy gửi tệp khi được yêu cầu bổ sung");
        }
    }

    /** What comes while the draft is being filed waits here until that is through. */
    private boolean isOpen(AttachmentHolder.OfDraft draft) {
        return jdbc.sql("select id from motcua.intake_draft where id = ? and dossier_code is null for share")
                .param(draft.key())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                row.getString("component"),
                row.getString("name"),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("added_by"),
                Objects.requireNonNullElse(row.getString("person"), OnlineApplicant.shown(row.getString("added_by"))),
                row.getObject("added_at", LocalDateTime.class));
    }
}
