package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.Chromium;
import vn.motcua.support.TestStore;

/** The start page and the open data, over HTTP. */
class FiguresPageTest {

    private static final String FOUR_MONTHS = "from=2019-01-01&to=2019-04-30";

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.web().importCatalogue();
        store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void the_page_shows_the_published_figures_with_their_base() throws Exception {
        String page = get("/thong-ke?" + FOUR_MONTHS).body();
        assertThat(page).contains("10.392", "7.444", "71,6 %", "54,2 %", "5,5 %", "11,9 %", "của số tiếp nhận");
        assertThat(page).contains("UBND thành phố Lạng Sơn", "Xuất bản, In và Phát hành");
    }

    @Test
    void figures_are_written_as_the_language_writes_them() throws Exception {
        String page = get("/thong-ke?lang=en&" + FOUR_MONTHS).body();
        assertThat(page)
                .contains("10,392", "7,444", "71.6 %", "54.2 %", "of those received", "01/01/2019 to 30/04/2019")
                .doesNotContain("10.392");
        assertThat(get("/thong-ke?lang=en&" + FOUR_MONTHS + "&agency=000.00.20.H37")
                        .body())
                .contains("UBND thành phố Lạng Sơn (itself)");
        assertThat(get("/thong-ke?lang=en&from=2026-12-01&to=2027-01-31").body())
                .contains("The official days off of 2027");
    }

    @Test
    void a_district_is_looked_into_down_to_its_communes() throws Exception {
        String page = get("/thong-ke?" + FOUR_MONTHS + "&agency=000.00.20.H37").body();
        assertThat(page).contains("1.104", "UBND xã số 1, thành phố Lạng Sơn", "UBND thành phố Lạng Sơn (trực tiếp)");
        assertThat(page).doesNotContain("UBND huyện Bắc Sơn");
    }

    @Test
    void months_are_told_in_a_table_and_drawn_beside_it() throws Exception {
        String page = get("/thong-ke?" + FOUR_MONTHS).body();
        assertThat(page)
                .contains("<svg role=\"img\" aria-labelledby=\"chart-title chart-desc\"", "<desc id=\"chart-desc\">")
                .contains("tiếp nhận trong kỳ 9.980, đã giải quyết 7.444, trong đó quá hạn 1.240")
                .contains("02/2019 <small>15/01–14/02</small>", "% của số đã giải quyết", "83,3 %")
                .doesNotContain("style=", "??");
        assertThat(page.split("<rect class=\"mc-bar-", -1))
                .as("four bars of five months")
                .hasSize(21);
        String calendar =
                get("/thong-ke?months=calendar&measure=late&" + FOUR_MONTHS).body();
        assertThat(calendar)
                .contains("02/2019 <small>01/02–28/02</small>", "Từng đơn vị, từng tháng: Giải quyết quá hạn");
        assertThat(get("/thong-ke?from=2016-01-01&to=2019-12-31").body()).doesNotContain("<svg");
        assertThat(get("/thong-ke?from=2018-01-01&to=2026-11-20").body()).contains("Kỳ dài quá 36 tháng", "10.");
    }

    @Test
    void services_and_dossiers_are_told_by_level_with_the_base_of_each_rate() throws Exception {
        String page = get("/thong-ke?" + FOUR_MONTHS).body();
        assertThat(page)
                .contains("Mức độ 3 (một phần)", "Mức độ 4 (toàn trình)", "thủ tục có hiệu lực vào ngày 30/04/2019")
                .contains("Tỷ lệ trên tổng số thủ tục của cấp", "Trực tuyến, % của số tiếp nhận ở mức đó");
        assertThat(get("/thong-ke?from=2020-01-01&to=2020-01-31&agency=000.00.00.H37")
                        .body())
                .contains("Kỳ này không có đánh giá nào.")
                .doesNotContain("NaN", "100,0 %");
        assertThat(get("/thong-ke?lang=en&" + FOUR_MONTHS).body())
                .contains("By level of online service", "Level 4 (fully online)", "<html lang=\"en\"")
                .doesNotContain("??");
    }

