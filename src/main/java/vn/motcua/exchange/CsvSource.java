package vn.motcua.exchange;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import vn.motcua.refusal.Refusal;

/**
 * Where a CSV file comes from: somebody's disk, or the product itself.
 *
 * @param name what messages call it
 */
public record CsvSource(String name, Opening opening) {

    /** Opens the file from its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    public static CsvSource file(Path path) {
        return new CsvSource(path.toString(), () -> {
            if (Files.isDirectory(path)) {
                throw new Refusal("%s là thư mục, không phải tệp; hãy chỉ ra tệp CSV".formatted(path));
            }
            // Unlike a channel's stream this one also reads pipes.
            return Files.exists(path) ? new FileInputStream(path.toFile()) : Files.newInputStream(path);
        });
    }

    /** A file on the class path, such as {@code /calendar/calendar-vn-2018-2026.csv}. */
    public static CsvSource shipped(String resource) {
        return new CsvSource(
                resource,
                () -> Objects.requireNonNull(CsvSource.class.getResourceAsStream(resource), "No resource " + resource));
    }

    InputStream open() throws IOException {
        return opening.open();
    }

    Refusal unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new Refusal("Không có tệp %s; hãy kiểm tra đường dẫn".formatted(name), e);
        }
        String reason = e instanceof AccessDeniedException ? "không có quyền đọc" : String.valueOf(e.getMessage());
        return new Refusal("Không đọc được tệp %s: %s".formatted(name, reason), e);
    }
}
