package vn.motcua.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A JSON object of a form; whatever is in it and not as expected is told with the place it stands at. */
record Component(String place, JsonNode node) {

    /** A property nobody reads would be a rule that nobody enforces. */
    void mayHave(Set<String> properties) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!properties.contains(name)) {
                throw wrong("property %s is not known here".formatted(name));
            }
        }
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw wrong("%s is not text".formatted(name));
        }
        return value.textValue();
    }

    /** Plain text: form-js would take an expression or a template here, the server does not. */
    String words(String name) {
        String text = text(name);
        if (text.startsWith("=") || text.contains("{{")) {
            throw wrong("%s is an expression".formatted(name));
        }
        return text;
    }

    String required(String name) {
        String text = words(name);
        if (text.isBlank()) {
            throw wrong("%s is missing".formatted(name));
        }
        return text;
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong("%s is not true or false".formatted(name));
        }
        return value.booleanValue();
    }

    @Nullable
    BigDecimal number(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw wrong("%s is not a number".formatted(name));
        }
        return value.isNumber() ? value.decimalValue() : null;
    }

    @Nullable
    Integer count(String name) {
        BigDecimal number = number(name);
        if (number != null
                && (number.signum() < 0 || number.stripTrailingZeros().scale() > 0)) {
            throw wrong("%s is not a count".formatted(name));
        }
        return number == null ? null : number.intValueExact();
    }

    Component object(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isObject()) {
            throw wrong("%s is not an object".formatted(name));
        }
        return new Component(place + "." + name, value);
    }

    List<Component> list(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isArray()) {
            throw wrong("%s is not a list".formatted(name));
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(item -> new Component(place + "/" + item.path("id").asText(name), item))
                .toList();
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("form %s: %s".formatted(place, what));
    }
}
