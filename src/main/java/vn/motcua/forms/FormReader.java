package vn.motcua.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a form, and refuses one with anything in it that form-js would do and the server would not. */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Set<String> FORM = Set.of(
            "id",
            "type",
            "components",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag");
    private static final Set<String> GROUP =
            Set.of("id", "type", "label", "components", "showOutline", "layout", "verticalAlignment", "properties");

    private final List<Section> sections = new ArrayList<>();
    private final List<Field> loose = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> writable = new HashSet<>();

    private FormReader() {}

    static FormDefinition read(String json) {
        JsonNode root = tree(json);
        Component form = new Component(root.path("id").asText("without id"), root);
        form.mayHave(FORM);
        return new FormDefinition(form.required("id"), new FormReader().sections(form));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("form is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private List<Section> sections(Component form) {
        for (Component component : form.list("components")) {
            if (component.text("type").equals("group")) {
                endLoose();
                sections.add(group(component));
            } else {
                loose.add(field(component));
            }
        }
        endLoose();
        return sections;
    }

    private Section group(Component group) {
        group.mayHave(GROUP);
        claim(group, ids, group.required("id"));
        return new Section(
                group.words("label"),
                group.list("components").stream().map(this::field).toList());
    }

    private void endLoose() {
        if (!loose.isEmpty()) {
            sections.add(new Section("", loose));
            loose.clear();
        }
    }

    private Field field(Component component) {
        Field field = FieldReader.read(component);
        claim(component, ids, component.required("id"));
        claim(component, keys, field.key());
        if (field.hide() != null && !mayAsk(field).containsAll(field.hide().asked())) {
            throw component.wrong("its condition asks about something that is not a field before it to be filled in");
        }
        if (!field.readOnly()) {
            writable.add(field.key());
        }
        return field;
    }

    /** What decides about a submission must be in the submission; what is only shown may look at anything shown. */
    private Set<String> mayAsk(Field field) {
        return field.readOnly() ? keys : writable;
    }

    private static void claim(Component component, Set<String> taken, String name) {
        if (!taken.add(name)) {
            throw component.wrong("%s is there twice".formatted(name));
        }
    }
}
