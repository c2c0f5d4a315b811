package vn.motcua.documents;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Text as it can stand on paper: letters typed as a base and its marks become the letter that the font has, characters
 * that steer instead of being seen are left out, and what the font lacks is shown as a box.
 */
final class PrintableText {

    private static final String BOX = "□";
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\n\t\r]]");
    /** Marks and joiners that only make sense with the emoji before them. */
    private static final Pattern SELECTORS = Pattern.compile("[\\uFE00-\\uFE0F]|[\\x{1F3FB}-\\x{1F3FF}]");

    private PrintableText() {}

    static void clean(Node node, IntPredicate inFont) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !isStyle(node)) {
                text.setData(clean(text.getData(), inFont));
            } else {
                clean(child, inFont);
            }
        }
    }

    static String clean(String text, IntPredicate inFont) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String seen =
                SELECTORS.matcher(STEERING.matcher(composed).replaceAll("")).replaceAll("");
        StringBuilder clean = new StringBuilder(seen.length());
        seen.codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || inFont.test(letter)) {
                clean.appendCodePoint(letter);
            } else {
                clean.append(BOX);
            }
        });
        return clean.toString();
    }

    private static boolean isStyle(Node node) {
        return "style".equals(node.getNodeName());
    }
}
