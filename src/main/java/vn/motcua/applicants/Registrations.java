package vn.motcua.applicants;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From what somebody typed to an account, over a link that only the owner of the address gets. Whether an address has an
 * account already is told in a letter to it and nowhere else.
 */
@Component
class Registrations {

    static final Duration VALID = Duration.ofHours(24);

    /** How long another letter can be asked for. */
    static final Duration KEPT = Duration.ofDays(7);

    enum Confirmed {
        NOW,
        /** The address got its account another way. */
        BEFORE,
        /** Not the password that was typed to register: it was somebody else who registered the address. */
        OTHER_PASSWORD,
        /** The link was used, is too old, or never was. */
        GONE
    }

    /** What waits for its confirmation. */
    record Waiting(String email, String fullName, String passwordHash) {}

    private final JdbcClient jdbc;
    private final ApplicantRows rows;
    private final AccountLetters letters;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Registrations(JdbcClient jdbc, ApplicantRows rows, AccountLetters letters, PasswordEncoder encoder, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.letters = letters;
        this.encoder = encoder;
        this.clock = clock;
    }

    @Transactional
    public void register(Entry entry, Locale language) {
        // For a known address too: the time it takes tells nothing.
        String hash = encoder.encode(entry.password());
        Optional<ApplicantAccount> known = rows.withEmail(entry.email());
        if (known.isPresent()) {
            letters.known(entry.email(), known.get().fullName(), language);
        } else {
            ask(new Waiting(entry.email(), entry.fullName(), hash), language);
        }
    }

    /** Another letter for whoever registered and has none that is still good; nothing for anybody else. */
    @Transactional
    public void again(String email, Locale language) {
        if (!EmailAddress.isAddress(email)) {
            return;
        }
        Optional<ApplicantAccount> known = rows.withEmail(email);
        known.ifPresent(account -> letters.known(email, account.fullName(), language));
        if (known.isEmpty()) {
            last(email).ifPresent(waiting -> ask(waiting, language));
        }
    }

    /** What a link would confirm, without confirming it. */
    Optional<Waiting> waiting(String token) {
        return jdbc.sql("""
                        select email, full_name, password_hash from motcua.applicant_registration
                        where token_hash = ? and expires_at > ?
                        """)
                .params(LinkToken.hash(token), LocalDateTime.now(clock))
                .query(Waiting.class)
                .optional();
    }

    /**
     * Makes the account. Who does so has the letter, and must be who registered: else the owner of the address could
     * confirm, by another letter that was asked for, a password that a stranger had typed.
     */
    @Transactional
    public Confirmed confirm(String token, String password) {
        Optional<Waiting> asked = waiting(token);
        if (asked.isPresent() && !encoder.matches(password, asked.get().passwordHash())) {
            return Confirmed.OTHER_PASSWORD;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        List<Waiting> used = jdbc.sql("""
                        delete from motcua.applicant_registration where token_hash = ? and expires_at > ?
                        returning email, full_name, password_hash
                        """)
                .params(LinkToken.hash(token), now)
                .query(Waiting.class)
                .list();
        if (used.isEmpty()) {
            return Confirmed.GONE;
        }
        Waiting waiting = used.get(0);
        forget(waiting.email());
        boolean added = rows.add(waiting.email(), waiting.fullName(), waiting.passwordHash(), now);
        return added ? Confirmed.NOW : Confirmed.BEFORE;
    }

    /** Links that would make an account of an address that has one. */
    void forget(String email) {
        jdbc.sql("delete from motcua.applicant_registration where email = ?")
                .param(email)
                .update();
    }

    private Optional<Waiting> last(String email) {
        return jdbc.sql("""
                        select email, full_name, password_hash from motcua.applicant_registration
                        where email = ? order by created_at desc limit 1
                        """).param(email).query(Waiting.class).optional();
    }

    private void ask(Waiting waiting, Locale language) {
        String token = LinkToken.next();
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("delete from motcua.applicant_registration where expires_at < ?")
                .param(now.minus(KEPT))
                .update();
        jdbc.sql("""
                        insert into motcua.applicant_registration
                            (token_hash, email, full_name, password_hash, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        LinkToken.hash(token),
                        waiting.email(),
                        waiting.fullName(),
                        waiting.passwordHash(),
                        now,
                        now.plus(VALID))
                .update();
        letters.confirm(waiting.email(), token, language);
    }
}
