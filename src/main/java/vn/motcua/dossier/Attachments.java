package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.motcua.refusal.Refusal;

/** The files of dossiers and of intakes: scans to look at, and office files to download. */
@Component
public class Attachments {

    private final AttachmentRows rows;
    private final AttachmentPieces pieces;
    private final VirusScan scan;
    private final TransactionTemplate transaction;
    private final DataSize longest;
    private final int most;

    /**
     * @param longest of a file
     * @param most files of one dossier
     */
    Attachments(
            AttachmentRows rows,
            AttachmentPieces pieces,
            VirusScan scan,
            TransactionTemplate transaction,
            @Value("${motcua.attachments.longest:20MB}") DataSize longest,
            @Value("${motcua.attachments.most:50}") int most) {
        this.rows = rows;
        this.pieces = pieces;
        this.scan = scan;
        this.transaction = transaction;
        this.longest = longest;
        this.most = most;
    }

    public List<Attachment> of(long dossierId) {
        return of(AttachmentHolder.dossier(dossierId));
    }

    /** Those in the list, oldest first, without their bytes. */
    public List<Attachment> of(AttachmentHolder holder) {
        return rows.of(holder);
    }

    public Optional<Attachment> find(AttachmentHolder holder, long id) {
        return rows.find(holder, id);
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
        rows.hold(holder);
        List<Attachment> there = rows.of(holder);
        Optional<Attachment> same = there.stream()
                .filter(known -> known.sha256().equals(file.sha256) && Objects.equals(known.component(), component))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (there.size() >= most) {
            throw new Refusal("Đã có %d tệp, không nhận thêm; hãy gộp các trang vào một tệp PDF".formatted(most));
        }
        long added = rows.insert(holder, component, name, kind, actor, file);
        pieces.write(added, file.path);
        return rows.find(holder, added).orElseThrow();
    }

    /** Takes a file out of the list; of a dossier it stays in the store. That it is not in the list changes nothing. */
    @Transactional
    public void remove(AttachmentHolder holder, long id, String actor) {
        rows.remove(holder, id, actor);
    }

    /** The files of something that is sent become those of the dossier; what was removed before is forgotten. */
    @Transactional
    public void file(AttachmentHolder from, long dossierId) {
        rows.file(from, dossierId);
    }
}
