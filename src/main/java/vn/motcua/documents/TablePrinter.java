package vn.motcua.documents;

import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Prints tables of figures on templates of the folder {@code reports}; equal facts are equal bytes. */
@Lazy
@Component
public class TablePrinter {

    private static final String FOLDER = "reports/";

    private final Templates templates;
    private final PdfRenderer renderer;

    TablePrinter(Templates templates, PdfRenderer renderer) {
        this.templates = templates;
        this.renderer = renderer;
    }

    public byte[] print(String template, Map<String, Object> facts) {
        String name = FOLDER + template;
        try {
            return renderer.renderAlike(templates.fill(name, facts));
        } catch (IllegalArgumentException malformed) {
            throw templates.unusable(name, malformed);
        }
    }
}
