package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.TestStore;
import vn.motcua.support.Vietnamese;

/** What is open to everybody is described, listed and as it is described; what is not is neither. */
class OpenDataTest {

    private static final String FOUR_MONTHS = "from=2019-01-01&to=2019-04-30";

    private static TestStore store;
    private static JsonNode docs;

    @BeforeAll
    static void open() throws Exception {
        store = TestStore.web().importCatalogue();
        store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        store.jdbc().sql("""
                        insert into motcua.rating
                        select id, agency_id, version_id, 1 + (row_number() over (order by id))::int % 5, null, '2019-05-01 09:00'
                        from motcua.dossier where resolved_at < '2019-05-01' order by id limit 100
                        """).update();
        docs = new JsonMapper().readTree(get("/v3/api-docs", "application/json").body());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    static Stream<OpenDataPage.DataSet> sets() {
        return OpenDataPage.sets(LocalDate.of(2026, 11, 20)).stream();
    }

    @Test
    void what_anybody_may_ask_is_described_and_nothing_else() throws Exception {
        Set<String> open = new TreeSet<>();
        for (String path : addresses()) {
            int status = get(path, "application/json").statusCode();
            if (status != 401) {
                open.add(path);
            }
        }
        Set<String> described = new TreeSet<>();
        docs.get("paths").fieldNames().forEachRemaining(described::add);
        assertThat(described).isEqualTo(open).contains("/api/reports/months", "/api/catalogue/life-events");
        assertThat(docs.toString()).doesNotContain("worklist");
        assertThat(get("/v3/api-docs/staff", "application/json").statusCode()).isEqualTo(401);
        assertThat(sets().map(OpenDataPage.DataSet::path)).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void every_address_is_described_in_vietnamese_with_examples_and_what_goes_wrong() {
        docs.get("paths").fields().forEachRemaining(path -> {
            JsonNode operation = path.getValue().get("get");
            assertThat(operation).as(path.getKey()).isNotNull();
            assertThat(Vietnamese.lettersIn(operation.get("summary").asText(), List.of()))
                    .as(path.getKey())
                    .isNotEmpty();
            assertThat(operation.path("description").asText()).as(path.getKey()).hasSizeGreaterThan(20);
            operation.path("parameters").forEach(parameter -> {
                String name = path.getKey() + " " + parameter.get("name").asText();
                assertThat(parameter.path("description").asText()).as(name).isNotBlank();
                assertThat(parameter.has("example") || parameter.path("schema").has("enum"))
                        .as(name)
                        .isTrue();
            });
            JsonNode answers = operation.get("responses");
            assertThat(answers.at("/200/content/application~1json").toString())
                    .as(path.getKey())
                    .contains("example");
            assertThat(answers.at("/200/content").has("text/csv")).isTrue();
            for (String wrong : List.of("400", "406", "422")) {
                assertThat(answers.at("/" + wrong + "/content").has("application/problem+json"))
                        .as(path.getKey() + " " + wrong)
                        .isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    void a_data_set_has_the_columns_that_its_page_tells(OpenDataPage.DataSet set) throws Exception {
        String header = get(set.csv(), "*/*").body().lines().findFirst().orElseThrow();
        assertThat(header.replace("\uFEFF", "")).isEqualTo(String.join(",", set.fields()));
        HttpResponse<String> json = get(set.json(), "*/*");
        assertThat(json.statusCode()).isEqualTo(200);
        new JsonMapper().readTree(json.body());
        for (String language : List.of("vi", "en")) {
            assertThat(get("/open-data?lang=" + language, "text/html").body())
                    .contains("<code>" + set.path() + "</code>", set.csv().replace("&", "&amp;"))
                    .doesNotContain("??");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reports/months?" + FOUR_MONTHS,
                "/api/reports/levels?" + FOUR_MONTHS,
                "/api/reports/services?on=2019-04-30",
                "/api/reports/ratings?" + FOUR_MONTHS,
                "/api/catalogue/procedures?",
                "/api/catalogue/agencies?",
                "/api/catalogue/life-events?"
            })
    void a_spreadsheet_knows_the_letters_and_a_program_gets_what_it_asks_for(String path) throws Exception {
        HttpResponse<String> csv = get(path + "&format=csv", "*/*");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body()).startsWith("\uFEFF");
        assertThat(get(path, "text/csv").body()).isEqualTo(csv.body());
        assertThat(get(path, "application/json").body()).startsWith("[");
        assertThat(get(path + "&format=xml", "*/*").statusCode()).isEqualTo(422);
        HttpResponse<String> xml = get(path, "application/xml");
        assertThat(xml.statusCode()).isEqualTo(406);
    }

    @Test
    void months_levels_services_and_ratings_of_the_register_are_these() throws Exception {
        String months =
                get("/api/reports/months?" + FOUR_MONTHS + "&format=csv", "*/*").body();
        assertThat(months.lines()
                        .skip(1)
                        .mapToLong(line -> Long.parseLong(line.split(",")[8]))
                        .sum())
                .isEqualTo(7_444);
        assertThat(months)
                .contains("\n2019-01,2019-01-01,2019-01-14,all,")
                .contains("\n2019-05,2019-04-15,2019-04-30,");
        JsonNode levels = json("/api/reports/levels?" + FOUR_MONTHS);
        assertThat(levels.findValues("received").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(10_392 - 412);
        assertThat(get("/api/reports/services?on=2019-04-30&format=csv", "*/*").body())
                .contains("TINH,3,4\n", "XA,2,3\n");
        JsonNode ratings =
                json("/api/reports/ratings?from=2019-05-01&to=2019-05-01").get(0);
        assertThat(ratings.get("ratings").asInt()).isEqualTo(100);
        assertThat(ratings.get("average").asText()).isEqualTo("3.0");
        assertThat(json("/api/reports/ratings?" + FOUR_MONTHS)
                        .get(0)
                        .get("average")
                        .isNull())
                .isTrue();
        assertThat(
                        json("/api/reports/ratings?from=2019-05-01&to=2019-05-01&groupBy=agency")
                                .findValues("ratings")
                                .stream()
                                .mapToLong(JsonNode::asLong)
                                .sum())
                .isEqualTo(100);
    }

    @Test
    void a_name_is_never_a_formula() throws Exception {
        store.jdbc()
                .sql(
                        "insert into motcua.life_event (code, name, audience, position) values ('x', '=1+1', 'PERSON', 99)")
                .update();
        assertThat(get("/api/catalogue/life-events?format=csv", "*/*").body()).contains("x,'=1+1,CA_NHAN,");
        assertThat(json("/api/catalogue/life-events").toString()).contains("\"=1+1\"");
        store.jdbc().sql("delete from motcua.life_event where code = 'x'").update();
    }

    @Test
    void the_catalogue_that_is_given_out_can_be_taken_in_again_and_changes_nothing() throws Exception {
        for (String list : List.of("procedures", "agencies")) {
            byte[] csv =
                    get("/api/catalogue/" + list + "?format=csv", "*/*").body().getBytes("UTF-8");
            CsvSource file = new CsvSource(list + ".csv", () -> new java.io.ByteArrayInputStream(csv));
            boolean agencies = list.equals("agencies");
            CatalogueImport.Result again = store.bean(CatalogueImport.class)
                    .run(
                            java.util.Optional.ofNullable(agencies ? file : null),
                            java.util.Optional.ofNullable(agencies ? null : file),
                            problem -> {
                                throw new AssertionError(problem.vietnamese());
                            });
            assertThat((agencies ? again.agencies() : again.procedures()).keySet())
                    .as(list)
                    .containsExactly(vn.motcua.catalogue.Change.UNCHANGED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reports/months?from=2015-01-01&to=2026-11-20",
                "/api/reports/months?from=2019-04-30&to=2019-01-01",
                "/api/reports/months?" + FOUR_MONTHS + "&months=lunar",
                "/api/reports/months?" + FOUR_MONTHS + "&agency=nope",
                "/api/reports/levels?from=2026-12-01&to=2027-01-31",
                "/api/reports/ratings?" + FOUR_MONTHS + "&groupBy=sector",
                "/api/reports/ratings?from=2019-04-30&to=2019-01-01"
            })
    void what_cannot_be_answered_is_told_as_problem_details_in_vietnamese(String path) throws Exception {
        HttpResponse<String> refusal = get(path, "application/json");
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Vietnamese.lettersIn(refusal.body(), List.of())).isNotEmpty();
    }

    /** Everything at /api that can be asked for with GET. */
    private static List<String> addresses() {
        return store.beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .distinct()
                .toList();
    }

    private static JsonNode json(String path) throws Exception {
        return new JsonMapper().readTree(get(path, "application/json").body());
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + store.port() + path))
                .header("Accept", accept)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
