package vn.motcua.dossier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of attachments, written and read piece by piece. What is there is never changed. */
@Repository
class AttachmentPieces {

    private static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    AttachmentPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(long attachment, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                jdbc.sql("insert into motcua.attachment_piece values (?, ?, ?)")
                        .params(attachment, number++, piece)
                        .update();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a piece when the one before has been read, so a connection is held only as long as a piece takes. */
    InputStream open(long attachment) {
        return new Pieces(attachment);
    }

    private Optional<byte[]> read(long attachment, int number) {
        return jdbc.sql("select bytes from motcua.attachment_piece where attachment_id = ? and number = ?")
                .params(attachment, number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private final class Pieces extends InputStream {

        private final long attachment;
        private int next;
        private boolean ended;
        private ByteArrayInputStream piece = new ByteArrayInputStream(new byte[0]);

        private Pieces(long attachment) {
            this.attachment = attachment;
        }

        @Override
        public int read() {
            return isThere() ? piece.read() : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return length == 0 ? 0 : isThere() ? piece.read(target, offset, length) : -1;
        }

        @Override
        public int available() {
            return piece.available();
        }

        private boolean isThere() {
            while (!ended && piece.available() == 0) {
                Optional<byte[]> bytes = AttachmentPieces.this.read(attachment, next++);
                ended = bytes.isEmpty();
                bytes.ifPresent(read -> piece = new ByteArrayInputStream(read));
            }
            return !ended;
        }
    }
}
