package vn.motcua.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.dom.DOMMarkupParser;
import org.attoparser.dom.Document;
import org.attoparser.dom.Element;
import org.attoparser.dom.INestableNode;
import org.attoparser.dom.INode;
import org.attoparser.dom.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.support.Vietnamese;

/** No text of a page stands in its template. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SCRIPTS = Path.of("src/main/resources/static/js");

    /** The same in every language. */
    private static final Pattern ANY_LANGUAGE = Pattern.compile("\\b(Motcua|PDF|CSV|JSON|QR)\\b|\\[\\[.*?]]|&\\w+;");

    private static final Set<String> READ_OUT = Set.of("alt", "title", "placeholder", "aria-label");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern SHOWN_BY =
            Pattern.compile("(th|data-th)[:-](text|utext|alt|title|placeholder|aria-label)");

    /** A word in quotes, which would be shown; a key or a compared code has no capital and no space. */
    private static final Pattern QUOTED_WORDS = Pattern.compile("'(\\p{Lu}[^']*\\p{Ll}[^']*|[^']*\\p{L} [^']*)'");

    private static final Pattern FRAGMENT_WITH_TEXT = Pattern.compile("::\\s*(head|columns)\\('");
    private static final Pattern KEY = Pattern.compile("#\\{([\\p{Alnum}._-]+)");
    private static final Pattern KEY_MADE_UP = Pattern.compile("#\\{(?:\\$\\{)?[|']([\\p{Alnum}._-]+\\.)");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_no_text_of_its_own(Path template) throws Exception {
        List<String> left = new ArrayList<>();
        texts(parsed(template), (where, text) -> {
            if (LETTER.matcher(ANY_LANGUAGE.matcher(text).replaceAll("")).find()) {
                left.add(where + ": " + text.strip());
            }
        });
        assertThat(left).isEmpty();
        assertThat(Vietnamese.lettersIn(Files.readString(template), List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void what_a_template_computes_has_no_text_of_its_own(Path template) throws Exception {
        List<String> left = new ArrayList<>();
        attributes(parsed(template), (name, value) -> {
            if (SHOWN_BY.matcher(name).matches()
                    && QUOTED_WORDS.matcher(value.replace("'dd/MM HH:mm'", "")).find()
                    && !value.contains("#temporals")) {
                left.add(name + "=" + value);
            }
            if (FRAGMENT_WITH_TEXT.matcher(value).find()) {
                left.add(name + "=" + value);
            }
        });
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void every_key_of_a_template_has_its_text(Path template) throws Exception {
        Set<String> known = new TreeSet<>();
        TextsTest.bundles()
                .forEach(bundle -> known.addAll(TextsTest.read(bundle).keySet()));
        String text = Files.readString(template);
        assertThat(KEY.matcher(text).results().map(found -> found.group(1))).allMatch(known::contains);
        assertThat(KEY_MADE_UP.matcher(text).results().map(found -> found.group(1)))
                .allMatch(prefix -> known.stream().anyMatch(key -> key.startsWith(prefix)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_no_style_or_script_of_its_own_and_tells_its_language(Path template) throws Exception {
        List<String> own = new ArrayList<>();
        attributes(parsed(template), (name, value) -> {
            String plain = name.replaceFirst("^(data-)?th[:-]", "");
            if (plain.equals("style") || plain.startsWith("on") || plain.equals("styleappend")) {
                own.add(name + "=" + value);
            }
        });
        elements(parsed(template), element -> {
            boolean hasText = element.getChildren() != null
                    && element.getChildren().stream()
                            .anyMatch(child -> child instanceof Text text
                                    && !text.getContent().isBlank());
            if (Set.of("style", "script").contains(element.getElementName()) && hasText) {
                own.add(element.getElementName());
            }
        });
        assertThat(own).isEmpty();
        assertThat(Files.readString(template)).contains("<html th:lang=\"${#locale.language}\"");
    }

    @Test
    void scripts_take_their_texts_from_the_page() throws IOException {
        try (Stream<Path> scripts = Files.list(SCRIPTS)) {
            // What form-js and Cockpit say in English stands there beside what is shown instead.
            for (Path script : scripts.filter(file -> !file.endsWith("form-messages.js"))
                    .filter(file -> !file.endsWith("cockpit-words.js"))
                    .toList()) {
                String text = Files.readString(script).replace("'ư'", "");
                assertThat(Vietnamese.lettersIn(text, List.of()))
                        .as(script.toString())
                        .isEmpty();
            }
        }
    }

    private static Document parsed(Path template) throws IOException, ParseException {
        return new DOMMarkupParser(ParseConfiguration.htmlConfiguration()).parse(Files.readString(template));
    }

    /** Texts and what is read out, each with its element; what keys are called stands on them. */
    private static void texts(INestableNode top, BiConsumer<String, String> shown) {
        elements(top, element -> {
            String name = element.getElementName();
            if (!name.equals("kbd") && element.getChildren() != null) {
                element.getChildren().stream()
                        .filter(Text.class::isInstance)
                        .forEach(text -> shown.accept(name, ((Text) text).getContent()));
            }
            Map<String, String> attributes = element.getAttributeMap();
            attributes.forEach((attribute, value) -> {
                boolean button = attribute.equals("value")
                        && name.equals("input")
                        && Set.of("submit", "button", "reset").contains(attributes.getOrDefault("type", ""));
                if (button || READ_OUT.contains(attribute)) {
                    shown.accept(name + " " + attribute, value);
                }
            });
        });
    }

    private static void attributes(INestableNode top, BiConsumer<String, String> each) {
        elements(top, element -> element.getAttributeMap()
                .forEach((name, value) -> each.accept(name, value == null ? "" : value)));
    }

    private static void elements(INestableNode top, java.util.function.Consumer<Element> each) {
        List<INode> children = top.getChildren() == null ? List.of() : top.getChildren();
        for (INode child : children) {
            if (child instanceof Element element) {
                each.accept(element);
                elements(element, each);
            }
        }
    }
}
