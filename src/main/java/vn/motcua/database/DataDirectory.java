package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import vn.motcua.refusal.Refusal;

/** The one directory Motcua writes to: the embedded PostgreSQL, the logs, and the lock that says who uses it. */
public record DataDirectory(Path path) {

    /** The Spring property that names it; the environment variable MOTCUA_DATA_DIR is the same setting. */
    public static final String PROPERTY = "motcua.data-dir";

    public static final String DEFAULT = "./data";

    public DataDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Only names the directory, writes nothing; a blank setting means the default. */
    public static DataDirectory at(String setting) {
        try {
            return new DataDirectory(Path.of(setting.isBlank() ? DEFAULT : setting.strip()));
        } catch (InvalidPathException notAPath) {
            throw new Refusal(
                    ("Máy này không đọc được tên thư mục dữ liệu “%s”. Hãy đặt tên không dấu bằng --data-dir,"
                                    + " hoặc đặt biến môi trường LC_ALL=C.UTF-8.")
                            .formatted(setting),
                    notAPath);
        }
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path logFile() {
        return logs().resolve("motcua.log");
    }

    /** What PostgreSQL itself says, from its last start on. */
    Path serverLog() {
        return logs().resolve("postgres.log");
    }

    /** Where PostgreSQL's programs are unpacked: not in the system's temporary directory, which is swept and shared. */
    Path programs() {
        return path.resolve("postgres-programs");
    }

    /** Makes what is missing, readable by its owner only, and proves that it can be written to. */
    public DataDirectory create() {
        try {
            OwnerOnly.createDirectories(path);
            OwnerOnly.createDirectories(logs());
            Files.delete(Files.writeString(Files.createTempFile(path, "motcua-", ".tmp"), "Motcua"));
            return this;
        } catch (IOException unusable) {
            throw new Refusal(
                    "Không dùng được thư mục dữ liệu %s: %s. Hãy sửa hoặc chọn thư mục khác bằng --data-dir."
                            .formatted(path, Reason.of(unusable)),
                    unusable);
        }
    }
}
