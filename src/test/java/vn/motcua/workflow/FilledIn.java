package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.forms.Field;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.Option;

/**
 * A form with everything filled in that a person may fill in after deciding in one of the possible ways.
 *
 * @param values by field, as the form has them: options by their value, days in ISO form
 */
record FilledIn(FormDefinition form, Map<String, Object> values) {

    private static final String DECISION = "decision";

    /** Where any text would not do. */
    private static final Map<String, Object> TEXTS = Map.of(
            "procedure", FormTasks.POSTAL_LICENCE,
            "phone", "0912345678",
            "idNumber", "001099012345",
            "email", "nguyenvanan@example.vn",
            "receiverId", "001099012345",
            "appointment", "2026-12-24");

    /** Once for each decision that the form offers. */
    static List<FilledIn> ways(FormDefinition form) {
        List<FilledIn> ways = new ArrayList<>();
        form.field(DECISION)
                .map(Field::options)
                .orElse(List.of(new Option("", "")))
                .forEach(option -> ways.add(decided(form, option.value())));
        return ways;
    }

    private static FilledIn decided(FormDefinition form, String decision) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!decision.isEmpty()) {
            values.put(DECISION, decision);
        }
        for (Field field : form.fields()) {
            if (!field.readOnly() && !field.isHidden(values)) {
                values.putIfAbsent(field.key(), value(field));
            }
        }
        return new FilledIn(form, values);
    }

    private static Object value(Field field) {
        return switch (field.kind()) {
            case TEXT, TEXT_AREA, DATE -> TEXTS.getOrDefault(field.key(), "Nội dung của ô " + field.key());
            case NUMBER -> 120;
            case SELECT, RADIO -> field.options().get(0).value();
            case CHECKBOX -> true;
            case CHECKLIST, TAGLIST -> List.of(field.options().get(0).value());
        };
    }

    /** What form-js sends: everything that may be filled in and is not hidden. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return variables;
    }

    /** What the desk's page sends, names and values in turn: what is hidden too, empty. */
    String[] parameters() {
        List<String> parameters = new ArrayList<>();
        values.forEach((key, value) -> parameters.addAll(List.of(key, value.toString())));
        form.fields().stream()
                .filter(field -> !field.readOnly() && !values.containsKey(field.key()))
                .forEach(field -> parameters.addAll(List.of(field.key(), "")));
        return parameters.toArray(String[]::new);
    }

    @Override
    public String toString() {
        Object decision = values.get(DECISION);
        return decision == null ? form.id() : form.id() + " " + decision;
    }
}