    @Test
    void what_applicants_think_is_told_by_unit() throws Exception {
        String rate = """
                insert into motcua.rating
                select id, agency_id, version_id, :stars, null, '2019-02-01 09:00' from motcua.dossier
                where agency_id = (select id from motcua.agency where code = :agency) order by id limit :many
                """;
        store.jdbc()
                .sql(rate)
                .param("stars", 5)
                .param("agency", "000.20.20.H37")
                .param("many", 3)
                .update();
        store.jdbc()
                .sql(rate)
                .param("stars", 2)
                .param("agency", "000.21.20.H37")
                .param("many", 1)
                .update();
        String february = "/thong-ke?from=2019-02-01&to=2019-02-28";
        String city = get(february + "&agency=000.00.20.H37").body();
        String all = get(february).body();
        store.jdbc().sql("delete from motcua.rating").update();
        String ratings = all.substring(all.indexOf("id=\"ratings\""));
        assertThat(ratings).contains("UBND thành phố Lạng Sơn", "4,3", "75,0 %").doesNotContain("UBND huyện Bắc Sơn");
        assertThat(city.substring(city.indexOf("id=\"ratings\"")))
                .contains("UBND xã số 1, thành phố Lạng Sơn", "5,0", "UBND xã số 2, thành phố Lạng Sơn", "2,0", "4,3");
    }

