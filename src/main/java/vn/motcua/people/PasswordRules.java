package vn.motcua.people;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords will do: long ones that nobody guesses first. There are no rules about kinds of characters; a sentence
 * is welcome.
 */
public final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int FEWEST_DISTINCT = 5;
    private static final int SHORTEST_UNIT = 5;
    private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+");
    private static final Pattern OUTER_DIGITS = Pattern.compile("^\\d+|\\d+$");
    private static final Pattern IN_A_WORD = Pattern.compile("[@0$](?=[@0$]*\\p{L})");
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** What is wrong with a password, if anything. */
    public static Optional<Sentence> problem(String password, String username, String fullName) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(new Sentence("people.password.tooShort", SHORTEST));
        }
        if (length > LONGEST) {
            return Optional.of(new Sentence("people.password.tooLong", LONGEST));
        }
        Set<String> stems = stems(password);
        if (stems.contains(bare(username)) || stems.contains(bare(fullName))) {
            return Optional.of(new Sentence("people.password.ownName"));
        }
        boolean monotonous = password.codePoints().distinct().count() < FEWEST_DISTINCT;
        if (monotonous || stems.stream().anyMatch(stem -> stem.isEmpty() || COMMON.contains(stem))) {
            return Optional.of(new Sentence("people.password.guessed"));
        }
        return Optional.empty();
    }

    /** What remains of it without case, marks, signs, digits around it and repetition; empty if nothing to speak of. */
    private static Set<String> stems(String password) {
        // Only before a letter, or the year after "@" would be spelt out too.
        String replaced = IN_A_WORD.matcher(password).replaceAll(sign -> switch (sign.group()) {
            case "@" -> "a";
            case "0" -> "o";
            default -> "s";
        });
        return Stream.of(password, replaced)
                .map(PasswordRules::bare)
                .flatMap(bare -> Stream.of(
                        bare, unit(bare), unit(OUTER_DIGITS.matcher(bare).replaceAll(""))))
                .collect(Collectors.toSet());
    }

    private static String unit(String text) {
        Matcher repeated = REPEATED.matcher(text);
        if (!repeated.matches()) {
            return text;
        }
        String unit = repeated.group(1);
        return unit.length() < SHORTEST_UNIT ? "" : unit;
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static Set<String> common() {
        try (InputStream file = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/people/common-passwords.txt"), "common-passwords.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
