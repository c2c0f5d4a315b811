package vn.motcua.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.Motcua;
import vn.motcua.console.Console;
import vn.motcua.exchange.CsvSource;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Selection;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;

/** The pages of reports over the register of 2019: one source of figures, rights, drilling down, signing off. */
class ReportPagesTest {

    private static final String PROVINCE = "000.00.00.H37";
    private static final String DEPARTMENT_2019 = "000.00.14.H37";
    private static final String FOUR_MONTHS = "&period=FREE&from=2019-01-01&to=2019-04-30";
    private static final List<Long> PUBLISHED =
            List.of(10_392L, 1_374L, 8_606L, 412L, 7_444L, 5_632L, 572L, 1_240L, 2_948L, 808L, 2_140L);
    private static final Pattern CELL =
            Pattern.compile("<td[^>]*>(?:<a[^>]*href=\"([^\"]*)\"[^>]*>|<span>)([0-9.]+)(?:</a>|</span>)");

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        office.store.importCatalogue();
        office.store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        office.employ("manager2", "manager", PROVINCE);
        office.employ("city.manager", "manager", "000.00.20.H37");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void the_same_numbers_stand_everywhere() throws Exception {
        Visit manager = office.as("manager");
        Map<Measure, Long> counted = office.store
                .bean(Counting.class)
                .of(
                        Selection.of(
                                LocalDate.of(2019, 1, 1),
                                LocalDate.of(2019, 4, 30),
                                LocalDateTime.now(office.store.clock()),
                                PROVINCE),
                        Measure.STATUTORY);
        assertThat(Measure.STATUTORY.stream().map(counted::get)).containsExactlyElementsOf(PUBLISHED);
        for (String report : List.of("ii06a", "ii06b", "ii06c")) {
            String address = "report=" + report + FOUR_MONTHS;
            assertThat(totals(manager.get("/desk/reports?" + address).body()))
                    .as("page of " + report)
                    .isEqualTo(PUBLISHED);
            assertThat(xlsxTotals(file(manager, address + "&format=xlsx")))
                    .as("XLSX of " + report)
                    .isEqualTo(PUBLISHED);
            assertThat(new String(file(manager, address + "&format=csv"), StandardCharsets.UTF_8))
                    .as("CSV of " + report)
                    .endsWith("Tổng số," + commas() + "\r\n");
        }
        Visit nobody = office.nobody();
        assertThat(nobody.get("/api/reports/ii06a?from=2019-01-01&to=2019-04-30&format=csv")
                        .body())
                .endsWith("\nall," + commas() + "\n");
        String open = nobody.get("/thong-ke?from=2019-01-01&to=2019-04-30").body();
        String total = open.substring(open.indexOf("id=\"by-sector\""));
        assertThat(Pattern.compile("<td>([0-9.]+)</td>")
                        .matcher(total.substring(total.indexOf("<tfoot>"), total.indexOf("</tfoot>")))
                        .results()
                        .map(found -> Long.parseLong(found.group(1).replace(".", ""))))
                .as("public page")
                .containsExactlyElementsOf(PUBLISHED);
        assertThat(run("report", "ii06a", "--from", "2019-01-01", "--to", "2019-04-30", "--agency", PROVINCE))
                .endsWith("\nall," + commas() + "\n");
    }

