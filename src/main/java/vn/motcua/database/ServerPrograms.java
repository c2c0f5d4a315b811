package vn.motcua.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's unpacked programs. The library that unpacks them neither notices that it was killed midway nor that the
 * disk was full, and would use the torn files ever after; so only programs that have started a server are kept.
 */
record ServerPrograms(Path path) {

    private static final String PROVEN = ".proven";

    void discardUnproven() throws IOException {
        OwnerOnly.createDirectories(path);
        for (Path unpacked : unpacked()) {
            if (!Files.exists(proof(unpacked))) {
                FileSystemUtils.deleteRecursively(unpacked);
            }
        }
    }

    void markProven() throws IOException {
        for (Path unpacked : unpacked()) {
            if (!Files.exists(proof(unpacked))) {
                Files.createFile(proof(unpacked));
            }
        }
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    private Path proof(Path unpacked) {
        return path.resolve(unpacked.getFileName() + PROVEN);
    }
}
