package vn.motcua.forms;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes one submission field by field, in the order of the form: a condition asks only about fields before its own. */
final class Acceptance {

    private static final int LONGEST_NAME_SHOWN = 60;

    private final FormDefinition form;
    private final LocalDate today;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    Acceptance(FormDefinition form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    Map<String, Object> of(Map<String, ?> submitted) {
        takeAll(submitted);
        refuseUnknown(submitted.keySet());
        if (!problems.isEmpty()) {
            throw new InvalidSubmission(problems);
        }
        return Collections.unmodifiableMap(values);
    }

    /** What could be taken, whatever is wrong with the rest. */
    Map<String, Object> understood(Map<String, ?> typed) {
        takeAll(typed);
        return Collections.unmodifiableMap(values);
    }

    private void takeAll(Map<String, ?> submitted) {
        form.fields().stream().filter(field -> !field.readOnly()).forEach(field -> take(field, submitted));
    }

    private void take(Field field, Map<String, ?> submitted) {
        if (field.isHidden(values)) {
            return;
        }
        try {
            Optional<?> value = read(field, submitted.get(field.key()));
            value.ifPresent(present -> values.put(field.key(), present));
            if (field.required() && (value.isEmpty() || value.get().equals(false))) {
                problems.put(field.key(), missing(field));
            }
        } catch (BadValue e) {
            problems.put(field.key(), e.sentence());
        }
    }

    private Optional<?> read(Field field, @Nullable Object raw) {
        return switch (field.kind()) {
            case TEXT, TEXT_AREA -> Texts.read(field, raw);
            case NUMBER -> Numbers.read(field, raw);
            case SELECT, RADIO -> Choices.one(field, raw);
            case CHECKLIST, TAGLIST -> Choices.several(field, raw);
            case CHECKBOX -> Choices.tick(field, raw);
            case DATE -> Dates.read(field, raw, today);
        };
    }

    private static String missing(Field field) {
        String label = field.label();
        return switch (field.kind()) {
            case TEXT, TEXT_AREA, NUMBER -> "Hãy nhập “%s”.".formatted(label);
            case SELECT, RADIO -> "Hãy chọn “%s”.".formatted(label);
            case CHECKLIST, TAGLIST -> "Hãy chọn ít nhất một mục ở “%s”.".formatted(label);
            case CHECKBOX -> "Hãy đánh dấu “%s”.".formatted(label);
            case DATE -> "Hãy chọn ngày ở “%s”.".formatted(label);
        };
    }

    private void refuseUnknown(Set<String> submitted) {
        Set<String> known = form.fields().stream().map(Field::key).collect(Collectors.toSet());
        submitted.stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problems.put(
                        key, "Biểu mẫu không có trường “%s”. Hãy bỏ trường này rồi gửi lại.".formatted(shown(key))));
    }

    private static String shown(String key) {
        String line = key.replaceAll("\\p{C}", "·");
        return line.length() <= LONGEST_NAME_SHOWN ? line : line.substring(0, LONGEST_NAME_SHOWN) + "…";
    }
}
