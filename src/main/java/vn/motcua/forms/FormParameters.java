package vn.motcua.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a browser sends of a form: each value is text, ticks are there or not, and other parameters stand beside them. */
public final class FormParameters {

    private FormParameters() {}

    /** The values of the form's own fields, as they were typed; what is only shown and what the form does not know is left out. */
    public static Map<String, List<String>> typed(FormDefinition form, Map<String, List<String>> parameters) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> !field.readOnly() && parameters.containsKey(field.key()))
                .forEach(field -> typed.put(field.key(), List.copyOf(parameters.getOrDefault(field.key(), List.of()))));
        return typed;
    }

    /** The same as {@link FormDefinition#accept} takes it. */
    public static Map<String, Object> submitted(FormDefinition form, Map<String, List<String>> parameters) {
        Map<String, Object> submitted = new LinkedHashMap<>();
        typed(form, parameters).forEach((key, values) -> {
            boolean several = form.field(key).orElseThrow().kind().takesSeveral();
            if (several) {
                submitted.put(key, values);
            } else if (!values.isEmpty()) {
                submitted.put(key, values.get(0));
            }
        });
        return submitted;
    }
}
