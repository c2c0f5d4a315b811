package vn.motcua.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What PostgreSQL's programs write: one file for each start, the one before kept beside it. */
record ServerLog(Path file) {

    private static final Pattern COMPLAINT = Pattern.compile(
            "(?:FATAL|PANIC|ERROR|error|failed to execute [^:]+|error while loading shared libraries):\\s+(.+)$");

    void begin() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling("postgres.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        OwnerOnly.write(file, "");
    }

    /** The last complaint is the one the start failed with; those before it are its symptoms. */
    Optional<String> complaint() {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(COMPLAINT::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1))
                    .reduce((earlier, later) -> later);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
