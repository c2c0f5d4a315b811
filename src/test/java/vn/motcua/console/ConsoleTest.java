package vn.motcua.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.Motcua;
import vn.motcua.support.TestPostgres;
import vn.motcua.support.TestStore;

/** The verbs, as a shell sees them: exit code, standard output, standard error. */
class ConsoleTest {

    @TempDir
    static Path directory;

    private static String url;
    private static Path procedures;
    private static Path agencies;
    private static Path register;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void importTheRegister() throws IOException {
        url = TestPostgres.newDatabase();
        procedures = shipped("procedures-langson-2019.csv");
        agencies = shipped("agencies-langson-2019.csv");
        register = shipped("register-langson-2019.csv");
        Outcome catalogue =
                run("import-catalogue", "--procedures", procedures.toString(), "--agencies", agencies.toString());
        assertThat(catalogue.code()).as(catalogue.err()).isZero();
        Outcome imported = run("import-register", register.toString());
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out()).isEqualTo("imported 12072, unchanged 0, refused 0\n");
    }

    @Test
    void the_report_alone_stands_on_standard_output() {
        Outcome report = run("report", "ii06a", "--from", "2019-01-01", "--to", "2019-04-30");
        assertThat(report)
                .isEqualTo(new Outcome(
                        0,
                        "group,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13\nall,10392,1374,8606,412,7444,5632,572,1240,2948,808,2140\n",
                        ""));
    }

    @Test
    void a_group_with_a_comma_is_quoted_and_an_empty_period_still_has_its_line() {
        assertThat(run("report", "ii06a", "--from=2019-01-01", "--to=2019-04-30", "--group-by=sector")
                        .out())
                .contains("\"Xuất bản, In và Phát hành\",93,18,74,1,70,53,10,7,23,4,19\n");
        assertThat(run("report", "ii06a", "--from=2018-01-01", "--to=2018-01-31")
                        .out())
                .endsWith("\nall,0,0,0,0,0,0,0,0,0,0,0\n");
        assertThat(run("report", "ii06a", "--from=2018-01-01", "--to=2018-01-31", "--group-by=agency")
                        .out())
                .isEqualTo("group,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13\n");
    }

    @Test
    void licences_and_recount_come_out() {
        assertThat(run("report", "licences", "--from", "2019-01-01", "--to", "2019-06-30")
                        .out())
                .startsWith("procedure,granted\n")
                .contains("1.003868,40\n", "1.009374,2\n", "2.001098,2\n");
        assertThat(run("recount").out()).isEqualTo("recounted 12072, differences 0\n");
        assertThat(run("recount", "--rebuild").out()).isEqualTo("recounted 12072, differences 0\n");
    }

    @Test
    void the_same_register_again_changes_nothing_and_a_catalogue_again_neither() {
        assertThat(run("import-register", register.toString()))
                .extracting(Outcome::code, Outcome::out)
                .containsExactly(0, "imported 0, unchanged 12072, refused 0\n");
        assertThat(run("import-catalogue", "--agencies", agencies.toString(), "--procedures", procedures.toString())
                        .out())
                .isEqualTo("agencies: new 0, changed 0, unchanged 239\nprocedures: new 0, changed 0, unchanged 14\n");
    }

    @Test
    void a_refused_row_exits_with_one_after_the_good_ones_are_in() throws IOException {
        Path file = directory.resolve("two.csv");
        List<String> lines = Files.readAllLines(register);
        Files.write(
                file,
                List.of(
                        lines.get(0),
                        lines.get(1).replace("-181101-0001", "-181101-0777"),
                        lines.get(2)
                                .replace("20181101160200", "20181131160200")
                                .replace("-181101-0001", "-181101-0778")));
        Outcome outcome = run("import-register", file.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("imported 1, unchanged 0, refused 1\n");
        assertThat(outcome.err()).contains("dòng 3, cột NgayTiepNhan: “20181131160200”");
        Outcome again = run("import-register", "--all-or-nothing", file.toString());
        assertThat(again.out()).isEqualTo("imported 0, unchanged 1, refused 1\n");
        remove("000.20.30.H37-181101-0777");
    }

    @Test
    void a_due_date_is_explained_step_by_step_as_of_any_moment() {
        Outcome text = run("explain", "000.00.22.H37-181127-0001");
        assertThat(text.out())
                .contains("16:27 thứ Ba 27/11/2018", "30 ngày làm việc", "làm bù thứ Bảy 05/01/2019", "Điều 147")
                .endsWith("Hạn: thứ Tư 09/01/2019\n");
        assertThat(run("explain", "000.00.22.H37-181127-0001", "--as-of", "2019-01-02T00:00:00", "--format", "json")
                        .out())
                .startsWith("{\"code\":\"000.00.22.H37-181127-0001\",\"received\":\"2018-11-27T16:27:00\","
                        + "\"effectiveReceipt\":\"2018-11-27\",\"due\":\"2019-01-09\",\"provisional\":false,"
                        + "\"waiting\":false,\"overdue\":false,\"timeliness\":null,\"steps\":[{\"rule\":2,");
        assertThat(run("explain", "000.00.22.H37-181127-0001", "--as-of", "2018-01-02T00:00:00", "--format", "json")
                        .out())
                .contains("\"received\":null", "\"due\":null");
    }

    @Test
    void wrong_usage_is_one_line_and_exits_with_two() {
        for (List<String> wrong : List.of(
                List.of("frob"),
                List.of("report"),
                List.of("report", "ii06a", "--to", "2019-04-30"),
                List.of("report", "ii06a", "--from", "2019-02-31", "--to", "2019-04-30"),
                List.of("report", "ii06a", "--from", "2019-05-01", "--to", "2019-04-30"),
                List.of("report", "ii06a", "--from", "2019-01-01", "--to", "2019-04-30", "--as-of", "2019-04-30"),
                List.of("report", "ii06a", "--from", "2019-01-01", "--to", "2019-04-30", "--group-by", "month"),
                List.of("import-catalogue"),
                List.of("report", "ii06a", "--from=-999999999-01-01", "--to", "2019-04-30"),
                List.of("report", "ii06a", "--from", "2019-01-01", "--to", "+999999999-12-31"),
                List.of("report", "ii06a", "--from", "2019-01-01", "--to", "2019-04-30", "--format", "xml"),
                List.of("recount", "--data-dir="),
                List.of("import-register"),
                List.of("explain", "A", "B"),
                List.of("explain", "A", "--frob"))) {
            Outcome outcome = run(wrong.toArray(String[]::new));
            assertThat(outcome.code()).as("%s: %s", wrong, outcome.err()).isEqualTo(2);
            assertOneLine(outcome);
        }
    }

    @Test
    void what_is_refused_is_one_line_and_exits_with_one() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.csv"));
        Path noColumn = Files.writeString(directory.resolve("column.csv"), "MaHoSo,MaTTHC\n");
        for (List<String> refused : List.of(
                List.of("explain", "nope"),
                List.of("import-register", directory.resolve("nope.csv").toString()),
                List.of("import-register", directory.toString()),
                List.of("import-register", empty.toString()),
                List.of("import-register", noColumn.toString()),
                List.of("import-calendar", noColumn.toString()),
                List.of("import-catalogue", "--agencies", noColumn.toString()),
                List.of("report", "ii06a", "--from", "2026-12-01", "--to", "2027-01-31"),
                List.of("report", "ii06a", "--from", "2019-01-01", "--to", "2019-04-30", "--agency", "nope"))) {
            Outcome outcome = run(refused.toArray(String[]::new));
            assertThat(outcome.code()).as("%s: %s", refused, outcome.err()).isEqualTo(1);
            assertOneLine(outcome);
        }
    }

    @Test
    void an_unreachable_database_is_one_line() {
        Outcome outcome =
                plain("explain", "A", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nope?password=secret");
        assertThat(outcome.code()).isEqualTo(1);
        assertOneLine(outcome);
        assertThat(outcome.err()).contains("Không kết nối được cơ sở dữ liệu").doesNotContain("secret");
    }

    @Test
    void a_data_directory_that_cannot_be_used_is_one_line() throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "x");
        Outcome outcome = alone("recount", "--data-dir", file.resolve("sub").toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertOneLine(outcome);
        assertThat(outcome.err()).contains("--data-dir");
    }

    @Test
    void a_property_that_cannot_be_used_is_one_line() {
        Outcome outcome = run("recount", "--spring.datasource.hikari.maximum-pool-size=abc");
        assertThat(outcome.code()).isEqualTo(1);
        assertOneLine(outcome);
        assertThat(outcome.err()).contains("maximum-pool-size");
    }

    @Test
    void a_result_that_cannot_be_written_is_a_refusal() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int code = new Console(Motcua.class, new PrintStream(full), printTo(err))
                .run(
                        "report",
                        "licences",
                        "--from=2019-01-01",
                        "--to=2019-06-30",
                        "--spring.datasource.url=" + url,
                        logs());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Không ghi được kết quả");
    }

    @Test
    void help_is_given_in_vietnamese() {
        assertThat(plain("--help").out()).contains("import-register", "Nhập sổ hồ sơ");
        assertThat(plain("report", "ii06a", "--help")).satisfies(help -> {
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("--group-by");
        });
    }

    private static void assertOneLine(Outcome outcome) {
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("motcua: ").endsWith("\n");
        assertThat(outcome.err().strip().lines()).hasSize(1);
    }

    private static void remove(String code) throws IOException {
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection(url);
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("alter table motcua.clock_event disable trigger user");
            String id = "(select id from motcua.dossier where code = '" + code + "')";
            statement.execute("delete from motcua.clock_event where dossier_id = " + id);
            statement.execute("delete from motcua.clock_span where dossier_id = " + id);
            statement.execute("delete from motcua.dossier where code = '" + code + "'");
            statement.execute("alter table motcua.clock_event enable trigger user");
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    private static Outcome run(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.add("--spring.datasource.url=" + url);
        return plain(all.toArray(String[]::new));
    }

    private static Outcome plain(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        if (all.stream().noneMatch(arg -> arg.startsWith("--data-dir"))) {
            all.add(logs());
        }
        return alone(all.toArray(String[]::new));
    }

    private static Outcome alone(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Console(Motcua.class, printTo(out), printTo(err)).run(args);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static String logs() {
        return "--data-dir=" + TestStore.DATA;
    }

    private static PrintStream printTo(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static Path shipped(String name) throws IOException {
        Path file = directory.resolve(name);
        try (var stream = ConsoleTest.class.getResourceAsStream("/demo/" + name)) {
            Files.copy(java.util.Objects.requireNonNull(stream), file);
        }
        return file;
    }
}
