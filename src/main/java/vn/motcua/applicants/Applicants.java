package vn.motcua.applicants;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.refusal.Refusal;

/** Accounts that are made here and not by those whose they are: the demo's. */
@Component
public class Applicants {

    private final ApplicantRows rows;
    private final PasswordEncoder encoder;
    private final Clock clock;

    Applicants(ApplicantRows rows, PasswordEncoder encoder, Clock clock) {
        this.rows = rows;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** An account whose address needs no confirmation; its number. */
    @Transactional
    public long add(String email, String fullName, String password) {
        Entry entry = new Entry(fullName, email, password);
        if (!entry.problems().isEmpty()) {
            throw new Refusal("Tài khoản không hợp lệ: " + entry.problems().keySet());
        }
        if (!rows.add(entry.email(), entry.fullName(), encoder.encode(password), LocalDateTime.now(clock))) {
            throw new Refusal("Đã có tài khoản %s".formatted(entry.email()));
        }
        return rows.withEmail(entry.email()).orElseThrow().id();
    }

    /** The number of the account with that address. */
    public OptionalLong find(String email) {
        return rows.withEmail(email).stream().mapToLong(ApplicantAccount::id).findFirst();
    }
}
