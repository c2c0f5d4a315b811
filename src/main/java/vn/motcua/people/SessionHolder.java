package vn.motcua.people;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Somebody who is signed in, as the session keeps them: staff, or people who file. */
public interface SessionHolder extends AuthenticatedPrincipal, Serializable {

    /** Of the account when the session began; another one ends the session. */
    int accessVersion();

    /** When the session began. */
    Instant since();
}
