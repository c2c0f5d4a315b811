package vn.motcua.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Who is signed in, as the session keeps it. The one authority is the code of the group; while the password must be
 * changed there is none.
 *
 * @param agencyId null only for administrators of the whole store; another group or agency ends the session
 * @param accessVersion of the account when the session began
 * @param since when the session began
 */
public record SignedIn(
        String username,
        String fullName,
        StaffGroup group,
        @Nullable Integer agencyId,
        boolean mustChangePassword,
        int accessVersion,
        Instant since)
        implements SessionHolder {

    @Override
    public String getName() {
        return username;
    }

    static Authentication token(Account account, Instant since, @Nullable Object details) {
        StaffMember member = account.member();
        SignedIn principal = new SignedIn(
                member.username(),
                member.fullName(),
                member.group(),
                member.agencyId(),
                member.mustChangePassword(),
                account.accessVersion(),
                since);
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                principal,
                null,
                member.mustChangePassword()
                        ? List.of()
                        : AuthorityUtils.createAuthorityList(member.group().code()));
        token.setDetails(details);
        return token;
    }

    static @Nullable SignedIn of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
