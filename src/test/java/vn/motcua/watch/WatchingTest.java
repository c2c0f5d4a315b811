package vn.motcua.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.OnlineApplicants;

/** Who may read metrics and health, and what they tell and do not tell. */
class WatchingTest {

    private static final String TOKEN = "bi-mat-cua-he-thong-giam-sat";
    private static final Path EXAMPLES = Path.of("src/docs/grafana");

    /** A metric, or one of the parts of a histogram, in an expression. */
    private static final Pattern METRIC = Pattern.compile(
            "\\b((?:motcua|http|jvm|process|system|hikaricp|disk|logback|tomcat|executor|tasks)_[a-z0-9_]+)");

    private static DeskOffice office;
    private static String code;

    @BeforeAll
    static void open() {
        office = DeskOffice.open("--motcua.watch.token=" + TOKEN);
        code = office.filePublication();
        office.complete(code, "intake-check", "counter", DeskOffice.checked("decision", "accept"));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/health", "/actuator/health/database"})
    void only_administrators_and_the_holder_of_the_token_read_them(String path) {
        assertThat(office.nobody().get(path).statusCode()).isEqualTo(401);
        assertThat(withToken(office.nobody(), path, TOKEN + "!").statusCode()).isEqualTo(401);
        assertThat(withToken(office.nobody(), path, "").statusCode()).isEqualTo(401);
        SignedInApplicant applicant = OnlineApplicants.register(office.store, "a" + path.length() + "@example.vn");
        assertThat(office.as(applicant).get(path).statusCode()).isEqualTo(403);
        for (String group : List.of("counter", "officer", "leader", "manager")) {
            assertThat(office.as(group).get(path).statusCode()).as(group).isEqualTo(403);
        }
        assertThat(office.as("admin").get(path).statusCode()).isEqualTo(200);
        assertThat(withToken(office.nobody(), path, TOKEN).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void a_load_balancer_is_told_one_word(String probe) {
        HttpResponse<String> answer = office.nobody().get("/actuator/health/" + probe);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void nothing_else_of_the_server_can_be_read_or_changed() {
        Visit admin = office.as("admin");
        for (String path : List.of("", "/env", "/beans", "/heapdump", "/loggers", "/metrics", "/threaddump", "/info")) {
            assertThat(admin.get("/actuator" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(admin.send(admin.request("/actuator/shutdown").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_token_that_could_be_guessed_refuses_the_start() {
        assertThatThrownBy(() -> new MonitoringToken("ngan qua"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("24 ký tự");
    }

    @Test
    void without_a_token_in_the_settings_none_opens() {
        try (var other = office.store.anotherWebNode()) {
            for (String token : List.of("", TOKEN)) {
                var answer = java.net.http.HttpClient.newHttpClient()
                        .sendAsync(
                                java.net.http.HttpRequest.newBuilder(java.net.URI.create(
                                                "http://localhost:" + other.port() + "/actuator/prometheus"))
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .join();
                assertThat(answer.statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void on_a_port_of_its_own_the_same_rules_hold() {
        try (var other = office.store.anotherWebNode("--management.server.port=0", "--motcua.watch.token=" + TOKEN)) {
            int port = other.bean(Environment.class).getRequiredProperty("local.management.port", Integer.class);
            assertThat(status(port, "/actuator/health/readiness", "")).isEqualTo(200);
            assertThat(status(port, "/actuator/prometheus", "")).isIn(401, 404);
            assertThat(status(port, "/actuator/prometheus", TOKEN)).isEqualTo(200);
            assertThat(status(other.port(), "/actuator/prometheus", TOKEN)).isEqualTo(404);
            assertThat(status(port, "/login", "")).isEqualTo(404);
        }
    }

    @Test
    void requests_are_told_by_the_pattern_of_their_address_alone() {
        String pin = office.store
                .bean(LookupPins.class)
                .of(office.store.bean(Dossiers.class).get(code).id());
        Visit officer = office.as("officer");
        for (Visit who : List.of(officer, office.nobody())) {
            for (String path : List.of(
                    "/desk/dossiers/" + code,
                    "/desk/dossiers/" + code + "/files",
                    "/desk/dossiers/" + code + "/khong-co",
                    "/track/" + code + "?pin=" + pin,
                    "/khong-co/" + code + "/" + pin,
                    "/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + code,
                    "/camunda/app/" + code,
                    "/actuator/health/" + code,
                    "/css/" + code + ".css",
                    "/js;" + code + "/" + pin)) {
                who.get(path);
            }
            who.submit("/track", "/track", "code", code, "pin", pin);
            who.send(who.request("/desk").method("X" + pin, BodyPublishers.noBody()));
        }
        String scrape = scrape();
        assertThat(scrape)
                .contains("uri=\"/desk/dossiers/{code}\"", "uri=\"/track/{code}\"")
                .doesNotContain(code)
                .doesNotContain("X" + pin)
                .doesNotContain("\"" + pin);
    }

    @Test
    void the_text_is_what_prometheus_reads() {
        List<String> lines = scrape().lines().toList();
        assertThat(lines)
                .allMatch(line -> line.matches("# (HELP|TYPE) [a-zA-Z_:][a-zA-Z0-9_:]* .*")
                        || line.matches("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\",?)+})? "
                                + "([-+]?[0-9.]+(E[-+]?[0-9]+)?|NaN|[-+]Inf)"));
        assertThat(lines.stream().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates();
        assertThat(lines.stream().filter(line -> !line.startsWith("#")).map(line -> line.replaceAll(" [^ ]*$", "")))
                .as("no series twice")
                .doesNotHaveDuplicates();
        HttpResponse<String> answer = withToken(office.nobody(), "/actuator/prometheus", TOKEN);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain;version=0.0.4");
    }

    @Test
    void every_metric_of_the_example_dashboard_and_of_the_alerts_is_there() throws IOException {
        Set<String> known = scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toSet());
        // Of the executor that tests do not start; that a node with one tells them, JobExecutorTest says.
        known.addAll(Set.of("motcua_engine_job_executor_active", "motcua_engine_acquisition_timestamp_seconds"));
        Set<String> asked = metrics(expressions());
        assertThat(known).containsAll(asked);
        assertThat(asked)
                .as("what is told is also watched")
                .containsAll(known.stream()
                        .filter(name -> name.startsWith("motcua_"))
                        .filter(name -> !name.equals("motcua_store_read_timestamp_seconds"))
                        .toList());
    }

    @Test
    void the_dashboard_asks_a_source_that_is_chosen_and_its_titles_are_vietnamese() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(EXAMPLES.resolve("motcua.json").toFile());
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        dashboard.get("panels").forEach(panel -> {
            assertThat(panel.get("title").asText()).matches("(?s).*[^\\x00-\\x7f].*");
            panel.path("targets")
                    .forEach(target ->
                            assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}"));
        });
    }

    @Test
    void the_store_is_read_once_in_half_a_minute_however_often_it_is_scraped() {
        office.store.clock().advance(Duration.ofMinutes(1));
        scrape();
        List<String> again = office.store.statements().of(() -> {
            for (int i = 0; i < 10; i++) {
                scrape();
                office.nobody().get("/actuator/health/readiness");
            }
        });
        assertThat(again).isEmpty();
        office.store.clock().advance(Duration.ofSeconds(31));
        assertThat(office.store.statements().of(WatchingTest::scrape)).hasSizeBetween(5, 20);
    }

    private static Set<String> metrics(Stream<String> expressions) {
        Set<String> names = new TreeSet<>();
        expressions.forEach(expression -> {
            Matcher metric = METRIC.matcher(expression);
            while (metric.find()) {
                names.add(metric.group(1));
            }
        });
        return names;
    }

    private static Stream<String> expressions() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(EXAMPLES.resolve("motcua.json").toFile());
        List<String> expressions = dashboard.findValuesAsText("expr");
        assertThat(expressions).hasSizeGreaterThan(30);
        String rules = Files.readString(EXAMPLES.resolve("motcua-alerts.yml"));
        assertThat(rules).contains("alert: MotcuaOverdueRising");
        return Stream.concat(expressions.stream(), Stream.of(rules));
    }

    private static String scrape() {
        return withToken(office.nobody(), "/actuator/prometheus", TOKEN).body();
    }

    private static HttpResponse<String> withToken(Visit visit, String path, String token) {
        return visit.send(visit.request(path).header("Authorization", "Bearer " + token));
    }

    private static int status(int port, String path, String token) {
        return java.net.http.HttpClient.newHttpClient()
                .sendAsync(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join()
                .statusCode();
    }
}
