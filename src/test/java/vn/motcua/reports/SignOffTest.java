package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossiers;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;

/** The story of a period that is signed off: once, for ever, and corrected in the open. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignOffTest {

    private static final String PERIOD = "report=ii06a&period=FREE&from=2019-01-01&to=2019-04-30";
    private static final String PAGE = "/desk/reports?" + PERIOD;
    private static final String SIGN = "/desk/reports/sign-off?" + PERIOD;
    private static final String[] FORM = {
        "report", "ii06a", "period", "FREE", "from", "2019-01-01", "to", "2019-04-30", "agency", "000.00.00.H37"
    };

    @TempDir
    static Path directory;

    private static DeskOffice office;
    private static byte[] signedXlsx;
    private static byte[] signedPdf;
    private static byte[] signedCsv;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        office.store.importCatalogue();
        office.store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        office.employ("manager2", "manager", "000.00.00.H37");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    @Order(1)
    void nothing_is_signed_that_was_not_seen_and_confirmed() {
        Visit manager = office.as("manager");
        HttpResponse<String> unconfirmed = sign(manager, mark(manager), "");
        assertThat(unconfirmed.statusCode()).isEqualTo(422);
        assertThat(unconfirmed.body()).contains("id=\"declared-error\"", "đánh dấu xác nhận");
        HttpResponse<String> changed = sign(manager, "0".repeat(64), "1");
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("Số liệu vừa thay đổi");
        assertThat(closings()).isZero();
    }

    @Test
    @Order(2)
    void of_two_clicks_and_two_people_the_first_signs() throws Exception {
        Visit manager = office.as("manager");
        String mark = mark(manager);
        Visit again = office.as("manager");
        List<CompletableFuture<HttpResponse<String>>> clicks = List.of(
                CompletableFuture.supplyAsync(() -> sign(manager, mark, "1")),
                CompletableFuture.supplyAsync(() -> sign(again, mark, "1")));
        for (CompletableFuture<HttpResponse<String>> click : clicks) {
            assertThat(click.get().statusCode()).as(click.get().body()).isEqualTo(302);
        }
        assertThat(closings()).isEqualTo(1);
        office.store.clock().advance(Duration.ofHours(1));
        Visit second = office.as("manager2");
        assertThat(second.get(SIGN).statusCode()).isEqualTo(302);
        assertThat(second.get(PAGE).body())
                .contains("Kỳ này đã chốt số liệu.", "Chốt bởi Nguyễn Thị manager lúc 09:00 20/11/2026")
                .contains("chưa ghi nhận gì làm thay đổi")
                .doesNotContain("sign-off?");
        signedXlsx = ReportPagesTest.file(second, PERIOD + "&format=xlsx");
        signedPdf = ReportPagesTest.file(second, PERIOD + "&format=pdf");
        signedCsv = ReportPagesTest.file(second, PERIOD + "&format=csv");
        assertThat(new String(signedCsv, StandardCharsets.UTF_8))
                .endsWith("Tổng số,10392,1374,8606,412,7444,5632,572,1240,2948,808,2140\r\n");
    }

    @Test
    @Order(3)
    void what_was_signed_can_neither_be_changed_nor_taken_back() {
        for (String change : List.of(
                "update motcua.report_closing set signer_name = 'x'",
                "delete from motcua.report_snapshot",
                "truncate motcua.report_snapshot",
                "update motcua.report_snapshot set content = ''")) {
            assertThatThrownBy(() -> office.store.jdbc().sql(change).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    @Order(4)
    void what_happens_after_the_period_changes_nothing() throws Exception {
        office.store.clock().advance(Duration.ofDays(1));
        String open = openDossier("d.agency_id > 0");
        office.store.bean(Dossiers.class).resolve(open, Act.by("officer"));
        office.filePublication();
        assertThat(office.as("manager").get(PAGE).body()).contains("chưa ghi nhận gì làm thay đổi");
        stillTheSame();
    }

    @Test
    @Order(5)
    void what_is_entered_later_and_dated_into_the_period_is_a_correction() throws Exception {
        office.store.clock().advance(Duration.ofDays(1));
        String late = openDossier("d.due_at < '2019-04-20'");
        office.store.bean(Dossiers.class).resolve(late, Act.by("officer").at(LocalDateTime.of(2019, 4, 30, 16, 0)));
        Visit manager = office.as("manager");
        String page = manager.get(PAGE).body();
        assertThat(page)
                .contains("nay 7.445 (+1)", "nay 1.241 (+1)", "nay 2.947 (−1)", "nay 2.139 (−1)")
                .contains("Điều chỉnh sau khi chốt", late, "có kết quả tại bộ phận một cửa 30/04/2019 16:00")
                .contains("Nguyễn Thị officer, nhập lúc 22/11/2026 10:00")
                .contains(">7.444<", ">1.240<");
        stillTheSame();
        String corrections =
                new String(ReportPagesTest.file(manager, PERIOD + "&format=csv&corrections=1"), StandardCharsets.UTF_8);
        assertThat(corrections)
                .contains("(10) Số hồ sơ đã giải quyết: Quá hạn,1240,1241,1," + late)
                .contains("(13) Số hồ sơ đang giải quyết: Quá hạn,2140,2139,-1," + late);
        for (String format : List.of("xlsx", "pdf")) {
            assertThat(ReportPagesTest.file(manager, PERIOD + "&corrections=1&format=" + format))
                    .hasSizeGreaterThan(2_000);
        }
        assertThat(manager.get("/desk/reports?lang=en&" + PERIOD).body())
                .contains("Corrections after the sign-off", "now 7,445 (+1)")
                .doesNotContain("??");
        manager.get("/desk/reports?lang=vi");
    }

    @Test
    @Order(6)
    void a_register_that_is_imported_later_is_told_dossier_by_dossier() throws Exception {
        office.store.clock().advance(Duration.ofDays(1));
        List<String> register = Files.readAllLines(
                Path.of("src/main/resources/demo/register-langson-2019.csv"), StandardCharsets.UTF_8);
        Path more = directory.resolve("more.csv");
        Files.writeString(
                more,
                register.get(0)
                        + "\n000.20.30.H37-190301-0901,1.001193,000.20.30.H37,1,Lương Ngọc Oanh,2,20190301083500,,20190301091400,20190306135600,CAP,10\n");
        assertThat(office.store
                        .importRegister(CsvSource.file(more), new ArrayList<>())
                        .imported())
                .isEqualTo(1);
        String page = office.as("manager").get(PAGE).body();
        assertThat(page).contains("nay 10.393 (+1)", "nay 1.375 (+1)", "nay 7.446 (+2)", "000.20.30.H37-190301-0901");
        assertThat(office.as("manager").get(PAGE.replace("ii06a", "ii06c")).body())
                .contains("nay 10.393 (+1)", "000.20.30.H37-190301-0901");
        stillTheSame();
    }

    @Test
    @Order(7)
    void every_difference_is_the_sum_of_what_its_dossiers_moved() {
        Reports reports = office.store.bean(Reports.class);
        Closings closings = office.store.bean(Closings.class);
        ReportQuery query = new ReportQuery(
                ReportKind.II06A,
                office.store.bean(vn.motcua.catalogue.Agencies.class).get("000.00.00.H37"),
                PeriodChoice.FREE,
                2019,
                java.time.LocalDate.of(2019, 1, 1),
                java.time.LocalDate.of(2019, 4, 30),
                LocalDateTime.now(office.store.clock()));
        Closing closing = closings.find(query).orElseThrow();
        for (ReportKind kind : ReportKind.values()) {
            if (kind.isCounted() && kind != ReportKind.OFFICERS) {
                List<Corrections.Difference> differences = office.store
                        .bean(Corrections.class)
                        .of(closing, closings.report(closing, kind), reports.of(query.of(kind)));
                assertThat(differences.isEmpty()).as(kind.name()).isEqualTo(kind == ReportKind.II06A_OWN);
                for (Corrections.Difference difference : differences) {
                    vn.motcua.sla.Measure measure =
                            vn.motcua.sla.Measure.valueOf(difference.column().key());
                    long moved = difference.causes().stream()
                            .mapToLong(cause -> cause.after().contains(measure) ? 1 : -1)
                            .sum();
                    assertThat(moved)
                            .as(kind + " " + difference.line().label() + " " + measure)
                            .isEqualTo(difference.now() - difference.signed());
                }
            }
        }
    }

    // --- acts

    private static void stillTheSame() throws Exception {
        Visit manager = office.as("manager");
        assertThat(ReportPagesTest.file(manager, PERIOD + "&format=xlsx"))
                .as("XLSX")
                .matches(now -> Arrays.equals(now, signedXlsx), "the same bytes");
        assertThat(ReportPagesTest.file(manager, PERIOD + "&format=pdf"))
                .as("PDF")
                .matches(now -> Arrays.equals(now, signedPdf), "the same bytes");
        assertThat(ReportPagesTest.file(manager, PERIOD + "&format=csv"))
                .as("CSV")
                .matches(now -> Arrays.equals(now, signedCsv), "the same bytes");
    }

    private static String openDossier(String condition) {
        return office.store
                .jdbc()
                .sql("""
                        select d.code from motcua.dossier d
                        where d.status = 4 and d.received_at between '2019-02-01' and '2019-04-15'
                          and d.resolved_at is null and d.waiting_since is null and %s
                          and not exists (select 1 from motcua.clock_event where dossier_id = d.id and occurred_at > '2019-04-30')
                        order by d.code limit 1
                        """.formatted(condition))
                .query(String.class)
                .single();
    }

    private static String mark(Visit visit) {
        Matcher mark = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"")
                .matcher(visit.get(SIGN).body());
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private static HttpResponse<String> sign(Visit visit, String mark, String declared) {
        List<String> fields = new ArrayList<>(List.of(FORM));
        fields.addAll(List.of("mark", mark));
        if (!declared.isEmpty()) {
            fields.addAll(List.of("declared", declared));
        }
        return visit.submit("/desk", "/desk/reports/sign-off", fields.toArray(String[]::new));
    }

    private static long closings() {
        return office.store
                .jdbc()
                .sql("select count(*) from motcua.report_closing")
                .query(Long.class)
                .single();
    }
}
