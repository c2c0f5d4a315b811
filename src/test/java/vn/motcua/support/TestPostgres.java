package vn.motcua.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One real PostgreSQL for all tests of a run; every store on it is a database of its own. */
public final class TestPostgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, String> FILLED = new HashMap<>();

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private TestPostgres() {}

    /** The address of a new, empty database. */
    public static String newDatabase() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name);
        return url(name);
    }

    /**
     * The address of a new database that has what another has; making the schema takes a second, copying it none.
     *
     * @param kind what the other is called
     * @param fill makes the other, once, and leaves nobody connected to it
     */
    static synchronized String newDatabase(String kind, Consumer<String> fill) {
        String original = FILLED.computeIfAbsent(kind, any -> {
            String name = "test_" + NUMBER.incrementAndGet();
            execute("create database " + name);
            fill.accept(url(name));
            return name;
        });
        String name = "test_" + NUMBER.incrementAndGet();
        execute("create database %s template %s strategy file_copy".formatted(name, original));
        return url(name);
    }

    private static String url(String name) {
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static void execute(String sql) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
