package vn.motcua.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down who guesses, on all nodes together. An attempt counts as failed from its beginning until it succeeds, so
 * that many at once get no further than many in a row.
 */
@Component
class LoginThrottle {

    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 20;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int NETWORK_BYTES = 8;

    private final JdbcClient jdbc;
    private final Clock clock;

    LoginThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets an attempt begin, or says how long to wait until one may. */
    @Transactional
    public Optional<Duration> admit(String username, String address) {
        String account = digest(username);
        String network = network(address);
        LocalDateTime now = LocalDateTime.now(clock);
        // Always in this order, so that no two wait for each other.
        Stream.of("account " + account, "address " + network)
                .forEach(key -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended('motcua sign-in ' || ?, 0))")
                        .param(key)
                        .query((row, n) -> key)
                        .single());
        Optional<Duration> wait = Stream.of(
                        freeAgain("account", account, PER_ACCOUNT, now),
                        freeAgain("address", network, PER_ADDRESS, now))
                .flatMap(Optional::stream)
                .max(LocalDateTime::compareTo)
                .map(free -> Duration.between(now, free));
        if (wait.isEmpty()) {
            jdbc.sql("delete from motcua.login_attempt where at <= ?")
                    .param(now.minus(WINDOW))
                    .update();
            jdbc.sql("insert into motcua.login_attempt (account, address, at) values (?, ?, ?)")
                    .params(account, network, now)
                    .update();
        }
        return wait;
    }

    /** An account that somebody signed in to starts anew. */
    void succeeded(String username) {
        jdbc.sql("delete from motcua.login_attempt where account = ?")
                .param(digest(username))
                .update();
    }

    /** When the oldest of the last so many attempts leaves the window. */
    private Optional<LocalDateTime> freeAgain(String column, String key, int limit, LocalDateTime now) {
        return jdbc.sql("select at from motcua.login_attempt where " + column
                        + " = ? and at > ? order by at desc offset ? limit 1")
                .params(key, now.minus(WINDOW), limit - 1)
                .query(LocalDateTime.class)
                .optional()
                .map(oldest -> oldest.plus(WINDOW));
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
