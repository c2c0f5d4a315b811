package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** One embedded PostgreSQL for the tests of this JVM that only ask it something, and a stopped cluster to copy. */
final class SharedDatabase {

    private static final DataDirectory DIRECTORY = temporary();
    private static final EmbeddedDatabase RUNNING = EmbeddedDatabase.start(DIRECTORY);
    private static final DataDirectory STOPPED = stopped();

    private SharedDatabase() {}

    static EmbeddedDatabase running() {
        return RUNNING;
    }

    static DataDirectory directory() {
        return DIRECTORY;
    }

    /** A data directory, closed in good order, whose database holds one citizen: Đỗ Thị Ánh. */
    static DataDirectory copyOfStopped(Path target) throws IOException {
        DataDirectory copy = new DataDirectory(target).create();
        try (Stream<Path> files = Files.walk(STOPPED.postgres())) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.postgres()
                                .resolve(STOPPED.postgres().relativize(file).toString()));
            }
        }
        return copy;
    }

    private static DataDirectory temporary() {
        try {
            Path path = Files.createTempDirectory("motcua-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(path)));
            return new DataDirectory(path);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void remove(Path path) {
        try {
            if (path.equals(DIRECTORY.path())) {
                RUNNING.close();
            }
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DataDirectory stopped() {
        DataDirectory directory = temporary();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            Sql.write(database, "create table citizen as select 'Đỗ Thị Ánh' as name");
            return directory;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
