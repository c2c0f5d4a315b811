package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Timeliness;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

class RegisterImportTest {

    private static final String HEADER = String.join(",", RegisterRow.COLUMNS);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static TestStore store;
    private List<RowProblem> problems;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void noProblems() {
        problems = new ArrayList<>();
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_changed_row_is_a_conflict() {
        String code = code();
        String granted = row(code, "20190128090000", "", "20190218100000", "20190219090000", "CAP", "10");
        assertThat(run(granted)).isEqualTo(new RegisterResult(1, 0, 0));
        assertThat(run(granted)).isEqualTo(new RegisterResult(0, 1, 0));
        assertThat(run(granted.replace("20190218100000", "20190214100000"))).isEqualTo(new RegisterResult(0, 0, 1));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("MaHoSo");
        });
        assertThat(dossier(code).timeliness()).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void a_bad_row_is_told_with_line_and_column_and_does_not_stop_the_good_ones() {
        String good = code();
        String text = open("bad") + "\n" + row(code(), "20190231090000", "", "", "", "", "4") + "\n"
                + row(good, "20190128090000", "", "", "", "", "4");
        assertThat(run(text)).isEqualTo(new RegisterResult(1, 0, 2));
        assertThat(problems).extracting(RowProblem::line).containsExactly(2L, 3L);
        assertThat(problems).extracting(RowProblem::column).containsExactly("MaHoSo", "NgayTiepNhan");
        assertThat(dossier(good).status()).isEqualTo(Status.IN_PROCESS);
    }

