package vn.motcua.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.motcua.support.TestStore;

/** Which large tables were read from end to end between two moments, by whatever statement. */
final class TableScans {

    /** PostgreSQL tells what an idle connection did after ten seconds. */
    private static final long TOLD = 11_000;

    private final TestStore store;
    private final long large;
    private final Map<String, Scans> before;

    private record Scans(String table, long rows, long times, long read) {

        Scans since(Scans before) {
            return new Scans(table, rows, times - before.times, read - before.read);
        }
    }

    private TableScans(TestStore store, long large) {
        this.store = store;
        this.large = large;
        this.before = now();
    }

    /** @param large from so many rows on a table counts */
    static TableScans from(TestStore store, long large) throws InterruptedException {
        Thread.sleep(TOLD);
        return new TableScans(store, large);
    }

    /** Names each table and says how often; empty if there was none. */
    List<String> since() throws InterruptedException {
        Thread.sleep(TOLD);
        return now().values().stream()
                .filter(scans -> scans.rows() >= large)
                .map(scans -> scans.since(
                        Objects.requireNonNullElse(before.get(scans.table()), new Scans(scans.table(), 0, 0, 0))))
                .filter(scans -> scans.times() > 0)
                .map(scans -> "%s (%,d rows): %,d times, %,d rows read"
                        .formatted(scans.table(), scans.rows(), scans.times(), scans.read()))
                .toList();
    }

    private Map<String, Scans> now() {
        return store
                .jdbc()
                .sql("""
                        select s.schemaname || '.' || s.relname as name, greatest(s.n_live_tup, c.reltuples)::bigint as live,
                            coalesce(s.seq_scan, 0) as times, coalesce(s.seq_tup_read, 0) as read
                        from pg_stat_user_tables s join pg_class c on c.oid = s.relid
                        """)
                .query((row, n) -> new Scans(
                        row.getString("name"), row.getLong("live"), row.getLong("times"), row.getLong("read")))
                .list()
                .stream()
                .collect(Collectors.toMap(Scans::table, scans -> scans, (one, other) -> one, TreeMap::new));
    }
}
