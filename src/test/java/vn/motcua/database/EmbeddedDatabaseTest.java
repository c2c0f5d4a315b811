package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.refusal.Refusal;

class EmbeddedDatabaseTest {

    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "max_connections, 100",
        "log_timezone, Asia/Ho_Chi_Minh",
        "lc_collate, C",
        "unix_socket_directories, ''",
        "server_encoding, UTF8",
    })
    void runsWithSettingsFitForRealData(String setting, String value) throws SQLException {
        assertThat(ask("select setting from pg_settings where name = '" + setting + "' union all"
                        + " select datcollate from pg_database where datname = 'motcua' and '" + setting
                        + "' = 'lc_collate'"))
                .isEqualTo(value);
    }

    /** The driver asks for the JVM's zone in each session, so the server is asked how it was started. */
    @Test
    void keepsTheTimeOfVietNam() {
        assertThat(SharedDatabase.directory().postgres().resolve("postmaster.opts"))
                .content()
                .contains("\"timezone=Asia/Ho_Chi_Minh\"");
    }

    @Test
    void isOfTheMajorVersionTheClusterCheckExpects() throws SQLException {
        assertThat(ask("select current_setting('server_version_num')::int / 10000"))
                .isEqualTo(Cluster.MAJOR_VERSION);
    }

    @Test
    void knowsVietnameseLettersOnAnyMachine() throws SQLException {
        assertThat(ask("select lower('ĐỖ THỊ ÁNH ƯỚC')")).isEqualTo("đỗ thị ánh ước");
        assertThat(ask("select upper('đặng')")).isEqualTo("ĐẶNG");
        assertThat(ask("select datlocprovider from pg_database where datname = 'motcua'"))
                .isEqualTo("b");
    }

    @Test
    void searchesWithoutDiacritics() throws SQLException {
        Sql.write(SharedDatabase.running(), "create extension unaccent; create extension pg_trgm");

        assertThat(ask("select unaccent(lower('Đỗ Thị Ước'))")).isEqualTo("do thi uoc");
        assertThat(ask("select word_similarity('do thi uoc', unaccent(lower('Đỗ Thị Ước'))) = 1"))
                .isEqualTo("t");
    }

    @Test
    void opensToNobodyWithoutThePassword() {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(SharedDatabase.running().jdbcUrl(), "postgres", "đoán"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void isRefusedASecondTimeOnTheSameDirectory() throws SQLException {
        assertThatThrownBy(() -> EmbeddedDatabase.start(SharedDatabase.directory()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "đang được một Motcua khác dùng (tiến trình %d)",
                        ProcessHandle.current().pid());
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void closingLeavesNoProcessAndNoLockAndTheDataForTheNextStart() throws Exception {
        DataDirectory directory = SharedDatabase.copyOfStopped(temporary.resolve("with space"));
        EmbeddedDatabase first = EmbeddedDatabase.start(directory);
        List<ProcessHandle> server = family(directory);
        assertThat(server).hasSizeGreaterThan(3);
        Sql.write(first, "insert into citizen values ('Lý Văn Đạt')");

        first.close();
        first.close();

        assertThat(server).noneMatch(process -> ServerProcess.isNamed(process, "postgres"));
        assertThat(directory.postgres().resolve("postmaster.pid")).doesNotExist();
        try (EmbeddedDatabase second = EmbeddedDatabase.start(directory)) {
            assertThat(Sql.read(second, "select string_agg(name, ', ' order by name) from citizen"))
                    .isEqualTo("Lý Văn Đạt, Đỗ Thị Ánh");
        }
    }

    private static List<ProcessHandle> family(DataDirectory directory) {
        ProcessHandle postmaster =
                Postmaster.runningIn(directory.postgres()).orElseThrow().process();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static String ask(String query) throws SQLException {
        return Sql.read(SharedDatabase.running(), query);
    }
}
