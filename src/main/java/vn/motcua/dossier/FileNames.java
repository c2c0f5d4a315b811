package vn.motcua.dossier;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** Names of files as browsers send them, made safe to show, to store and to save under on any system. */
final class FileNames {

    private static final int LONGEST = 120;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\u2028\\u2029]");
    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*%]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
    /** Names that Windows keeps for its devices. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.DOTALL);

    private FileNames() {}

    /** The last part of a path, without what nobody sees and what some system forbids, never empty. */
    static String safe(String given, AttachmentKind kind) {
        String name = FOLDERS.matcher(given).replaceFirst("");
        name = Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Form.NFC);
        name = BLANKS.matcher(RESERVED.matcher(name).replaceAll("_")).replaceAll(" ");
        name = EDGES.matcher(name).replaceAll("");
        if (name.isEmpty() || DEVICE.matcher(name).matches()) {
            name = "tep" + (name.isEmpty() ? "" : "-" + name);
        }
        return kind.named(shortened(name));
    }

    /** Its end is kept, for there is the extension. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        int end = LONGEST - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + extension;
    }
}
