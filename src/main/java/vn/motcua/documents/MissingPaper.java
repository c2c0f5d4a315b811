package vn.motcua.documents;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paper that a supplement request asks for.
 *
 * @param count such as "2 bản chính", empty where the request names none
 */
public record MissingPaper(String name, String count) {

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-–•*+]|\\d{1,2}[.)])\\s+");
    private static final Pattern COUNTED =
            Pattern.compile("^(.+?)\\s*[:;,(–-]\\s*(\\d{1,3} (?:bản|bộ|tờ)(?: chính| sao| gốc)?)\\s*\\)?[.;]?$");

    /** The lines of a request; empty ones say nothing, and what marks an item of a list is left out. */
    static List<MissingPaper> of(String request) {
        return request.lines()
                .map(line -> BULLET.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .map(MissingPaper::ofLine)
                .toList();
    }

    private static MissingPaper ofLine(String line) {
        Matcher counted = COUNTED.matcher(line);
        return counted.matches() ? new MissingPaper(counted.group(1), counted.group(2)) : new MissingPaper(line, "");
    }
}
