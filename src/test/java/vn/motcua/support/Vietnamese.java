package vn.motcua.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what is written in Vietnamese letters. */
public final class Vietnamese {

    private static final Pattern WORDS_AROUND = Pattern.compile(
            "(?iu)[^<>\"\\n]{0,40}[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ][^<>\"\\n]{0,40}");

    private Vietnamese() {}

    /** The places in a text that have such letters, names of things left out. */
    public static List<String> lettersIn(String text, Collection<String> names) {
        String rest = text;
        for (String name : names.stream()
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            rest = rest.replace(name, "");
        }
        return WORDS_AROUND.matcher(rest).results().map(MatchResult::group).toList();
    }
}
