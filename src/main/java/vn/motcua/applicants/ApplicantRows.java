package vn.motcua.applicants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.people.AccessVersions;
import vn.motcua.people.SessionHolder;

/** The table of accounts. Only those count whose address was shown to be theirs. */
@Component
class ApplicantRows implements AccessVersions {

    private static final String VERIFIED = """
            select id, email, full_name, password_hash, access_version
            from motcua.applicant_account where verified_at is not null and\s""";

    private final JdbcClient jdbc;

    ApplicantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ApplicantAccount> withEmail(String email) {
        return EmailAddress.isAddress(email)
                ? jdbc.sql(VERIFIED + "email = ?")
                        .param(email)
                        .query(ApplicantRows::account)
                        .optional()
                : Optional.empty();
    }

    Optional<ApplicantAccount> withId(long id) {
        return jdbc.sql(VERIFIED + "id = ?")
                .param(id)
                .query(ApplicantRows::account)
                .optional();
    }

    /** Whether there was none with that address yet. */
    boolean add(String email, String fullName, @Nullable String passwordHash, LocalDateTime now) {
        return jdbc.sql("""
                        insert into motcua.applicant_account (email, full_name, password_hash, verified_at, created_at)
                        values (:email, :name, :hash, :now, :now) on conflict (email) do nothing
                        """)
                        .param("email", email)
                        .param("name", fullName)
                        .param("hash", passwordHash, java.sql.Types.VARCHAR)
                        .param("now", now)
                        .update()
                == 1;
    }

    void rename(long id, String fullName) {
        jdbc.sql("update motcua.applicant_account set full_name = ? where id = ?")
                .params(fullName, id)
                .update();
    }

    /** Ends all sessions of the account. */
    void setPassword(long id, String hash) {
        jdbc.sql("""
                        update motcua.applicant_account
                        set password_hash = ?, access_version = access_version + 1 where id = ?
                        """).params(hash, id).update();
    }

    @Override
    public OptionalInt now(SessionHolder holder) {
        return holder instanceof SignedInApplicant who
                ? withId(who.accountId())
                        .map(account -> OptionalInt.of(account.accessVersion()))
                        .orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    private static ApplicantAccount account(ResultSet row, int n) throws SQLException {
        return new ApplicantAccount(
                row.getLong("id"),
                row.getString("email"),
                row.getString("full_name"),
                row.getString("password_hash"),
                row.getInt("access_version"));
    }
}
