package vn.motcua.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** How the embedded PostgreSQL is made and run; the library's own settings are meant for tests that may lose data. */
final class ServerSettings {

    /** No value may hold a space or a quote: they pass through a shell. */
    private static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("timezone", "Asia/Ho_Chi_Minh"),
            Map.entry("log_timezone", "Asia/Ho_Chi_Minh"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("listen_addresses", "localhost"),
            // No socket file in the shared temporary directory.
            Map.entry("unix_socket_directories", ""));

    private static final Duration CRASH_RECOVERY = Duration.ofMinutes(2);

    private ServerSettings() {}

    static EmbeddedPostgres.Builder builder(DataDirectory directory, Cluster cluster) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(directory.programs().toFile())
                .setDataDirectory(cluster.path())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(CRASH_RECOVERY)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(directory.serverLog().toFile()))
                .setConnectConfig("password", cluster.password());
        SERVER.forEach(builder::setServerConfig);
        initdb(cluster).forEach(builder::setLocaleConfig);
        return builder;
    }

    /**
     * Letters and their order come from PostgreSQL itself, so a cluster behaves alike on every machine, and other
     * accounts of the machine need the password.
     */
    private static Map<String, String> initdb(Cluster cluster) {
        return Map.of(
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "locale", "C",
                "auth", "scram-sha-256",
                "pwfile", cluster.unfinished().toString());
    }
}
