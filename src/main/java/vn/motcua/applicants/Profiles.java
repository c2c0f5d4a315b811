package vn.motcua.applicants;

import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change of their own account. */
@Component
class Profiles {

    private final ApplicantRows rows;
    private final PasswordResets resets;
    private final AccountLetters letters;
    private final PasswordEncoder encoder;

    Profiles(ApplicantRows rows, PasswordResets resets, AccountLetters letters, PasswordEncoder encoder) {
        this.rows = rows;
        this.resets = resets;
        this.letters = letters;
        this.encoder = encoder;
    }

    ApplicantAccount of(SignedInApplicant who) {
        return rows.withId(who.accountId()).orElseThrow();
    }

    ApplicantAccount rename(SignedInApplicant who, String fullName) {
        rows.rename(who.accountId(), fullName);
        return of(who);
    }

    /** The account's other sessions end, and links for a new password are good no more. */
    @Transactional
    public ApplicantAccount setPassword(SignedInApplicant who, String password, Locale language) {
        resets.forget(who.accountId());
        rows.setPassword(who.accountId(), encoder.encode(password));
        ApplicantAccount account = of(who);
        letters.changed(account.email(), account.fullName(), language);
        return account;
    }
}
