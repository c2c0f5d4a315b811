package vn.motcua.applicants;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A new password for whoever gets the letters of an account. */
@Component
class PasswordResets {

    static final Duration VALID = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ApplicantRows rows;
    private final AccountAttempts attempts;
    private final AccountLetters letters;
    private final PasswordEncoder encoder;
    private final Clock clock;

    PasswordResets(
            JdbcClient jdbc,
            ApplicantRows rows,
            AccountAttempts attempts,
            AccountLetters letters,
            PasswordEncoder encoder,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.attempts = attempts;
        this.letters = letters;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Nothing for an address without an account. */
    @Transactional
    public void ask(String email, Locale language) {
        rows.withEmail(email).ifPresent(account -> ask(account, language));
    }

    /** Whose password a link would set. */
    Optional<ApplicantAccount> account(String token) {
        return jdbc.sql("select account_id from motcua.applicant_reset where token_hash = ? and expires_at > ?")
                .params(LinkToken.hash(token), LocalDateTime.now(clock))
                .query(Long.class)
                .optional()
                .flatMap(rows::withId);
    }

    /** Whether the link was still good. All sessions of the account end, and who was locked out may try again. */
    @Transactional
    public boolean set(String token, String password, Locale language) {
        String hash = encoder.encode(password);
        Optional<ApplicantAccount> account = jdbc.sql("""
                        delete from motcua.applicant_reset where token_hash = ? and expires_at > ? returning account_id
                        """)
                .params(LinkToken.hash(token), LocalDateTime.now(clock))
                .query(Long.class)
                .optional()
                .flatMap(rows::withId);
        account.ifPresent(found -> {
            forget(found.id());
            rows.setPassword(found.id(), hash);
            attempts.signedIn(found.email());
            letters.changed(found.email(), found.fullName(), language);
        });
        return account.isPresent();
    }

    /** Links that would set the password of an account once more. */
    void forget(long accountId) {
        jdbc.sql("delete from motcua.applicant_reset where account_id = ?")
                .param(accountId)
                .update();
    }

    private void ask(ApplicantAccount account, Locale language) {
        String token = LinkToken.next();
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("delete from motcua.applicant_reset where expires_at <= ?")
                .param(now)
                .update();
        jdbc.sql("insert into motcua.applicant_reset (token_hash, account_id, expires_at) values (?, ?, ?)")
                .params(LinkToken.hash(token), account.id(), now.plus(VALID))
                .update();
        letters.reset(account.email(), account.fullName(), token, language);
    }
}
