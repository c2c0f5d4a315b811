package vn.motcua.mine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the list of an account's dossiers.
 *
 * @param waits whether it is among those that wait for the applicant
 * @param id of the dossier there
 */
record MyCursor(boolean waits, long id) {

    /** Before every dossier. */
    static final MyCursor START = new MyCursor(true, Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("([wr])(\\d{1,18})");

    /** What is no place is the beginning. */
    static MyCursor parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches() ? new MyCursor(parts.group(1).equals("w"), Long.parseLong(parts.group(2))) : START;
    }

    @Override
    public String toString() {
        return (waits ? "w" : "r") + id;
    }
}
