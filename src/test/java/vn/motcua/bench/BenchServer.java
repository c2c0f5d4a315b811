package vn.motcua.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The PostgreSQL that everybody is measured on: durable (fsync and synchronous commit on), kept in target/bench so that
 * large stores are made once.
 */
final class BenchServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private BenchServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchServer start() throws IOException {
        return new BenchServer(EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(System.getProperty("bench.data", "target/bench/postgres")))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_connections", "150")
                .setServerConfig("timezone", "Asia/Ho_Chi_Minh")
                .setPGStartupWait(java.time.Duration.ofMinutes(2))
                .start());
    }

    /** The address of an empty database of that name; one that was there is dropped. */
    String fresh(String name) throws SQLException {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name);
        return url(name);
    }

    boolean has(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            return found.next();
        }
    }

    String url(String name) {
        return postgres.getJdbcUrl("postgres", name);
    }

    /** What the database does by itself within a minute or two, before anything is measured. */
    void tidy(String name) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
