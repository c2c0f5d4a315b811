package vn.motcua.applicants;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import vn.motcua.dossier.OnlineApplicant;
import vn.motcua.people.SessionHolder;

/**
 * An applicant who is signed in, as the session keeps it. The one authority is {@link #AUTHORITY}; staff never have it.
 *
 * @param accessVersion of the account when the session began
 * @param since when the session began
 */
public record SignedInApplicant(long accountId, String email, String fullName, int accessVersion, Instant since)
        implements SessionHolder {

    public static final String AUTHORITY = "applicant";

    /** As ledger, drafts and files name who acted. */
    public String actor() {
        return OnlineApplicant.PREFIX + accountId;
    }

    @Override
    public String getName() {
        return actor();
    }

    static Authentication token(ApplicantAccount account, Instant since, @Nullable Object details) {
        SignedInApplicant principal = new SignedInApplicant(
                account.id(), account.email(), account.fullName(), account.accessVersion(), since);
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                principal, null, AuthorityUtils.createAuthorityList(AUTHORITY));
        token.setDetails(details);
        return token;
    }
}
