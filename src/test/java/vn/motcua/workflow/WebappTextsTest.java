package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Vietnamese texts of Camunda's web applications beside the English ones they come with. */
class WebappTextsTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|%[a-z]|</?(?:a|br|strong)\\b[^>]*>|&\\w+;");

    /** Names, signs, and what is the same in both languages. */
    private static final Set<String> SAME = Set.of(
            "",
            "Camunda",
            "Camunda Cockpit",
            "Cockpit",
            "Optimize",
            "OK",
            "ID",
            "ID*",
            "CSV",
            "JSON",
            "<",
            "<=",
            ">",
            ">=");

    private static final Set<String> DATES_AS_IN_ENGLISH = Set.of(
            "/dateLocales/calendar/sameElse",
            "/dateLocales/longDateFormat/L",
            "/dateLocales/longDateFormat/LT",
            "/dateLocales/week/dow",
            "/dateLocales/week/doy");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void every_text_is_there_and_no_other(String app) {
        assertThat(texts(app, "vi").keySet()).isEqualTo(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void what_a_text_puts_in_is_put_in_in_vietnamese_too(String app) {
        Map<String, String> vietnamese = texts(app, "vi");
        SoftAssertions all = new SoftAssertions();
        texts(app, "en").forEach((key, english) -> all.assertThat(placeholders(vietnamese.get(key)))
                .as(key)
                .isEqualTo(placeholders(english)));
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void only_names_and_signs_are_as_in_english(String app) {
        Map<String, String> vietnamese = texts(app, "vi");
        SoftAssertions all = new SoftAssertions();
        texts(app, "en").forEach((key, english) -> {
            if (!SAME.contains(english) && !DATES_AS_IN_ENGLISH.contains(key)) {
                all.assertThat(vietnamese.get(key)).as(key).isNotBlank().isNotEqualTo(english);
            }
        });
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void spaces_at_the_ends_stay_for_what_is_put_beside(String app) {
        Map<String, String> vietnamese = texts(app, "vi");
        texts(app, "en")
                .forEach((key, english) ->
                        assertThat(vietnamese.get(key).endsWith(" ")).as(key).isEqualTo(english.endsWith(" ")));
    }

    /** The parts in no order, for languages put them in theirs. */
    private static List<String> placeholders(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        found.sort(null);
        return found;
    }

    static Map<String, String> texts(String app, String language) {
        Map<String, String> texts = new TreeMap<>();
        try (InputStream file = WebappTextsTest.class
                .getClassLoader()
                .getResourceAsStream(APPS + app + "/locales/" + language + ".json")) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            collect("", new ObjectMapper().readTree(json.replace("\uFEFF", "")), texts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isValueNode()) {
            texts.put(path, node.asText());
        }
        new TreeSet<>(node.properties().stream().map(Map.Entry::getKey).toList())
                .forEach(name -> collect(path + "/" + name, node.get(name), texts));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), texts);
        }
    }
}
