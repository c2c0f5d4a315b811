package vn.motcua.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.people.StaffGroup;
import vn.motcua.support.Vietnamese;

/** The texts of the pages in their two languages. */
class TextsTest {

    /** Written into what an applicant gets, in Vietnamese whatever language the clerk works in. */
    private static final Set<String> FOR_APPLICANTS = Set.of("intake.check.reasonMissing");

    /** Of official papers, which are Vietnamese in whatever language they are asked for. */
    private static final String PAPERS = "paper";

    private static final Path TEXTS = Path.of("src/main/resources/i18n");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    /** What an English text calls by its Vietnamese name. */
    private static final List<String> PROPER_NOUNS = List.of("Tiếng Việt");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files
                    .map(file -> file.getFileName().toString().replaceFirst("(_en)?\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    static Stream<String> translated() throws IOException {
        return bundles().filter(bundle -> !bundle.equals(PAPERS));
    }

    @ParameterizedTest
    @MethodSource("translated")
    void both_languages_have_the_same_keys_with_the_same_arguments(String bundle) {
        Map<String, String> vietnamese = read(bundle);
        Map<String, String> english = read(bundle + "_en");
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
        vietnamese.forEach((key, text) -> assertThat(arguments(english.get(key)))
                .as("%s: %s", key, english.get(key))
                .isEqualTo(arguments(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_says_something_and_can_be_filled_in(String bundle) {
        for (String language : bundle.equals(PAPERS) ? List.of("") : List.of("", "_en")) {
            read(bundle + language).forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
                boolean filledIn = text.contains("{");
                assertThat(filledIn ? LONE_APOSTROPHE.matcher(text).find() : text.contains("''"))
                        .as("an apostrophe is doubled with arguments and only with them: %s=%s", key, text)
                        .isFalse();
                assertThat(filledIn ? new MessageFormat(text, Locale.ENGLISH).format(new Object[] {1, 2, 3, 4}) : text)
                        .as(key)
                        .isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("translated")
    void english_is_english(String bundle) {
        Map<String, String> english = new HashMap<>(read(bundle + "_en"));
        FOR_APPLICANTS.forEach(english::remove);
        english.forEach((key, text) -> assertThat(Vietnamese.lettersIn(text, PROPER_NOUNS))
                .as("%s=%s", key, text)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void keys_begin_with_the_name_of_their_bundle(String bundle) {
        Set<String> begin = bundle.equals("page") ? Set.of("page", "deadline") : Set.of(bundle);
        assertThat(read(bundle).keySet()).allMatch(key -> begin.contains(key.substring(0, key.indexOf('.'))));
    }

    @Test
    void every_bundle_is_known_to_the_application() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        assertThat(bundles())
                .allMatch(bundle ->
                        settings.contains("i18n/" + bundle + "\n") || settings.contains("i18n/" + bundle + ","));
    }

    /** By its whole key, or by the beginning of it where the rest is put together. */
    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_used(String bundle) throws IOException {
        String program = program();
        assertThat(read(bundle).keySet()).allMatch(key -> isUsed(key, program), "is used");
    }

    private static boolean isUsed(String key, String program) {
        boolean whole = Pattern.compile(Pattern.quote(key) + "(?![\\w-])")
                .matcher(program)
                .find();
        return whole || beginnings(key).anyMatch(program::contains);
    }

    private static Stream<String> beginnings(String key) {
        return Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                .map(dot -> key.substring(0, dot))
                .flatMap(of -> of.contains(".")
                        ? Stream.of(of + "\"", of + ".\"", of + ".'", of + ".${", of + ".__")
                        : Stream.of(of + ".\"", of + ".'", of + ".${"));
    }

    private static String program() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|html|js)"))
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    @Test
    void groups_are_called_on_the_pages_as_in_the_engine() {
        Map<String, String> texts = read("people");
        for (StaffGroup group : StaffGroup.values()) {
            assertThat(texts).containsEntry("people.group." + group, group.vietnamese());
        }
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    static Map<String, String> read(String file) {
        Map<String, String> texts = new TreeMap<>();
        Properties once = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                assertThat(texts.put((String) key, (String) text))
                        .as("%s twice in %s", key, file)
                        .isNull();
                return texts;
            }
        };
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file + ".properties"))) {
            once.load(reader);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return texts;
    }
}
