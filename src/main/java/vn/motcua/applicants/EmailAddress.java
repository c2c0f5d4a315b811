package vn.motcua.applicants;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses as they are kept: small letters, none but ASCII, nothing that a letter's head could misread. */
final class EmailAddress {

    private static final Pattern ADDRESS =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");
    private static final int LONGEST = 254;

    private EmailAddress() {}

    static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isAddress(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    /** What stands before the @; as a password it would be guessed first. */
    static String name(String address) {
        return address.substring(0, Math.max(0, address.indexOf('@')));
    }
}
