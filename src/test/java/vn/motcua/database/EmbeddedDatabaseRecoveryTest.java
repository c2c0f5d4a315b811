package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.refusal.Refusal;

class EmbeddedDatabaseRecoveryTest {

    private static final String ALL_CITIZENS = "select string_agg(name, ', ' order by name) from citizen";

    @TempDir
    Path temporary;

    private DataDirectory directory;

    @BeforeEach
    void copy() throws IOException {
        directory = SharedDatabase.copyOfStopped(temporary);
    }

    @Test
    void opensWithinSecondsAfterItsProcessWasKilledAndHasAllThatWasCommitted() throws Exception {
        ProcessHandle leftBehind;
        try (OtherMotcua other = OtherMotcua.holdsDatabase(directory)) {
            assertThat(other.answer()).isEqualTo(OtherMotcua.READY);
            leftBehind =
                    Postmaster.runningIn(directory.postgres()).orElseThrow().process();
        }
        assertThat(ServerProcess.isNamed(leftBehind, "postgres")).isTrue();

        Instant before = Instant.now();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(Sql.read(database, ALL_CITIZENS)).isEqualTo("Lý Văn Đạt, Đỗ Thị Ánh");
            assertThat(ServerProcess.isNamed(leftBehind, "postgres")).isFalse();
        }
    }

    @Test
    void aStrangerWithTheRecordedProcessNumberIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            recordPostmaster(stranger.pid(), stranger.info().startInstant().orElseThrow());

            EmbeddedDatabase.start(directory).close();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void thePostgresqlOfAnotherDirectoryWithTheRecordedNumberIsLeftAlone() throws Exception {
        Postmaster other =
                Postmaster.runningIn(SharedDatabase.directory().postgres()).orElseThrow();
        recordPostmaster(other.process().pid(), other.startedAt().minusSeconds(3600));

        EmbeddedDatabase.start(directory).close();

        assertThat(other.isRunning()).isTrue();
    }

    @Test
    void anInitialisationThatWasCutShortIsBegunAgain() throws Exception {
        for (String last : new String[] {"postmaster.opts", "motcua.password"}) {
            Files.delete(directory.postgres().resolve(last));
        }
        Files.delete(directory.postgres().resolve("global/pg_control"));
        Files.writeString(Cluster.in(directory).unfinished(), "half");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(Sql.read(database, "select count(*) from pg_tables where tablename = 'citizen'"))
                    .isEqualTo("0");
        }
        assertThat(Cluster.in(directory).unfinished()).doesNotExist();
    }

    @Test
    void aClusterThatOnceRanIsNeverBegunAgain() throws Exception {
        Files.writeString(Cluster.in(directory).unfinished(), "left over");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(Sql.read(database, ALL_CITIZENS)).isEqualTo("Đỗ Thị Ánh");
        }

        Files.delete(directory.postgres().resolve("motcua.password"));
        assertRefusedUntouched("thiếu tệp motcua.password");
    }

    @Test
    void aClusterOfAnotherMajorVersionIsRefused() throws Exception {
        Files.writeString(directory.postgres().resolve("PG_VERSION"), "16\n");

        assertRefusedUntouched("thuộc PostgreSQL 16, Motcua này dùng PostgreSQL 17");
    }

    @Test
    void aDirectoryOfOtherFilesIsRefused() throws Exception {
        Files.delete(directory.postgres().resolve("PG_VERSION"));

        assertRefusedUntouched("không phải dữ liệu PostgreSQL trọn vẹn");
    }

    @Test
    void anInitialisationThatLeftNothingIsNoClusterYet() throws Exception {
        Cluster cluster = new Cluster(temporary.resolve("empty"));
        cluster.prepare();

        assertThatThrownBy(cluster::finish).isInstanceOf(IOException.class);
        assertThat(cluster.isFinished()).isFalse();
        cluster.prepare();
    }

    /** So Spring ends a start that waits, when the process is told to stop meanwhile. */
    @Test
    void anInterruptedStartLeavesNothingRunning() throws Exception {
        DataDirectory fresh = new DataDirectory(temporary.resolve("fresh")).create();
        Thread starting = new Thread(
                () -> assertThatThrownBy(() -> EmbeddedDatabase.start(fresh)).isInstanceOf(Refusal.class));
        starting.start();
        Cluster cluster = Cluster.in(fresh);
        assertThat(Waiting.until(() -> Files.exists(cluster.path().resolve("PG_VERSION")), Duration.ofSeconds(20)))
                .isTrue();

        starting.interrupt();
        starting.join();

        assertThat(ProcessHandle.allProcesses().filter(process -> ServerProcess.mentions(process, cluster.path())))
                .isEmpty();
        DataDirectoryLock.take(fresh).close();
    }

    @Test
    void tornProgramsAreUnpackedAgain() throws Exception {
        ServerPrograms programs = new ServerPrograms(temporary.resolve("programs"));
        Path proven = Files.createDirectories(programs.path().resolve("PG-1/bin"));
        programs.markProven();
        Path torn = Files.createDirectories(programs.path().resolve("PG-2/bin"));

        programs.discardUnproven();

        assertThat(proven).exists();
        assertThat(torn).doesNotExist();
    }

    @Test
    void aBrokenClusterIsRefusedSoonWithTheReason() throws Exception {
        Files.writeString(directory.postgres().resolve("global/pg_control"), "broken");

        Instant before = Instant.now();
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Không khởi động được PostgreSQL nhúng tại " + directory.postgres() + ": ")
                .hasMessageContaining("pg_control")
                .hasMessageContaining(directory.serverLog().toString())
                .hasMessageNotContaining("\n")
                .hasCauseInstanceOf(IOException.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertNothingHeld();
    }

    private void recordPostmaster(long pid, Instant startedAt) throws IOException {
        Files.writeString(
                directory.postgres().resolve("postmaster.pid"),
                "%d\n%s\n%d\n5432\n\nlocalhost\n  1 1\nready\n"
                        .formatted(pid, directory.postgres(), startedAt.getEpochSecond()));
    }

    private void assertRefusedUntouched(String reason) throws IOException {
        Map<String, Long> before = files();
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
        assertThat(files()).isEqualTo(before);
        assertNothingHeld();
    }

    private void assertNothingHeld() {
        assertThat(Postmaster.runningIn(directory.postgres())).isEmpty();
        DataDirectoryLock.take(directory).close();
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.postgres())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
            }
        }
        return sizes;
    }
}
