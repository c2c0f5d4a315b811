package vn.motcua.support;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.motcua.Motcua;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.exchange.RegisterImport;
import vn.motcua.exchange.RegisterResult;
import vn.motcua.exchange.RowProblem;
import vn.motcua.people.QuickHashes;

/** A node of Motcua on a store of its own, with a clock that the test moves. */
public final class TestStore implements AutoCloseable {

    /** Where tests of this process keep logs and the like; another process that runs beside it has its own. */
    public static final String DATA = System.getProperty("test.data", "target/test-data");

    public static final LocalDateTime FRI_20_NOV_2026 = LocalDateTime.of(2026, 11, 20, 9, 0);

    private final String url;
    private final TestClock clock;
    private final StatementCounter statements = new StatementCounter();
    private final ConfigurableApplicationContext context;

    private TestStore(String url, TestClock clock, WebApplicationType web, String... more) {
        this.url = url;
        this.clock = clock;
        this.context = new SpringApplicationBuilder(Motcua.class, ForTests.class)
                .web(web)
                .initializers(starting -> {
                    starting.getBeanFactory().addBeanPostProcessor(statements);
                    ((GenericApplicationContext) starting).registerBean(TestClock.class, () -> clock);
                })
                .run(arguments(url, more));
    }

    private static String[] arguments(String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + url,
                "--spring.main.banner-mode=off",
                // Of the provider that applicants sign in with in some tests; the application has none of it.
                "--spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration,org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration",
                "--spring.datasource.hikari.maximum-pool-size=12",
                "--motcua.data-dir=" + DATA));
        for (String argument : more) {
            String name = argument.substring(0, argument.indexOf('=') + 1);
            arguments.removeIf(usual -> usual.startsWith(name));
            arguments.add(argument);
        }
        if (!arguments.contains("--camunda.bpm.enabled=true")) {
            arguments.add("--camunda.bpm.enabled=false");
            arguments.add("--spring.main.lazy-initialization=true");
        }
        return arguments.toArray(String[]::new);
    }

    /** A new store that has the schema and the calendar and nothing else. */
    public static TestStore empty() {
        return at(migrated());
    }

    /** A database with the schema. */
    private static String migrated() {
        return TestPostgres.newDatabase("migrated", url -> at(url).close());
    }

    /** A database with the schema, the engine's too, and what a node puts there as it starts. */
    private static String deployed() {
        return TestPostgres.newDatabase("deployed", url -> engineAt(url).close());
    }

    /** A new store with a web server on a free port. */
    public static TestStore web(String... settings) {
        return web(migrated(), new TestClock(FRI_20_NOV_2026), settings);
    }

    private static TestStore web(String url, TestClock clock, String... settings) {
        return new TestStore(
                url,
                clock,
                WebApplicationType.SERVLET,
                Stream.concat(Stream.of("--server.port=0"), Stream.of(settings)).toArray(String[]::new));
    }

    /** A new store with everything that serving on an external database brings. */
    public static TestStore asServer() {
        return new TestStore(
                TestPostgres.newDatabase(),
                new TestClock(FRI_20_NOV_2026),
                WebApplicationType.SERVLET,
                "--server.port=0",
                "--motcua.demo=true",
                "--camunda.bpm.enabled=true",
                "--camunda.bpm.job-execution.enabled=false");
    }

    /** A new store with the engine and its models; jobs run when the test says so. */
    public static TestStore engine(String... more) {
        return engineAt(deployed(), more);
    }

    /** A new store with the engine, its web applications and our pages on a free port. */
    public static TestStore engineWeb(String... more) {
        return engineWebAt(deployed(), more);
    }

    /** The same on a store that another process may use too. */
    public static TestStore engineWebAt(String url, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=0");
        return engineOn(
                url, new TestClock(FRI_20_NOV_2026), WebApplicationType.SERVLET, arguments.toArray(String[]::new));
    }

    private static TestStore engineOn(String url, TestClock clock, WebApplicationType web, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--camunda.bpm.enabled=true", "--camunda.bpm.job-execution.enabled=false"));
        arguments.addAll(List.of(more));
        return new TestStore(url, clock, web, arguments.toArray(String[]::new));
    }

    /** A node with an engine on a store that another process may use too. */
    public static TestStore engineAt(String url, String... more) {
        return engineOn(url, new TestClock(FRI_20_NOV_2026), WebApplicationType.NONE, more);
    }

    /** A node without an engine on a store that another process may use too. */
    public static TestStore at(String url, String... more) {
        return new TestStore(url, new TestClock(FRI_20_NOV_2026), WebApplicationType.NONE, more);
    }

    /** A second node with an engine on the same store, with the same clock. */
    public TestStore anotherEngine() {
        return engineOn(url, clock, WebApplicationType.NONE);
    }

    /** A new store with the agencies and procedures of the 2019 register. */
    public static TestStore withCatalogue() {
        return empty().importCatalogue();
    }

    public TestStore importCatalogue() {
        bean(CatalogueImport.class)
                .run(
                        Optional.of(CsvSource.shipped("/demo/agencies-langson-2019.csv")),
                        Optional.of(CsvSource.shipped("/demo/procedures-langson-2019.csv")),
                        problem -> {
                            throw new AssertionError(problem.vietnamese());
                        });
        return this;
    }

    public int port() {
        return webServer().getPort();
    }

    /** The server in front of the pages. */
    public WebServer webServer() {
        return ((ServletWebServerApplicationContext) context).getWebServer();
    }

    /** A second node on the same store, with the same clock. */
    public TestStore anotherNode() {
        return new TestStore(url, clock, WebApplicationType.NONE);
    }

    /** A second node with a web server, on the same store with the same clock. */
    public TestStore anotherWebNode(String... settings) {
        return web(url, clock, settings);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public TestClock clock() {
        return clock;
    }

    /** Tells what this node sends to the database. */
    public StatementCounter statements() {
        return statements;
    }

    public String url() {
        return url;
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Imports one of so many rows of the shipped register, where it need not be all 12,072 of them. */
    public TestStore importOneRowOf(int rows) {
        String register = "/demo/register-langson-2019.csv";
        CsvSource some = new CsvSource(register, () -> {
            try (InputStream all = CsvSource.shipped(register).opening().open()) {
                List<String> lines = new String(all.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                return new ByteArrayInputStream(IntStream.range(0, lines.size())
                        .filter(line -> line % rows == 0)
                        .mapToObj(lines::get)
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
        importRegister(some, new ArrayList<>());
        return this;
    }

    public RegisterResult importRegister(CsvSource file, List<RowProblem> problems) {
        return importRegister(file, false, problems);
    }

    public RegisterResult importRegister(CsvSource file, boolean allOrNothing, List<RowProblem> problems) {
        return bean(RegisterImport.class).run(file, allOrNothing, new RegisterImport.Listener() {
            @Override
            public void refused(RowProblem problem) {
                problems.add(problem);
            }

            @Override
            public void progress(RegisterResult soFar) {}
        });
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not found by scanning: only these stores have them. */
    static class ForTests {
        @Bean
        @Primary
        Clock movedClock(TestClock clock) {
            return clock;
        }

        @Bean
        @Primary
        PasswordEncoder quickHashes() {
            return QuickHashes.encoder();
        }

        @Bean
        ProcessEnginePlugin sharedStatements() {
            return new SharedStatements();
        }
    }
}
