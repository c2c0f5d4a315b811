package vn.motcua.notification;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The templates of the letters: one text per kind, whose first line is the subject, and one frame of HTML around them all.
 * An office's own template of the same name is taken before the shipped one, and read anew each time.
 */
@Lazy
@Component
class LetterTemplates {

    private static final String SHIPPED = "mail/";
    private static final String FRAME = "frame";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** @param link whether it is an address and nothing else */
    record Line(String text, boolean link) {}

    private final @Nullable Path own;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    /** @param folder of the office's own templates, those of letters in a folder "mail" of it; empty for none */
    LetterTemplates(@Value("${motcua.documents-dir:}") String folder) {
        this.own = folder.isBlank() ? null : Path.of(folder).toAbsolutePath();
        if (own != null) {
            add(new FileTemplateResolver(), own + "/" + SHIPPED, 1);
            add(new FileTemplateResolver(), own + "/" + SHIPPED, 2);
        }
        add(new ClassLoaderTemplateResolver(), SHIPPED, 3);
        add(new ClassLoaderTemplateResolver(), SHIPPED, 4);
    }

    /** Odd ones find texts, even ones the frame. */
    private void add(AbstractConfigurableTemplateResolver resolver, String prefix, int order) {
        boolean text = order % 2 == 1;
        resolver.setPrefix(prefix);
        resolver.setSuffix(text ? ".txt" : ".html");
        resolver.setTemplateMode(text ? TemplateMode.TEXT : TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setForceSuffix(true);
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        // What is kept goes by the name alone, and would hide a template that an office adds.
        resolver.setCacheable(own == null);
        engine.addTemplateResolver(resolver);
    }

    /** The subject, and below it the text. */
    String fill(String kind, Map<String, Object> facts) {
        return engine.process(kind, Set.of(), new Context(VIETNAMESE, facts));
    }

    /**
     * A text as HTML: what an empty line parts is a paragraph.
     *
     * @param language of the text, empty where it is not known
     */
    String framed(String subject, String text, String language) {
        List<List<Line>> paragraphs = Arrays.stream(text.strip().split("\n\\s*\n"))
                .map(paragraph -> paragraph.lines().map(LetterTemplates::line).toList())
                .toList();
        return engine.process(
                FRAME,
                Set.of(),
                new Context(VIETNAMESE, Map.of("subject", subject, "paragraphs", paragraphs, "language", language)));
    }

    private static Line line(String text) {
        return new Line(text, text.matches("https?://\\S+"));
    }
}
