package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.motcua.refusal.Refusal;

/** A file on its way into the store, in a temporary file: it must be known whole before any of it is kept. */
final class SpooledFile implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    final Path path;
    final long size;
    final String sha256;

    private SpooledFile(Path path, long size, String sha256) {
        this.path = path;
        this.size = size;
        this.sha256 = sha256;
    }

    /** @param longest in bytes; of a longer one nothing more is read */
    static SpooledFile of(InputStream bytes, long longest) throws IOException {
        Path path = Files.createTempFile("motcua-upload", ".part");
        try {
            MessageDigest digest = sha256();
            long size = copy(new DigestInputStream(bytes, digest), path, longest);
            return new SpooledFile(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(path);
            throw failure;
        }
    }

    private static long copy(InputStream from, Path to, long longest) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
                size += read;
                if (size > longest) {
                    throw new Refusal("Tệp lớn hơn %d MB; hãy quét với độ phân giải thấp hơn hoặc tách thành nhiều tệp"
                            .formatted(longest >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
