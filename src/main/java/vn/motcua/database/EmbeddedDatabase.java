package vn.motcua.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import vn.motcua.refusal.Refusal;

/** The PostgreSQL that lives and dies with Motcua, in its data directory, which nobody else can use meanwhile. */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "motcua";

    private final DataDirectoryLock lock;
    private final PostgresServer server;
    private boolean closed;

    private EmbeddedDatabase(DataDirectoryLock lock, PostgresServer server) {
        this.lock = lock;
        this.server = server;
    }

    /** Returns a server that answers, or leaves neither process nor lock behind. */
    static EmbeddedDatabase start(DataDirectory directory) {
        DataDirectoryLock lock = DataDirectoryLock.take(directory.create());
        EmbeddedDatabase started = null;
        try {
            started = startLocked(directory, lock);
            return started;
        } finally {
            if (started == null) {
                lock.close();
            }
        }
    }

    private static EmbeddedDatabase startLocked(DataDirectory directory, DataDirectoryLock lock) {
        PostgresServer server = PostgresServer.start(directory);
        try {
            createDatabase(server);
            return new EmbeddedDatabase(lock, server);
        } catch (SQLException failure) {
            server.stop();
            throw new Refusal(
                    "Không tạo được cơ sở dữ liệu trong %s: %s. Hãy xem %s."
                            .formatted(directory.postgres(), Reason.of(failure), directory.serverLog()),
                    failure);
        }
    }

    private static void createDatabase(PostgresServer server) throws SQLException {
        try (Connection connection = server.database("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            boolean missing;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                missing = !found.next();
            }
            if (missing) {
                statement.execute("create database " + NAME);
            }
        }
    }

    /** Without the password, fit for a log. */
    String jdbcUrl() {
        return server.jdbcUrl(NAME);
    }

    String user() {
        return PostgresServer.USER;
    }

    String password() {
        return server.password();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.stop();
        } finally {
            lock.close();
        }
    }
}
