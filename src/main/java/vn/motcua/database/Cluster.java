package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import vn.motcua.refusal.Refusal;

/**
 * The files of the embedded PostgreSQL. While {@code initdb} runs, the password lies beside them in
 * {@code postgres.unfinished}; the move into the cluster, before the server first starts, is the single step that turns
 * an unfinished cluster, which may be thrown away, into one that never is.
 */
record Cluster(Path path) {

    /** The major version of the PostgreSQL packed with Motcua. */
    static final String MAJOR_VERSION = "17";

    private static final String PASSWORD_FILE = "motcua.password";
    private static final int PASSWORD_BYTES = 24;

    static Cluster in(DataDirectory directory) {
        return new Cluster(directory.postgres());
    }

    /** What {@code initdb} reads the new superuser's password from. */
    Path unfinished() {
        return path.resolveSibling(path.getFileName() + ".unfinished");
    }

    boolean isFinished() {
        return Files.exists(path.resolve(PASSWORD_FILE));
    }

    /** Leaves either a finished cluster of our version or an empty place for {@code initdb}; refuses all else. */
    void prepare() throws IOException {
        if (isUnfinished()) {
            ServerProcess.stopInitdb(path);
            deleteContent();
        }
        if (isEmpty()) {
            OwnerOnly.createDirectories(path);
            byte[] password = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(password);
            OwnerOnly.write(unfinished(), HexFormat.of().formatHex(password));
        } else {
            requireOurs();
        }
    }

    /**
     * Called between {@code initdb} and the server's start, at every start. Success alone is not believed: an
     * {@code initdb} that a full disk has cut to nothing runs as an empty script, which never fails.
     */
    void finish() throws IOException {
        if (!isInitialised()) {
            throw new IOException("initdb không tạo được các tệp của PostgreSQL");
        }
        if (!isFinished()) {
            Files.move(unfinished(), path.resolve(PASSWORD_FILE), StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.forceDirectory(path);
            OwnerOnly.forceDirectory(path.resolveSibling(""));
        }
    }

    String password() throws IOException {
        return Files.readString(isFinished() ? path.resolve(PASSWORD_FILE) : unfinished())
                .strip();
    }

    /** A server writes {@code postmaster.opts} at its first start: the second proof, should the first mislead. */
    private boolean isUnfinished() {
        return Files.exists(unfinished()) && !isFinished() && !Files.exists(path.resolve("postmaster.opts"));
    }

    private boolean isInitialised() {
        return Stream.of("PG_VERSION", "postgresql.conf", "global/pg_control")
                .allMatch(file -> Files.exists(path.resolve(file)));
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    /** The directory itself stays: it may be a link to another disk. */
    private void deleteContent() throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    FileSystemUtils.deleteRecursively(file);
                }
            }
        }
    }

    private void requireOurs() throws IOException {
        if (!isInitialised()) {
            throw new Refusal(("Thư mục %s không phải dữ liệu PostgreSQL trọn vẹn."
                            + " Hãy khôi phục từ bản sao lưu hoặc chọn thư mục khác bằng --data-dir.")
                    .formatted(path));
        }
        String major = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!major.equals(MAJOR_VERSION)) {
            throw new Refusal(("Dữ liệu trong %s thuộc PostgreSQL %s, Motcua này dùng PostgreSQL %s."
                            + " Hãy chạy bản Motcua cũ để xuất dữ liệu, hoặc chọn thư mục khác bằng --data-dir.")
                    .formatted(path, major, MAJOR_VERSION));
        }
        if (!isFinished()) {
            throw new Refusal(
                    "Thư mục %s thiếu tệp %s. Hãy khôi phục cả thư mục từ bản sao lưu.".formatted(path, PASSWORD_FILE));
        }
    }
}