    @Test
    void all_or_nothing_imports_nothing_when_one_row_is_bad_and_everything_when_none_is() {
        String good = code();
        CsvSourceOf file = text(open(good) + "\n" + open("bad"));
        assertThat(store.importRegister(file.source(), true, problems)).isEqualTo(new RegisterResult(0, 0, 1));
        assertThat(store.bean(Dossiers.class).find(good)).isEmpty();
        assertThat(store.importRegister(text(open(good)).source(), true, problems))
                .isEqualTo(new RegisterResult(1, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown procedure           | MaTTHC          | 9.999999,000.00.14.H37,1,Lê Nam,1,20190128090000,,,,,4
            unknown agency              | DonViXuLy       | 1.003868,000.99.99.H37,1,Lê Nam,1,20190128090000,,,,,4
            no name                     | ChuHoSo         | 1.003868,000.00.14.H37,1, ,1,20190128090000,,,,,4
            malformed stamp             | NgayTiepNhan    | 1.003868,000.00.14.H37,1,Lê Nam,1,2019-01-28,,,,,4
            31 February                 | NgayTiepNhan    | 1.003868,000.00.14.H37,1,Lê Nam,1,20190231090000,,,,,4
            25 o'clock                  | NgayTiepNhan    | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128250000,,,,,4
            received in the future      | NgayTiepNhan    | 1.003868,000.00.14.H37,1,Lê Nam,1,20990128090000,,,,,4
            received before any calendar| NgayTiepNhan    | 1.003868,000.00.14.H37,1,Lê Nam,1,19990128090000,,,,,4
            resolved before received    | NgayKetThucXuLy | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,20190127090000,20190129090000,CAP,10
            returned before resolved    | NgayTra         | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,20190129090000,20190128100000,CAP,10
            wait before receipt         | DanhSachBoSung  | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,20190127090000/20190129090000,,,,4
            wait ends before it begins  | DanhSachBoSung  | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,20190130090000/20190129090000,,,,4
            waits overlap               | DanhSachBoSung  | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,20190129090000/20190131090000;20190130090000/20190201090000,,,,4
            open wait is not the last   | DanhSachBoSung  | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,20190129090000/;20190130090000/20190201090000,,,,4
            malformed wait              | DanhSachBoSung  | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,20190129090000,,,,5
            waiting without a wait      | DanhSachBoSung  | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,,,,5
            in process but resolved     | NgayKetThucXuLy | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,20190129090000,,CAP,4
            resolved without an end     | NgayKetThucXuLy | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,,,CAP,9
            resolved without a result   | KetQua          | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,20190129090000,,,9
            returned without a day      | NgayTra         | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,20190129090000,,CAP,10
            status 11                   | TrangThaiHoSo   | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,,,,11
            channel by name             | KenhThucHien    | 1.003868,000.00.14.H37,1,Lê Nam,web,20190128090000,,,,,4
            unknown result              | KetQua          | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,20190129090000,,XONG,9
            a column too few            |                 | 1.003868,000.00.14.H37,1,Lê Nam,1,20190128090000,,,,4
            """)
    void an_impossible_row_is_refused_with_its_column(String what, String column, String fields) {
        assertThat(run(code() + "," + fields)).isEqualTo(new RegisterResult(0, 0, 1));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.vietnamese()).startsWith("dòng 2").doesNotContain("\n");
        });
    }

    @Test
    void history_is_taken_as_it_stands() {
        String twoWaits = code();
        String afterHours = code();
        String stopped = code();
        String newStyle = "H37.14-190128-0001";
        String notAccepted = code();
        String filed = code();
        assertThat(run(String.join(
                        "\n",
                        row(
                                twoWaits,
                                "20190128090000",
                                "20190129090000/20190130090000;20190131090000/20190201090000",
                                "",
                                "",
                                "",
                                "4"),
                        row(afterHours, "20190127233000", "", "20190211070000", "", "CAP", "9"),
                        row(stopped, "20190128090000", "20190129090000/", "20190301090000", "", "", "8"),
                        row(newStyle, "20190128090000", "", "", "", "", "2"),
                        row(notAccepted, "20190128090000", "", "", "", "KHONG_TIEP_NHAN", "3"),
                        row(filed, "20190128090000", "", "", "", "", "1"))))
                .isEqualTo(new RegisterResult(6, 0, 0));
        assertThat(dossier(twoWaits).due()).isEqualTo(LocalDateTime.of(2019, 2, 22, 23, 59, 59, 999_999_000));
        assertThat(dossier(stopped).timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(dossier(notAccepted).received()).isNull();
        assertThat(dossier(filed).due()).isNull();
    }

    @Test
    void bom_crlf_quotes_and_another_order_of_columns_are_all_the_same() {
        String code = code();
        String plain = row(code, "20190128090000", "", "", "", "", "4");
        assertThat(run(plain)).isEqualTo(new RegisterResult(1, 0, 0));
        String quoted = "\uFEFF" + HEADER + "\r\n" + plain.replace("Lê Nam", "\"Lê Nam\"") + "\r\n\r\n";
        assertThat(runRaw(quoted, StandardCharsets.UTF_8)).isEqualTo(new RegisterResult(0, 1, 0));
        String reordered = "TrangThaiHoSo,GhiChu," + HEADER.replace(",TrangThaiHoSo", "") + "\n4,x,"
                + plain.substring(0, plain.length() - 2);
        assertThat(runRaw(reordered, StandardCharsets.UTF_8)).isEqualTo(new RegisterResult(0, 1, 0));
    }

    @Test
    void a_name_with_quotes_commas_and_a_line_break_stays_as_it_is() {
        String code = code();
        String name = "Công ty \"Xứ Lạng\",\nchi nhánh 2";
        assertThat(run(row(code, "20190128090000", "", "", "", "", "4")
                        .replace("Lê Nam", "\"" + name.replace("\"", "\"\"") + "\"")))
                .isEqualTo(new RegisterResult(1, 0, 0));
        assertThat(dossier(code).applicant().name()).isEqualTo(name);
    }

    @Test
    void an_unclosed_quote_costs_one_row() {
        String good = code();
        String text = row(code(), "20190128090000", "", "", "", "", "4").replace("Lê Nam", "\"Lê Nam") + "\n"
                + open(good) + "\n" + open(code());
        assertThat(run(text)).isEqualTo(new RegisterResult(2, 0, 1));
        assertThat(problems).singleElement().extracting(RowProblem::line).isEqualTo(2L);
        assertThat(store.bean(Dossiers.class).find(good)).isPresent();
    }

    @Test
    void two_stray_quotes_never_make_one_dossier_of_two_rows() {
        String between = code();
        String text = open(code()).replace("Lê Nam", "\"Lê Nam") + "\n" + open(between) + "\n"
                + open(code()).replace("Lê Nam", "Lê Nam\"");
        assertThat(run(text)).isEqualTo(new RegisterResult(1, 0, 2));
        assertThat(store.bean(Dossiers.class).find(between)).isPresent();
    }

    @Test
    void a_code_too_long_for_an_index_costs_one_row() {
        String good = code();
        assertThat(run(open("9".repeat(2_700) + "-190128-0001") + "\n" + open(good)))
                .isEqualTo(new RegisterResult(1, 0, 1));
        assertThat(problems.get(0).column()).isEqualTo("MaHoSo");
    }

    @Test
    void accents_written_apart_are_the_same_text_and_an_invisible_name_is_none() {
        String code = code();
        assertThat(run(open(code))).isEqualTo(new RegisterResult(1, 0, 0));
        assertThat(run(java.text.Normalizer.normalize(open(code), java.text.Normalizer.Form.NFD)))
                .isEqualTo(new RegisterResult(0, 1, 0));
        assertThat(run(open(code()).replace("Lê Nam", "\u00a0\u200b"))).isEqualTo(new RegisterResult(0, 0, 1));
    }

    @Test
    void a_wrong_encoding_is_told_in_the_field_that_has_it() {
        assertThat(runRaw(HEADER + "\n" + open(code()).replace("Lê", "L\u00ea"), Charset.forName("windows-1252")))
                .isEqualTo(new RegisterResult(0, 0, 1));
        assertThat(problems.get(0).column()).isEqualTo("ChuHoSo");
        assertThat(problems.get(0).reason()).contains("UTF-8");
        assertThatThrownBy(() -> runRaw("\uFEFF" + HEADER, StandardCharsets.UTF_16LE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void an_empty_file_and_a_missing_column_are_refused() {
        assertThatThrownBy(() -> runRaw("", StandardCharsets.UTF_8))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rỗng");
        assertThatThrownBy(() -> runRaw(HEADER.replace(",KetQua", ""), StandardCharsets.UTF_8))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("thiếu cột KetQua");
    }

    @Test
    void an_endless_line_costs_one_row_and_little_memory() {
        String good = code();
        String text = "x".repeat(100_000_000) + "\n" + open(good);
        assertThat(run(text)).isEqualTo(new RegisterResult(1, 0, 1));
        assertThat(problems.get(0).reason()).contains("dài quá");
    }

    @Test
    void a_new_dossier_never_gets_the_number_of_an_imported_one() {
        store.clock().set(LocalDateTime.of(2026, 11, 20, 9, 0));
        String imported = "000.00.14.H37-261120-0041";
        run(row(imported, "20261120080000", "", "", "", "", "4"));
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Nam");
        Dossier next = store.bean(Dossiers.class)
                .receive(new Filing("1.003868", "000.00.14.H37", Channel.IN_PERSON, applicant), Act.by("clerk"));
        assertThat(next.code()).isEqualTo("000.00.14.H37-261120-0042");
    }

    @Test
    void a_live_dossier_is_never_taken_for_a_row_of_a_register() {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Nam");
        Dossier live = store.bean(Dossiers.class)
                .receive(new Filing("1.003868", "000.00.20.H37", Channel.IN_PERSON, applicant), Act.by("clerk"));
        assertThat(run(row(live.code(), "20190128090000", "", "", "", "", "4"))).isEqualTo(new RegisterResult(0, 0, 1));
        assertThat(dossier(live.code())).isEqualTo(live);
    }

    private RegisterResult run(String rows) {
        return runRaw(HEADER + "\n" + rows + "\n", StandardCharsets.UTF_8);
    }

    private RegisterResult runRaw(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        return store.importRegister(
                new vn.motcua.exchange.CsvSource("register.csv", () -> new ByteArrayInputStream(bytes)), problems);
    }

    private record CsvSourceOf(vn.motcua.exchange.CsvSource source) {}

    private static CsvSourceOf text(String rows) {
        byte[] bytes = (HEADER + "\n" + rows + "\n").getBytes(StandardCharsets.UTF_8);
        return new CsvSourceOf(new vn.motcua.exchange.CsvSource("register.csv", () -> new ByteArrayInputStream(bytes)));
    }

    private static Dossier dossier(String code) {
        return store.bean(Dossiers.class).get(code);
    }

    private static String code() {
        return "000.00.14.H37-190128-%04d".formatted(NUMBER.incrementAndGet());
    }

    private static String open(String code) {
        return row(code, "20190128090000", "", "", "", "", "4");
    }

    private static String row(
            String code,
            String received,
            String waits,
            String resolved,
            String returned,
            String result,
            String status) {
        return String.join(
                ",",
                code,
                "1.003868",
                "000.00.14.H37",
                "1",
                "Lê Nam",
                "1",
                received,
                waits,
                resolved,
                returned,
                result,
                status);
    }
}
