package vn.motcua.database;

import java.util.Map;

/** How the embedded PostgreSQL is made and run; the library's own settings are meant for tests that may lose data. */
final class ServerSettings {

    /** No value may hold a space or a quote: they pass through a shell. */
    static final Map<String, String> SERVER = Map.ofEntries(
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

    private ServerSettings() {}

    /**
     * Letters and their order come from PostgreSQL itself, so a cluster behaves alike on every machine, and other
     * accounts of the machine need the password.
     */
    static Map<String, String> initdb(Cluster cluster) {
        return Map.of(
                "locale-provider", "builtin",
                "builtin-locale", "C.UTF-8",
                "locale", "C",
                "auth", "scram-sha-256",
                "pwfile", cluster.unfinished().toString());
    }
}