    @Test
    void every_number_leads_to_as_many_dossiers() {
        Visit manager = office.as("manager");
        for (String report : List.of("ii06a", "ii06b", "operational", "officers", "licences")) {
            String page = manager.get("/desk/reports?report=" + report + "&agency=" + DEPARTMENT_2019 + FOUR_MONTHS)
                    .body();
            List<MatchResult> cells = CELL.matcher(page)
                    .results()
                    .filter(cell -> cell.group(1) != null)
                    .toList();
            assertThat(cells).as(report).isNotEmpty();
            for (MatchResult cell : cells) {
                long number = Long.parseLong(cell.group(2).replace(".", ""));
                assertThat(listed(manager, cell.group(1).replace("&amp;", "&")))
                        .as(report + " " + cell.group(1))
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void reports_are_for_those_who_lead_and_of_their_own_subtree() {
        for (String address : List.of("/desk/reports", "/desk/reports/file", "/desk/reports/dossiers?measure=OPEN")) {
            for (String stranger : List.of("counter", "officer", "commune.counter", "commune.officer")) {
                assertThat(office.as(stranger).get(address).statusCode())
                        .as(stranger)
                        .isEqualTo(403);
            }
            assertThat(office.nobody().get(address).statusCode()).isEqualTo(302);
        }
        Visit leader = office.as("commune.leader");
        HttpResponse<String> own = leader.get("/desk/reports?report=ii06a" + FOUR_MONTHS);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body())
                .contains("value=\"" + DeskOffice.COMMUNE + "\"")
                .doesNotContain("value=\"" + PROVINCE + "\"", "value=\"" + DeskOffice.DEPARTMENT + "\"");
        for (String foreign : List.of(PROVINCE, DeskOffice.DEPARTMENT, "000.00.20.H37", "khong-co")) {
            HttpResponse<String> answer = leader.get("/desk/reports?agency=" + foreign + FOUR_MONTHS);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"agency-error\"", "Không có đơn vị mã " + foreign);
            assertThat(leader.get("/desk/reports/file?format=csv&agency=" + foreign + FOUR_MONTHS)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(leader.get("/desk/reports/dossiers?measure=OPEN&agency=" + foreign + FOUR_MONTHS)
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(office.as("admin").get("/desk/reports").statusCode()).isEqualTo(200);
        assertThat(leader.get("/desk/reports/sign-off?" + FOUR_MONTHS).statusCode())
                .isEqualTo(403);
        assertThat(office.as("admin")
                        .get("/desk/reports/sign-off?" + FOUR_MONTHS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.as("city.manager")
                        .get("/desk/reports/sign-off?agency=" + PROVINCE + FOUR_MONTHS)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_district_that_had_communes_then_is_not_reported_by_who_has_none_of_them_today() {
        HttpResponse<String> then = office.as("city.manager").get("/desk/reports?agency=000.00.20.H37" + FOUR_MONTHS);
        assertThat(then.statusCode()).isEqualTo(422);
        assertThat(office.as("city.manager")
                        .get("/desk/reports?agency=000.00.20.H37&period=M10&year=2026")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_named_period_runs_from_the_fifteenth_to_the_fourteenth() {
        Visit manager = office.as("manager");
        assertThat(manager.get("/desk/reports").body()).contains("Từ ngày 15/10/2026 đến hết ngày 14/11/2026");
        assertThat(days(manager, "period=M4&year=2019")).isEqualTo("Từ ngày 15/03/2019 đến hết ngày 14/04/2019");
        assertThat(days(manager, "period=Q1&year=2019")).isEqualTo("Từ ngày 15/12/2018 đến hết ngày 14/03/2019");
        assertThat(days(manager, "period=H1&year=2019")).isEqualTo("Từ ngày 15/12/2018 đến hết ngày 14/06/2019");
        assertThat(days(manager, "period=H2&year=2019")).isEqualTo("Từ ngày 15/06/2019 đến hết ngày 14/12/2019");
        assertThat(days(manager, "period=YEAR&year=2019")).isEqualTo("Từ ngày 15/12/2018 đến hết ngày 14/12/2019");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field() {
        Visit manager = office.as("manager");
        wrong(manager, "period=M4&year=20x9", "year-error", "bốn chữ số");
        wrong(manager, "period=FREE&from=2019-02-31&to=2019-04-30", "from-error", "ngày có thật");
        wrong(manager, "period=FREE&from=2019-05-01&to=2019-04-30", "to-error", "từ ngày 01/05/2019 trở đi");
        wrong(manager, "period=YEAR&year=2027", "year-error", "Năm 2027 chưa có lịch nghỉ chính thức");
        wrong(manager, "period=M13&year=2019", "period-error", "Không có kỳ này");
        wrong(manager, "report=ii07", "report-error", "Không có báo cáo này");
        wrong(manager, "asOf=hom+qua", "role=\"alert\"", "không đọc được");
        wrong(manager, "lang=en&period=M4&year=20x9", "year-error", "four digits");
        manager.get("/desk/reports?lang=vi");
        assertThat(manager.get("/desk/reports/file?format=doc").statusCode()).isEqualTo(404);
        assertThat(manager.get("/desk/reports/dossiers?measure=ALL" + FOUR_MONTHS)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_period_that_is_not_over_says_up_to_when_and_its_file_is_of_the_same_moment() throws Exception {
        Visit manager = office.as("manager");
        String page = manager.get("/desk/reports?period=M12&year=2026").body();
        assertThat(page)
                .contains("Kỳ chưa kết thúc: số liệu đến 09:00:00 20/11/2026")
                .doesNotContain("sign-off");
        assertThat(page).contains("asOf=2026-11-20T09:00");
        assertThat(manager.get("/desk/reports/sign-off?period=M12&year=2026").body())
                .contains("chưa kết thúc; chỉ chốt được sau ngày đó");
    }

    // --- reading

    private static void wrong(Visit visit, String query, String where, String told) {
        HttpResponse<String> answer = visit.get("/desk/reports?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(422);
        assertThat(answer.body()).as(query).contains(where, told).doesNotContain("??");
    }

    private static String days(Visit visit, String query) {
        java.util.regex.Matcher found = Pattern.compile("Từ ngày \\S+ đến hết ngày [0-9/]+")
                .matcher(visit.get("/desk/reports?" + query).body());
        return found.find() ? found.group() : "none";
    }

    private static List<Long> totals(String page) {
        String foot = page.substring(page.indexOf("<tfoot>"), page.indexOf("</tfoot>"));
        return CELL.matcher(foot)
                .results()
                .map(cell -> Long.parseLong(cell.group(2).replace(".", "")))
                .toList();
    }

    private static List<Long> xlsxTotals(byte[] xlsx) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            Row total = workbook.getFirstSheet().read().stream()
                    .filter(row -> row.getCellCount() > 2
                            && row.getCell(1) != null
                            && "Tổng số".equals(row.getCell(1).getRawValue()))
                    .reduce((one, later) -> later)
                    .orElseThrow();
            return total.stream()
                    .skip(2)
                    .limit(PUBLISHED.size())
                    .map(cell -> (long) Double.parseDouble(cell.getRawValue()))
                    .toList();
        }
    }

    /** All pages of a list, followed to its end. */
    private static long listed(Visit visit, String first) {
        long dossiers = 0;
        String next = first;
        while (next != null) {
            HttpResponse<String> page = visit.get(next);
            assertThat(page.statusCode()).as(next).isEqualTo(200);
            dossiers += Pattern.compile("<tr>\\s*<th scope=\"row\">")
                    .matcher(page.body())
                    .results()
                    .count();
            java.util.regex.Matcher more =
                    Pattern.compile("href=\"([^\"]*cursor=[^\"]*)\"").matcher(page.body());
            // The other language has the same list.
            next = more.results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .filter(address -> !address.contains("lang="))
                    .findFirst()
                    .orElse(null);
        }
        return dossiers;
    }

    private static String commas() {
        return PUBLISHED.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static byte[] file(Visit visit, String query) throws Exception {
        HttpResponse<byte[]> answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        visit.request("/desk/reports/file?" + query)
                                .header("Cookie", "JSESSIONID=" + visit.session())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer.body();
    }

    private static String run(String... args) {
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.add("--spring.datasource.url=" + office.store.url());
        all.add("--data-dir=" + TestStore.DATA);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Console(Motcua.class, print(out), print(err)).run(all.toArray(String[]::new));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
