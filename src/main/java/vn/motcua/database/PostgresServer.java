package vn.motcua.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.refusal.Refusal;

/** A running PostgreSQL on the cluster of a data directory that the caller has locked. */
final class PostgresServer {

    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration STARTER_ENDS = Duration.ofSeconds(10);
    private static final long ROOM_FOR_FIRST_START = 200L << 20;

    private final EmbeddedPostgres engine;
    private final Cluster cluster;
    private final String password;

    private PostgresServer(EmbeddedPostgres engine, Cluster cluster, String password) {
        this.engine = engine;
        this.cluster = cluster;
        this.password = password;
    }

    static PostgresServer start(DataDirectory directory) {
        Cluster cluster = Cluster.in(directory);
        ServerLog log = new ServerLog(directory.serverLog());
        try {
            return start(directory, cluster, log);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Exception | ExceptionInInitializerError failure) {
            stopWhatWasBegun(cluster);
            throw failed(directory, log, failure);
        }
    }

    private static PostgresServer start(DataDirectory directory, Cluster cluster, ServerLog log) throws IOException {
        cluster.prepare();
        if (!cluster.isFinished()) {
            requireRoom(directory);
        }
        Postmaster.runningIn(cluster.path()).ifPresent(PostgresServer::stopLeftBehind);
        Postmaster.forgetStrangerIn(cluster.path());
        // The library sweeps away directories that carry its own stale lock file; ours must not be taken for one.
        Files.deleteIfExists(cluster.path().resolve("epg-lock"));
        ServerPrograms programs = new ServerPrograms(directory.programs());
        programs.discardUnproven();
        log.begin();
        PostgresServer server = new PostgresServer(launch(directory, cluster), cluster, cluster.password());
        programs.markProven();
        return server;
    }

    /** Beforehand, since the library unpacks half of its programs into a full disk and calls that a success. */
    private static void requireRoom(DataDirectory directory) throws IOException {
        if (Files.getFileStore(directory.path()).getUsableSpace() < ROOM_FOR_FIRST_START) {
            throw new Refusal("Ổ đĩa của %s còn quá ít chỗ. Hãy giải phóng ít nhất %d MB rồi chạy lại."
                    .formatted(directory.path(), ROOM_FOR_FIRST_START >> 20));
        }
    }

    private static EmbeddedPostgres launch(DataDirectory directory, Cluster cluster) throws IOException {
        try (StartWatch watch = new StartWatch(cluster.path())) {
            EmbeddedPostgres engine = ServerSettings.builder(directory, cluster)
                    .setDataDirectoryCustomizer(initialised -> {
                        finish(cluster);
                        watch.begin();
                    })
                    .start();
            if (watch.gaveUp() || Thread.currentThread().isInterrupted()) {
                throw new IOException("PostgreSQL đã tự dừng khi khởi động");
            }
            return engine;
        }
    }

    private static void finish(Cluster cluster) {
        try {
            cluster.finish();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Spring interrupts a start that is told to end, and the programs do not notice that. */
    private static void stopWhatWasBegun(Cluster cluster) {
        ServerProcess.stopInitdb(cluster.path());
        ServerProcess.awaitStarter(cluster.path(), STARTER_ENDS);
        Postmaster.runningIn(cluster.path()).ifPresent(Postmaster::stop);
    }

    private static void stopLeftBehind(Postmaster postmaster) {
        LOG.warn(
                "Dừng PostgreSQL còn sót lại (tiến trình {}) của lần chạy trước bị ngắt đột ngột.",
                postmaster.process().pid());
        postmaster.stop();
    }

    private static Refusal failed(DataDirectory directory, ServerLog log, Throwable failure) {
        return new Refusal(
                "Không khởi động được PostgreSQL nhúng tại %s: %s. Hãy sửa lỗi đó rồi chạy lại; chi tiết trong %s."
                        .formatted(
                                directory.postgres(),
                                log.complaint().map(Reason::of).orElseGet(() -> Reason.ofRoot(failure)),
                                directory.serverLog()),
                failure);
    }

    DataSource database(String name) {
        return engine.getDatabase(USER, name);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(engine.getPort(), database);
    }

    String password() {
        return password;
    }

    /**
     * The library gives up after five seconds without a word, so the process itself is looked at; told to stop a server
     * that has died on its own, it would only complain.
     */
    void stop() {
        Postmaster.runningIn(cluster.path()).ifPresent(postmaster -> {
            try {
                engine.close();
            } catch (IOException unexpected) {
                LOG.warn("PostgreSQL không dừng theo lệnh đầu tiên.", unexpected);
            }
            if (postmaster.isRunning()) {
                postmaster.stop();
            }
        });
    }
}
