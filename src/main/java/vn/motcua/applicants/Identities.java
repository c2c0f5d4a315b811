package vn.motcua.applicants;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which account somebody has whom a provider of OpenID Connect knows. */
@Component
class Identities {

    /**
     * What a provider says of somebody.
     *
     * @param verified whether the provider vouches that the address is theirs
     */
    record Claim(String issuer, String subject, String email, boolean verified, String fullName) {}

    private final JdbcClient jdbc;
    private final ApplicantRows rows;
    private final Registrations registrations;
    private final Clock clock;

    Identities(JdbcClient jdbc, ApplicantRows rows, Registrations registrations, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** The account that was joined before, or else that of the address, which must be verified; made if there is none. */
    @Transactional
    public ApplicantAccount account(Claim claim) {
        return joined(claim).orElseGet(() -> join(claim));
    }

    private Optional<ApplicantAccount> joined(Claim claim) {
        return jdbc.sql("select account_id from motcua.applicant_identity where issuer = ? and subject = ?")
                .params(claim.issuer(), claim.subject())
                .query(Long.class)
                .optional()
                .flatMap(rows::withId);
    }

    private ApplicantAccount join(Claim claim) {
        String email = EmailAddress.canonical(claim.email());
        if (!claim.verified() || !EmailAddress.isAddress(email)) {
            throw ProviderRefusal.UNVERIFIED.exception();
        }
        LocalDateTime now = LocalDateTime.now(clock);
        if (rows.add(email, name(claim, email), null, now)) {
            registrations.forget(email);
        }
        ApplicantAccount account = rows.withEmail(email).orElseThrow(ProviderRefusal.UNVERIFIED::exception);
        jdbc.sql("""
                        insert into motcua.applicant_identity (issuer, subject, account_id, joined_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """).params(claim.issuer(), claim.subject(), account.id(), now).update();
        return joined(claim).filter(found -> found.id() == account.id()).orElseThrow(ProviderRefusal.TAKEN::exception);
    }

    private static String name(Claim claim, String email) {
        String name = claim.fullName().strip();
        return Entry.nameProblem(name).isEmpty() ? name : EmailAddress.name(email);
    }
}
