package vn.motcua.forms;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field is filled in with, each known to form-js by a component type. */
public enum Kind {
    TEXT("textfield", "minLength", "maxLength", "pattern", "validationType"),
    TEXT_AREA("textarea", "minLength", "maxLength"),
    NUMBER("number", "min", "max"),
    SELECT("select"),
    RADIO("radio"),
    CHECKBOX("checkbox"),
    CHECKLIST("checklist"),
    TAGLIST("taglist"),
    DATE("datetime");

    private final String componentType;
    private final Set<String> rules;

    Kind(String componentType, String... rules) {
        this.componentType = componentType;
        this.rules = Stream.concat(Stream.of("required"), Stream.of(rules)).collect(Collectors.toUnmodifiableSet());
    }

    /** What the validation of such a component may say. */
    Set<String> rules() {
        return rules;
    }

    static Optional<Kind> of(String componentType) {
        return Arrays.stream(values())
                .filter(kind -> kind.componentType.equals(componentType))
                .findFirst();
    }

    /** One value or several out of a list. */
    public boolean isChoice() {
        return this == SELECT || this == RADIO || takesSeveral();
    }

    public boolean takesSeveral() {
        return this == CHECKLIST || this == TAGLIST;
    }
}
