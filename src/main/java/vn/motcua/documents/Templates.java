package vn.motcua.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import vn.motcua.refusal.Refusal;

/**
 * The templates of the forms: Thymeleaf over well-formed XHTML, one folder per set. An office's own template of the same
 * name is taken before the shipped one, and read anew each time.
 */
@Lazy
@Component
class Templates {

    private static final String SHIPPED = "documents/";
    private static final String SUFFIX = ".html";
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final @Nullable Path own;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    /** @param folder of the office's own templates, empty for none */
    Templates(@Value("${motcua.documents-dir:}") String folder) {
        this.own = folder.isBlank() ? null : Path.of(folder).toAbsolutePath();
        if (own != null) {
            FileTemplateResolver office = new FileTemplateResolver();
            engine.addTemplateResolver(set(office, own + "/", 1));
        }
        engine.addTemplateResolver(set(new ClassLoaderTemplateResolver(), SHIPPED, 2));
    }

    private AbstractConfigurableTemplateResolver set(
            AbstractConfigurableTemplateResolver resolver, String prefix, int order) {
        resolver.setPrefix(prefix);
        resolver.setSuffix(SUFFIX);
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setForceSuffix(true);
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        // What is kept goes by the name alone, and would hide a template that an office adds.
        resolver.setCacheable(own == null);
        return resolver;
    }

    boolean has(FormSet set, String form) {
        String name = name(set, form);
        return isOwn(name) || Templates.class.getClassLoader().getResource(SHIPPED + name + SUFFIX) != null;
    }

    String fill(FormSet set, String form, Map<String, Object> facts) {
        return fill(name(set, form), facts);
    }

    /** @param name with its folder */
    String fill(String name, Map<String, Object> facts) {
        try {
            return engine.process(name, Set.of(), new Context(VIETNAMESE, facts));
        } catch (TemplateEngineException e) {
            throw isOwn(name) ? unusable(name, e) : e;
        }
    }

    /** The refusal of an office's own template that cannot be used; of a shipped one it is the fault itself. */
    RuntimeException unusable(FormSet set, String form, RuntimeException fault) {
        return unusable(name(set, form), fault);
    }

    RuntimeException unusable(String name, RuntimeException fault) {
        return isOwn(name)
                ? new Refusal(
                        "Mẫu in riêng %s không dùng được (%s); hãy sửa hoặc xoá tệp này trong thư mục mẫu in của đơn vị"
                                .formatted(name + SUFFIX, fault.getMessage()),
                        fault)
                : fault;
    }

    private boolean isOwn(String name) {
        return own != null && Files.isRegularFile(own.resolve(name + SUFFIX));
    }

    private static String name(FormSet set, String form) {
        return set.code() + "/" + form;
    }
}
