package vn.motcua.people;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password that is read out or written down once: 80 bits, in groups, without characters that look alike. */
final class OneTimePassword {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    static String next() {
        String letters = RANDOM.ints((long) GROUPS * GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining());
        return letters.replaceAll("(?<=\\G.{" + GROUP_LENGTH + "})(?!$)", "-");
    }
}
