package vn.motcua.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser that is installed on this machine, if any; tests that need one are skipped without it. */
public final class Chromium {

    /** What keeps it to the test: as root, without a screen, and calling nobody. */
    public static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private Chromium() {}

    /** The program; the test that asks is skipped where there is none. */
    public static Path orSkip() {
        Optional<Path> found = find();
        assumeTrue(found.isPresent(), "No Chromium is installed");
        return found.orElseThrow();
    }

    private static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Stream.of(("/usr/bin" + File.pathSeparator + path).split(File.pathSeparator))
                        .filter(directory -> !directory.isBlank())
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
