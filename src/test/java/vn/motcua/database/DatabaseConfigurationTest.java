package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseConfigurationTest {

    @TempDir
    Path temporary;

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        FlywayAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class))
                .withUserConfiguration(DatabaseConfiguration.class)
                .withPropertyValues("motcua.data-dir=" + temporary);
    }

    private ApplicationContextRunner onShared(EmbeddedDatabase shared) {
        return application()
                .withPropertyValues(
                        "spring.datasource.url=" + shared.jdbcUrl(),
                        "spring.datasource.username=" + shared.user(),
                        "spring.datasource.password=" + shared.password());
    }

    @Test
    void aBlankUrlMeansTheEmbeddedDatabaseWhichGoesAfterItsPool() throws IOException {
        DataDirectory directory = SharedDatabase.copyOfStopped(temporary);
        HikariDataSource[] pool = new HikariDataSource[1];

        application().withPropertyValues("spring.datasource.url= ").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(DataSource.class);
            pool[0] = context.getBean(HikariDataSource.class);
            assertThat(pool[0].getMaximumPoolSize()).isEqualTo(20);
            assertThat(ask(context, "select current_database()")).isEqualTo("motcua");
            assertThat(ask(context, "select name from public.citizen")).isEqualTo("Đỗ Thị Ánh");
            assertThat(ask(context, "select nspname from pg_namespace where nspname = 'motcua'"))
                    .isEqualTo("motcua");
            assertThat(context.getBeanFactory().getDependentBeans("embeddedDatabase"))
                    .contains("dataSource");
        });

        assertThat(pool[0].isClosed()).isTrue();
        assertThat(Postmaster.runningIn(directory.postgres())).isEmpty();
    }

    @Test
    void anExternalDatabaseLeavesTheDataDirectoryUnlocked() {
        onShared(SharedDatabase.running()).run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(EmbeddedDatabase.class)
                    .hasSingleBean(DataSource.class);
            assertThat(context.getBean(DataDirectory.class).logs()).isDirectory();
            assertThat(ask(context, "show timezone")).isEqualTo("Asia/Ho_Chi_Minh");
            assertThat(context.getBean(HikariDataSource.class).getDataSourceProperties())
                    .containsEntry("loginTimeout", "5");
            DataDirectoryLock.take(new DataDirectory(temporary)).close();
            assertThat(temporary.resolve("postgres")).doesNotExist();
        });
    }

    @Test
    void anUnreachableDatabaseIsRefusedInOneLineWithoutThePassword() throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + freePort() + "/motcua";

        application()
                .withPropertyValues("spring.datasource.url=" + url + "?user=ai&password=mật")
                .run(context -> assertThat(refusal(context.getStartupFailure()))
                        .isEqualTo("Không kết nối được cơ sở dữ liệu tại " + url + ": máy chủ từ chối kết nối."
                                + " Hãy kiểm tra SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME,"
                                + " SPRING_DATASOURCE_PASSWORD."));
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpWithinTenSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Instant before = Instant.now();
            application()
                    .withPropertyValues(
                            "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/motcua",
                            "spring.datasource.hikari.data-source-properties.loginTimeout=2")
                    .run(context ->
                            assertThat(refusal(context.getStartupFailure())).startsWith("Không kết nối được"));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aWrongPasswordAndAMissingDatabaseAreTold() {
        onShared(SharedDatabase.running())
                .withPropertyValues("spring.datasource.password=sai")
                .run(context -> assertThat(refusal(context.getStartupFailure()))
                        .contains("password authentication failed for user \"postgres\"")
                        .doesNotContain("sai"));
        onShared(SharedDatabase.running())
                .withPropertyValues("spring.datasource.url="
                        + SharedDatabase.running().jdbcUrl().replace("/motcua", "/khong"))
                .run(context ->
                        assertThat(refusal(context.getStartupFailure())).contains("database \"khong\" does not exist"));
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        application()
                .withPropertyValues("spring.datasource.url=jdbc:mysql://localhost/motcua")
                .run(context -> assertThat(refusal(context.getStartupFailure()))
                        .contains("SPRING_DATASOURCE_URL phải bắt đầu bằng jdbc:postgresql://"));
    }

    private static String ask(ApplicationContext context, String query) {
        return context.getBean(JdbcTemplate.class).queryForObject(query, String.class);
    }

    private static String refusal(Throwable startFailure) {
        return DatabaseProblem.of(startFailure).orElseThrow().getMessage();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
