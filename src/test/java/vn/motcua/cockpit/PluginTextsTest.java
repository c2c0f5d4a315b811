package vn.motcua.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.motcua.sla.Measure;

/** What the scripts of the plugin say, in both languages. */
class PluginTextsTest {

    private static final Pattern TEXT = Pattern.compile("^ {2}'([^']+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    private static final Pattern PUT_IN = Pattern.compile("\\{\\w+}");

    @Test
    void every_text_is_there_in_both_languages_with_the_same_things_put_in() {
        Map<String, String> vietnamese = texts("vi");
        Map<String, String> english = texts("en");
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet()).hasSizeGreaterThan(100);
        vietnamese.forEach(
                (key, text) -> assertThat(putIn(english.get(key))).as(key).isEqualTo(putIn(text)));
    }

    @Test
    void every_measure_has_a_name() {
        for (Measure measure : Measure.values()) {
            assertThat(texts("vi")).containsKey("measure." + measure);
        }
    }

    private static TreeSet<String> putIn(String text) {
        TreeSet<String> found = new TreeSet<>();
        PUT_IN.matcher(text).results().forEach(result -> found.add(result.group()));
        return found;
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        Matcher matcher = TEXT.matcher(read("texts-" + language + ".js"));
        while (matcher.find()) {
            texts.put(matcher.group(1), matcher.group(2));
        }
        return texts;
    }

    private static String read(String script) {
        try (InputStream file = PluginTextsTest.class.getResourceAsStream("/plugin-webapp/motcua-sla/app/" + script)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
