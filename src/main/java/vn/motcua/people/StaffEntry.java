package vn.motcua.people;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account as somebody enters it.
 *
 * @param group null when none was chosen
 * @param agencyCode null for none, which only an administrator may have
 */
public record StaffEntry(
        String username,
        String fullName,
        @Nullable StaffGroup group,
        @Nullable String agencyCode) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,49}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NAME = 100;

    public StaffEntry {
        username = canonical(username);
        fullName = fullName.strip();
        agencyCode = agencyCode == null || agencyCode.isBlank() ? null : agencyCode;
    }

    static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    StaffGroup chosenGroup() {
        return Objects.requireNonNull(group);
    }

    /** What is wrong, by field, in the order of the form. */
    Map<String, Sentence> problems() {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (!isUsername(username)) {
            problems.put("username", new Sentence("people.entry.username"));
        }
        if (fullName.isEmpty()
                || fullName.length() > LONGEST_NAME
                || CONTROL.matcher(fullName).find()) {
            problems.put("fullName", new Sentence("people.entry.fullName"));
        }
        if (group == null) {
            problems.put("group", new Sentence("people.entry.group"));
        }
        if (agencyCode == null && group != null && group != StaffGroup.ADMIN) {
            problems.put("agency", new Sentence("people.entry.agency"));
        }
        return problems;
    }
}