    @Test
    void a_wrong_day_is_told_beside_its_field_and_what_was_entered_stays() throws Exception {
        HttpResponse<String> page = get("/thong-ke?from=2019-02-31&to=2019-04-30");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"2019-02-31\"", "value=\"2019-04-30\"", "id=\"from-error\"", "ngày có thật");
        assertThat(get("/thong-ke?from=2019-04-30&to=2019-01-01").body()).contains("id=\"to-error\"", "Ngày cuối kỳ");
        assertThat(get("/thong-ke?from=%3Cscript%3E&to=2019-04-30").body()).doesNotContain("<script>");
        assertThat(get("/thong-ke?" + FOUR_MONTHS + "&agency=nope").body()).contains("Không có đơn vị mã nope");
    }

    @Test
    void nothing_to_divide_by_is_never_a_hundred_per_cent() throws Exception {
        String page = get("/thong-ke?from=2020-01-01&to=2020-01-31&agency=000.00.00.H37")
                .body();
        assertThat(new Figures(Locale.forLanguageTag("vi")).rate(0, 0)).isEqualTo("n/a");
        assertThat(new Figures(Locale.forLanguageTag("vi")).rate(1, 8)).isEqualTo("12,5 %");
        assertThat(page).doesNotContain("100,0 %");
    }

    @Test
    void the_report_is_open_data_as_csv_and_json() throws Exception {
        HttpResponse<String> csv = get("/api/reports/ii06a?" + FOUR_MONTHS + "&format=csv");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body())
                .isEqualTo("group,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13\n"
                        + "all,10392,1374,8606,412,7444,5632,572,1240,2948,808,2140\n");
        assertThat(get("/api/reports/ii06a?" + FOUR_MONTHS + "&agency=000.00.14.H37")
                        .body())
                .isEqualTo("[{\"group\":\"all\",\"c3\":106,\"c4\":22,\"c5\":83,\"c6\":1,\"c7\":81,\"c8\":62,\"c9\":11,"
                        + "\"c10\":8,\"c11\":25,\"c12\":5,\"c13\":20}]\n");
        assertThat(get("/api/reports/licences?from=2019-01-01&to=2019-06-30&format=csv")
                        .body())
                .contains("1.003868,40\n");
    }

    @Test
    void figures_of_now_are_those_of_the_last_half_minute_and_a_moment_asked_for_is_exact() throws Exception {
        LocalDateTime begun = TestStore.FRI_20_NOV_2026;
        String november = "from=2026-11-01&to=2026-12-14&format=csv";
        store.clock().set(begun.plusSeconds(40));
        assertThat(get("/thong-ke?" + FOUR_MONTHS).body()).contains("Số liệu lúc 09:00:30");
        String before = get("/api/reports/ii06a?" + november).body();
        store.bean(Dossiers.class)
                .receive(
                        new Filing(
                                "1.003868",
                                "000.00.14.H37",
                                Channel.POST,
                                new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam")),
                        Act.by("clerk"));
        assertThat(get("/api/reports/ii06a?" + november).body()).isEqualTo(before);
        assertThat(get("/api/reports/ii06a?" + november + "&asOf=2026-11-20T09:00:39")
                        .body())
                .isEqualTo(before);
        String after = get("/api/reports/ii06a?" + november + "&asOf=2026-11-20T09:00:40")
                .body();
        assertThat(after).isNotEqualTo(before);
        store.clock().set(begun.plusSeconds(60));
        assertThat(get("/api/reports/ii06a?" + november).body()).isEqualTo(after);
        assertThat(get("/thong-ke?" + FOUR_MONTHS).body()).contains("Số liệu lúc 09:01:00");
    }

    @Test
    void what_is_asked_wrongly_is_answered_with_problem_details_in_vietnamese() throws Exception {
        HttpResponse<String> wrongDay = get("/api/reports/ii06a?from=2019-02-31&to=2019-04-30");
        assertThat(wrongDay.statusCode()).isEqualTo(400);
        assertThat(wrongDay.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(wrongDay.body()).contains("Tham số from", "không phải ngày có thật");
        assertThat(get("/api/reports/ii06a?to=2019-04-30").body()).contains("Thiếu tham số from");
        assertThat(get("/api/reports/ii06a?" + FOUR_MONTHS + "&agency=x").statusCode())
                .isEqualTo(422);
        assertThat(get("/api/reports/ii06a?" + FOUR_MONTHS + "&groupBy=x").statusCode())
                .isEqualTo(422);
        assertThat(get("/api/reports/ii06a?from=2026-12-01&to=2027-01-31").body())
                .contains("2027");
    }

    @Test
    void a_wrong_address_is_told_in_vietnamese() throws Exception {
        HttpResponse<String> nowhere = get("/khong-co");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        HttpResponse<String> noApi = get("/api/nothing");
        assertThat(noApi.statusCode()).isEqualTo(404);
        assertThat(noApi.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(noApi.body()).contains("Không có địa chỉ này");
        assertThat(get("/error").statusCode()).isEqualTo(404);
        assertThat(nowhere.headers().firstValue("Content-Language")).hasValue("vi");
        assertThat(nowhere.body()).contains("Không có trang này").doesNotContain("Whitelabel");
    }

    @Test
    void a_period_after_an_agency_closed_still_counts_the_dossiers_it_left() throws Exception {
        store.jdbc()
                .sql("update motcua.agency set closed_from = '2025-07-01' where level = 'DISTRICT'")
                .update();
        String page = get("/thong-ke?from=2026-01-01&to=2026-11-20").body();
        store.jdbc()
                .sql("update motcua.agency set closed_from = null where level = 'DISTRICT'")
                .update();
        assertThat(page).contains("UBND huyện Bắc Sơn", "933");
    }

    @Test
    void a_real_browser_shows_the_figures() throws Exception {
        Path chromium = Chromium.orSkip();
        Path profile = Files.createTempDirectory("chromium");
        List<String> command = new ArrayList<>(List.of(chromium.toString(), "--headless"));
        command.addAll(Chromium.ARGUMENTS);
        command.addAll(List.of(
                "--user-data-dir=" + profile,
                "--dump-dom",
                "http://localhost:" + store.port() + "/thong-ke?" + FOUR_MONTHS));
        Process browser = new ProcessBuilder(command)
                .redirectOutput(profile.resolve("dom.html").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String dom = Files.readString(profile.resolve("dom.html"));
        assertThat(dom).contains("10.392", "71,6 %", "UBND thành phố Lạng Sơn");
        assertThat(dom.split("<thead", -1))
                .as("a head for each table and no other")
                .hasSize(7);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + store.port() + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", path.startsWith("/api") ? "application/json, */*" : "text/html,*/*")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
