package vn.motcua.forms;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one field of a form. */
final class FieldReader {

    private static final Set<String> FIELD = Set.of(
            "id",
            "type",
            "key",
            "label",
            "dateLabel",
            "subtype",
            "description",
            "disabled",
            "readonly",
            "defaultValue",
            "values",
            "validate",
            "conditional",
            "decimalDigits",
            "disallowPassedDates",
            "appearance",
            "searchable",
            "layout",
            "properties");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

    private final Component component;
    private final Component validate;
    private final Kind kind;

    private FieldReader(Component component) {
        this.component = component;
        this.validate = component.object("validate");
        this.kind = Kind.of(component.text("type"))
                .orElseThrow(() -> component.wrong("type %s is not known".formatted(component.text("type"))));
    }

    static Field read(Component component) {
        return new FieldReader(component).field();
    }

    private Field field() {
        component.mayHave(FIELD);
        validate.mayHave(kind.rules());
        if (kind == Kind.DATE && !component.text("subtype").equals("date")) {
            throw component.wrong("only the subtype date is known");
        }
        return new Field(
                key(),
                component.required(kind == Kind.DATE ? "dateLabel" : "label"),
                component.words("description"),
                kind,
                validate.flag("required"),
                component.flag("disabled") || component.flag("readonly"),
                options(),
                limits(),
                component.object("appearance").words("suffixAdorner"),
                condition(),
                preset());
    }

    private String key() {
        String key = component.required("key");
        if (!KEY.matcher(key).matches()) {
            throw component.wrong("the key %s is not a plain camelCase name".formatted(key));
        }
        return key;
    }

    private List<Option> options() {
        List<Option> options = component.list("values").stream()
                .map(option -> new Option(option.required("value"), option.required("label")))
                .toList();
        Set<String> values = new HashSet<>();
        if (!options.stream().map(Option::value).allMatch(values::add)) {
            throw component.wrong("an option is there twice");
        }
        if (options.isEmpty() == kind.isChoice()) {
            throw component.wrong("a choice needs options of its own, anything else has none");
        }
        return options;
    }

    private Limits limits() {
        String type = validate.text("validationType");
        if (!Set.of("", "custom", "email").contains(type)) {
            throw validate.wrong("validationType %s is not known".formatted(type));
        }
        return new Limits(
                Objects.requireNonNullElse(validate.count("minLength"), 0),
                Objects.requireNonNullElse(validate.count("maxLength"), Limits.LONGEST_TEXT),
                pattern(),
                type.equals("email"),
                validate.number("min"),
                validate.number("max"),
                component.count("decimalDigits"),
                component.flag("disallowPassedDates"));
    }

    private @Nullable Pattern pattern() {
        String pattern = validate.words("pattern");
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw validate.wrong("the pattern %s cannot be read".formatted(pattern));
        }
    }

    private @Nullable Condition condition() {
        Component conditional = component.object("conditional");
        conditional.mayHave(Set.of("hide"));
        String hide = conditional.text("hide");
        try {
            return hide.isEmpty() ? null : Condition.parse(hide);
        } catch (IllegalArgumentException e) {
            throw component.wrong(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable String preset() {
        String preset = component.node().path("defaultValue").asText("");
        return preset.isEmpty() ? null : preset;
    }
}
