package vn.motcua.people;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords hashed as the product does, with as little work as bcrypt allows: tests sign in many hundred times. What is
 * measured hashes in earnest, see {@link #inEarnest}.
 */
public final class QuickHashes {

    private static final int LEAST = 4;

    private static boolean inEarnest;

    private QuickHashes() {}

    /** From now on passwords are hashed with all the work of the product. */
    public static void inEarnest() {
        inEarnest = true;
    }

    public static PasswordEncoder encoder() {
        return inEarnest ? new PasswordHashes().passwordEncoder() : PasswordHashes.ofStrength(LEAST);
    }
}
