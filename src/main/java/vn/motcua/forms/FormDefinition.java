package vn.motcua.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.motcua.refusal.Refusal;

/**
 * A form as its {@code .form} file describes it: the one source for Tasklist, which shows it, and for the server, which
 * accepts a submission or says field by field what to change.
 */
public record FormDefinition(String id, List<Section> sections) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Map<String, FormDefinition> SHIPPED = new ConcurrentHashMap<>();

    public FormDefinition {
        sections = List.copyOf(sections);
    }

    /** @throws IllegalArgumentException where the form has anything the server would not enforce as it is shown */
    public static FormDefinition parse(String json) {
        return FormReader.read(json);
    }

    /** The form of the build by its key, the name of its file. */
    public static FormDefinition shipped(String key) {
        if (!KEY.matcher(key).matches()) {
            throw unknown();
        }
        return SHIPPED.computeIfAbsent(key, FormDefinition::load);
    }

    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    public Optional<Field> field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * What was filled in, clean and typed: text and choices as String, whole numbers as Long, others as BigDecimal, ticks
     * as Boolean, dates as ISO text, several choices as a list of String. In the order of the form; fields left empty,
     * hidden or read-only are not in it.
     *
     * @throws InvalidSubmission with a sentence for each field to change
     */
    public Map<String, Object> accept(Map<String, ?> submitted, LocalDate today) {
        return new Acceptance(this, today).of(submitted);
    }

    /**
     * What of a half filled form can be read, of the fields that it asks for: conditions go by that while somebody is still
     * filling it in. Refuses nothing.
     */
    public Map<String, Object> understand(Map<String, ?> typed, LocalDate today) {
        return new Acceptance(this, today).understood(typed);
    }

    private static FormDefinition load(String key) {
        FormDefinition form = parse(text(key));
        if (!form.id.equals(key)) {
            throw new IllegalArgumentException("form %s: its id is %s".formatted(key, form.id));
        }
        return form;
    }

    private static String text(String key) {
        try (InputStream file = FormDefinition.class.getResourceAsStream("/forms/" + key + ".form")) {
            if (file == null) {
                throw unknown();
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal unknown() {
        return new Refusal("Không có biểu mẫu này. Hãy tải lại trang, hoặc báo quản trị hệ thống nếu vẫn gặp lỗi.");
    }
}
