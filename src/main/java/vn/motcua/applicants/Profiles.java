package vn.motcua.applicants;

import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people change of their own account. */
@Component
class Profiles {

    private final ApplicantRows rows;
    private final AccountLetters letters;
    private final PasswordEncoder encoder;

    Profiles(ApplicantRows rows, AccountLetters letters, PasswordEncoder encoder) {
        this.rows = rows;
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

    @Transactional
    public ApplicantAccount setPassword(SignedInApplicant who, String password, Locale language) {
        rows.setPassword(who.accountId(), encoder.encode(password));
        ApplicantAccount account = of(who);
        letters.changed(account.email(), account.fullName(), language);
        return account;
    }
}
