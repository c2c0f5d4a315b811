package vn.motcua.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.refusal.Refusal;

/**
 * The main process of the PostgreSQL of one cluster, found by the cluster's {@code postmaster.pid}. That file survives
 * a crash and process numbers are given out again, so the number alone proves nothing.
 *
 * @param startedAt when the file says the server started
 */
record Postmaster(ProcessHandle process, Path cluster, Instant startedAt) {

    private static final String PID_FILE = "postmaster.pid";
    private static final int LINES_NEEDED = 3;
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(15);
    private static final Duration HARD_SHUTDOWN = Duration.ofSeconds(5);

    static Optional<Postmaster> runningIn(Path cluster) {
        return recordedIn(cluster).filter(Postmaster::isRunning);
    }

    /**
     * PostgreSQL refuses to start while the recorded number belongs to any living process, be it a stranger. A dead
     * number is left for PostgreSQL, which then also looks for orphaned workers on the shared memory.
     */
    static void forgetStrangerIn(Path cluster) throws IOException {
        Optional<Postmaster> recorded = recordedIn(cluster);
        if (recorded.isPresent() && !recorded.get().isRunning()) {
            Files.deleteIfExists(cluster.resolve(PID_FILE));
        }
    }

    private static Optional<Postmaster> recordedIn(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(PID_FILE), StandardCharsets.ISO_8859_1);
            if (lines.size() < LINES_NEEDED) {
                return Optional.empty();
            }
            Instant startedAt =
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            // A negative number is a single-user server.
            return ProcessHandle.of(Math.abs(Long.parseLong(lines.get(0).strip())))
                    .map(process -> new Postmaster(process, cluster, startedAt));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new Refusal(
                    "Không đọc được %s: %s. Hãy cho Motcua quyền đọc tệp đó."
                            .formatted(cluster.resolve(PID_FILE), Reason.of(unreadable)),
                    unreadable);
        }
    }

    /** A zombie has no command any more and so does not count as running. */
    boolean isRunning() {
        ProcessHandle.Info info = process.info();
        return process.isAlive()
                && ServerProcess.isNamed(process, "postgres")
                && (servesCluster() || startedThen(info));
    }

    private boolean servesCluster() {
        return ServerProcess.mentions(process, cluster);
    }

    /** Where the system tells no arguments, or the directory was moved meanwhile. */
    private boolean startedThen(ProcessHandle.Info info) {
        return info.startInstant()
                .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SLACK) <= 0)
                .orElse(false);
    }

    /** Fast (cuts clients off), else immediate, else killed: all are safe for committed data. */
    void stop() {
        List<ProcessHandle> workers = process.descendants().toList();
        boolean stopped = ServerProcess.signal(process, "INT") && isGoneWithin(FAST_SHUTDOWN)
                || ServerProcess.signal(process, "QUIT") && isGoneWithin(HARD_SHUTDOWN)
                || process.destroyForcibly() && isGoneWithin(HARD_SHUTDOWN)
                || !isRunning();
        if (!stopped) {
            throw new Refusal(
                    "Không dừng được PostgreSQL của %s (tiến trình %d). Hãy tự dừng tiến trình đó rồi chạy lại."
                            .formatted(cluster, process.pid()));
        }
        workers.forEach(worker -> ServerProcess.awaitEnd(worker, HARD_SHUTDOWN));
    }

    private boolean isGoneWithin(Duration limit) {
        return Waiting.until(() -> !isRunning(), limit);
    }
}
