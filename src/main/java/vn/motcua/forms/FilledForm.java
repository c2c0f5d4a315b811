package vn.motcua.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it: with what is known or was typed, what is wrong with it, and what is not asked for now. Wrong
 * values stay as they were typed.
 */
public record FilledForm(List<Part> parts) {

    /** Fields that stand together. */
    public record Part(String heading, List<Entry> entries) {

        /** What is only shown. */
        public List<Entry> facts() {
            return entries.stream()
                    .filter(entry -> entry.field().readOnly() && !entry.hidden())
                    .toList();
        }

        /** What can be filled in, hidden or not. */
        public List<Entry> inputs() {
            return entries.stream().filter(entry -> !entry.field().readOnly()).toList();
        }
    }

    /**
     * One field.
     *
     * @param hidden whether it is not asked for, given what else was filled in
     * @param asked whether others are hidden or shown by it
     * @param problem what to change, null where nothing is wrong
     */
    public record Entry(
            Field field,
            List<String> typed,
            boolean hidden,
            boolean asked,
            @Nullable String problem) {

        public String text() {
            return typed.isEmpty() ? "" : typed.get(0);
        }

        public boolean has(String option) {
            return typed.contains(option);
        }

        public boolean ticked() {
            return has("true");
        }

        /** What stands for the value: the words of a choice, and text as it is. */
        public String words() {
            return typed.stream().map(this::words).collect(Collectors.joining(", "));
        }

        /** A number that is only shown, null where there is none. */
        public @Nullable BigDecimal number() {
            try {
                return text().isEmpty() ? null : new BigDecimal(text());
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }

        private String words(String value) {
            return field.options().stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value);
        }
    }

    /** @param known values by field, such as a dossier has */
    public static FilledForm of(FormDefinition form, Map<String, ?> known, LocalDate today) {
        return of(form, known, texts(form, known), Map.of(), today);
    }

    /**
     * @param known of what is only shown
     * @param typed what was filled in, by field; a field that is not in it is empty
     * @param problems what to change, by field
     */
    public static FilledForm of(
            FormDefinition form,
            Map<String, ?> known,
            Map<String, List<String>> typed,
            Map<String, String> problems,
            LocalDate today) {
        Map<String, Object> filled = form.understand(FormParameters.submitted(form, typed), today);
        Map<String, Object> all = new HashMap<>(known);
        all.putAll(filled);
        Map<String, List<String>> shown = texts(form, known);
        Set<String> asked = asked(form);
        return new FilledForm(form.sections().stream()
                .map(section -> new Part(
                        section.heading(),
                        section.fields().stream()
                                .map(field -> new Entry(
                                        field,
                                        Objects.requireNonNullElse(
                                                (field.readOnly() ? shown : typed).get(field.key()), List.of()),
                                        field.isHidden(field.readOnly() ? all : filled),
                                        asked.contains(field.key()),
                                        problems.get(field.key())))
                                .toList()))
                .toList());
    }

    private List<Entry> entries() {
        return parts.stream().flatMap(part -> part.entries().stream()).toList();
    }

    /** What there is to change, in the order of the form. */
    public List<Entry> problems() {
        return entries().stream().filter(entry -> entry.problem() != null).toList();
    }

    /** The fields to fill in that are not asked for. */
    public List<String> hidden() {
        return entries().stream()
                .filter(entry -> entry.hidden() && !entry.field().readOnly())
                .map(entry -> entry.field().key())
                .toList();
    }

    /** Whether somebody has filled in anything, even if nothing of it could be accepted. */
    public boolean isTouched() {
        return entries().stream()
                .anyMatch(entry -> !entry.field().readOnly() && !entry.text().isBlank());
    }

    private static Set<String> asked(FormDefinition form) {
        return form.fields().stream()
                .map(Field::hide)
                .filter(Objects::nonNull)
                .flatMap(condition -> condition.asked().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, List<String>> texts(FormDefinition form, Map<String, ?> known) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        form.fields().forEach(field -> {
            Object value = known.get(field.key());
            texts.put(field.key(), texts(value == null ? field.preset() : value));
        });
        return texts;
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        if (value instanceof BigDecimal number) {
            return List.of(number.toPlainString());
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}
