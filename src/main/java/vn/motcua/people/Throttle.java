package vn.motcua.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Slows down who guesses, on all nodes together. An attempt counts as failed from its beginning until it succeeds, so
 * that many at once get no further than many in a row.
 */
public final class Throttle {

    private static final int NETWORK_BYTES = 8;

    /**
     * How often something may be tried.
     *
     * @param attempts that may fail within the window
     * @param window over which they are counted
     * @param lock how long nothing is admitted after the last of them, at least
     */
    public record Limit(int attempts, Duration window, Duration lock) {}

    private final JdbcClient jdbc;
    private final String table;
    private final Limit perSubject;
    private final Limit perAddress;

    /**
     * @param table with the columns account, address and at
     * @param perSubject for one account or whatever else is guessed at
     * @param perAddress for one network, whatever it guesses at
     */
    public Throttle(JdbcClient jdbc, String table, Limit perSubject, Limit perAddress) {
        this.jdbc = jdbc;
        this.table = table;
        this.perSubject = perSubject;
        this.perAddress = perAddress;
    }

    /** Lets an attempt begin, or says how long to wait until one may. Must run in a transaction. */
    public Optional<Duration> admit(String subject, String address, LocalDateTime now) {
        String account = digest(subject);
        String network = network(address);
        // Always in this order, so that no two wait for each other.
        Stream.of("account " + account, "address " + network).forEach(this::hold);
        Optional<Duration> wait = Stream.of(
                        freeAgain("account", account, perSubject, now), freeAgain("address", network, perAddress, now))
                .flatMap(Optional::stream)
                .max(LocalDateTime::compareTo)
                .filter(now::isBefore)
                .map(free -> Duration.between(now, free));
        if (wait.isEmpty()) {
            jdbc.sql("delete from motcua." + table + " where at <= ?")
                    .param(now.minus(longest()))
                    .update();
            jdbc.sql("insert into motcua." + table + " (account, address, at) values (?, ?, ?)")
                    .params(account, network, now)
                    .update();
        }
        return wait;
    }

    /** What somebody opened starts anew. */
    public void succeeded(String subject) {
        jdbc.sql("delete from motcua." + table + " where account = ?")
                .param(digest(subject))
                .update();
    }

    private void hold(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('motcua ' || ? || ' ' || ?, 0))")
                .params(table, key)
                .query((row, n) -> key)
                .single();
    }

    /** When the oldest of the last so many attempts leaves the window, and the lock after the last of them is over. */
    private Optional<LocalDateTime> freeAgain(String column, String key, Limit limit, LocalDateTime now) {
        List<LocalDateTime> last = jdbc.sql("select at from motcua." + table + " where " + column
                        + " = ? and at > ? order by at desc limit ?")
                .params(key, now.minus(limit.window().plus(limit.lock())), limit.attempts())
                .query(LocalDateTime.class)
                .list();
        if (last.size() < limit.attempts()) {
            return Optional.empty();
        }
        LocalDateTime newest = last.get(0);
        LocalDateTime oldest = last.get(last.size() - 1);
        LocalDateTime left = oldest.plus(limit.window());
        LocalDateTime unlocked = newest.plus(limit.lock());
        return left.isAfter(newest) ? Optional.of(left.isAfter(unlocked) ? left : unlocked) : Optional.empty();
    }

    private Duration longest() {
        return Stream.of(perSubject, perAddress)
                .map(limit -> limit.window().plus(limit.lock()))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** One customer of a provider has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > 4
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64"
                    : HexFormat.of().formatHex(bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String digest(String username) {
        try {
            byte[] text = username.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every Java has it
        }
    }
}
