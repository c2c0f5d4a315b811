package vn.motcua.applicants;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * An applicant who is signed in, as the session keeps it. The one authority is {@link #AUTHORITY}; staff never have it.
 *
 * @param accessVersion of the account when the session began
 * @param since when the session began
 */
public record SignedInApplicant(long accountId, String email, String fullName, int accessVersion, Instant since)
        implements AuthenticatedPrincipal, Serializable {

    public static final String AUTHORITY = "applicant";

    /** What no staff member can be called. */
    private static final String ACTOR = "applicant:";

    /** As ledger, drafts and files name who acted. */
    public String actor() {
        return ACTOR + accountId;
    }

    public static boolean isActor(String actor) {
        return actor.startsWith(ACTOR);
    }

    @Override
    public String getName() {
        return actor();
    }
}
