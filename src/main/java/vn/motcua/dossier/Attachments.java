package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.motcua.refusal.Refusal;

/** The files of dossiers and of intakes: scans to look at, and office files to download. */
@Component
public class Attachments {

    private static final String COLUMNS = """
            select f.id, f.component, f.name, f.kind, f.size, f.sha256, f.added_by, f.added_at,
                s.full_name as person
            from motcua.attachment f left join motcua.staff s on s.username = f.added_by""";
    private static final String LISTED = " and removed_at is null";

    private final JdbcClient jdbc;
    private final AttachmentPieces pieces;
    private final VirusScan scan;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DataSize longest;
    private final int most;

    /**
     * @param longest of a file
     * @param most files of one dossier
     */
    Attachments(
            JdbcClient jdbc,
            AttachmentPieces pieces,
            VirusScan scan,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${motcua.attachments.longest:20MB}") DataSize longest,
            @Value("${motcua.attachments.most:50}") int most) {
        this.jdbc = jdbc;
        this.pieces = pieces;
        this.scan = scan;
        this.transaction = transaction;
        this.clock = clock;
        this.longest = longest;
        this.most = most;
    }

    public List<Attachment> of(long dossierId) {
        return of(AttachmentHolder.dossier(dossierId));
    }

    /** Those in the list, oldest first, without their bytes. */
    public List<Attachment> of(AttachmentHolder holder) {
        return jdbc.sql(COLUMNS + " where " + holder.column() + " = ?" + LISTED + " order by f.id")
                .param(holder.id())
                .query(Attachments::attachment)
                .list();
    }

    public Optional<Attachment> find(AttachmentHolder holder, long id) {
        return jdbc.sql(COLUMNS + " where " + holder.column() + " = ? and f.id = ?" + LISTED)
                .params(holder.id(), id)
                .query(Attachments::attachment)
                .optional();
    }

    /** The bytes; read as they are asked for. */
    public InputStream open(Attachment attachment) {
        return pieces.open(attachment.id());
    }

    /**
     * Attaches a file; the same bytes for the same component again are the file that is there already. It is looked
     * through before any transaction begins: a scanner may take its time.
     *
     * @param name as the browser tells it
     * @throws Refusal for a file of another kind, an empty or too long one, one that is infected or swells when it is
     *     unpacked, or one too many
     */
    public Attachment add(
            AttachmentHolder holder, @Nullable String component, String name, String actor, InputStream bytes) {
        try (SpooledFile file = SpooledFile.of(bytes, longest.toBytes())) {
            AttachmentKind kind = checked(file);
            return Objects.requireNonNull(transaction.execute(
                    status -> add(holder, component, FileNames.safe(name, kind), kind, actor, file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AttachmentKind checked(SpooledFile file) throws IOException {
        if (file.size == 0) {
            throw new Refusal("Tệp rỗng; hãy quét lại");
        }
        AttachmentKind kind = SniffedFile.kind(file.path)
                .orElseThrow(() -> new Refusal("Chỉ nhận tệp PDF, ảnh JPG, PNG và tệp DOCX, XLSX, ODT không có macro;"
                        + " hãy chuyển tệp sang một trong các dạng này"));
        ContentRules.check(file.path, kind);
        scan.check(file.path);
        return kind;
    }

    private Attachment add(
            AttachmentHolder holder,
            @Nullable String component,
            String name,
            AttachmentKind kind,
            String actor,
            SpooledFile file) {
        hold(holder);
        List<Attachment> there = of(holder);
        Optional<Attachment> same = there.stream()
                .filter(known -> known.sha256().equals(file.sha256) && Objects.equals(known.component(), component))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (there.size() >= most) {
            throw new Refusal("Đã có %d tệp, không nhận thêm; hãy gộp các trang vào một tệp PDF".formatted(most));
        }
        long added = insert(holder, component, name, kind, actor, file);
        pieces.write(added, file.path);
        return find(holder, added).orElseThrow();
    }

    private long insert(
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

    /** Takes a file out of the list; of a dossier it stays in the store. That it is not in the list changes nothing. */
    @Transactional
    public void remove(AttachmentHolder holder, long id, String actor) {
        jdbc.sql("update motcua.attachment set removed_by = :actor, removed_at = :at where id = :id and "
                        + holder.column() + " = :holder" + LISTED)
                .param("actor", actor)
                .param("at", LocalDateTime.now(clock))
                .param("id", id)
                .param("holder", holder.id())
                .update();
    }

    /** The files of something that is sent become those of the dossier; what was removed before is forgotten. */
    @Transactional
    public void file(AttachmentHolder from, long dossierId) {
        jdbc.sql("delete from motcua.attachment where " + from.column() + " = ? and removed_at is not null")
                .param(from.id())
                .update();
        jdbc.sql("update motcua.attachment set dossier_id = ?, %1$s = null where %1$s = ?".formatted(from.column()))
                .params(dossierId, from.id())
                .update();
    }

    /** Until the transaction ends nobody else adds to the same holder, so the limit holds, and a draft is not filed. */
    private void hold(AttachmentHolder holder) {
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
