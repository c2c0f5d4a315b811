package vn.motcua.forms;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values out of a list, and ticks. */
final class Choices {

    private Choices() {}

    static Optional<String> one(Field field, @Nullable Object raw) {
        if (isEmpty(raw)) {
            return Optional.empty();
        }
        return Optional.of(field.options().stream()
                .map(Option::value)
                .filter(value -> value.equals(raw))
                .findFirst()
                .orElseThrow(() -> noneOf(field)));
    }

    /** Each once, in the order of the form. */
    static Optional<List<String>> several(Field field, @Nullable Object raw) {
        if (isEmpty(raw)) {
            return Optional.empty();
        }
        List<String> values = field.options().stream().map(Option::value).toList();
        if (!(raw instanceof Collection<?> chosen) || !new HashSet<>(values).containsAll(chosen)) {
            throw noneOf(field);
        }
        return Optional.of(values.stream().filter(chosen::contains).toList()).filter(list -> !list.isEmpty());
    }

    static Optional<Boolean> tick(Field field, @Nullable Object raw) {
        boolean ticked = Boolean.TRUE.equals(raw) || "true".equals(raw);
        if (!ticked && !isEmpty(raw) && !Boolean.FALSE.equals(raw) && !"false".equals(raw)) {
            throw new BadValue("Hãy đánh dấu hoặc bỏ đánh dấu “%s”.".formatted(field.label()));
        }
        return Optional.of(ticked);
    }

    private static boolean isEmpty(@Nullable Object raw) {
        return raw == null || "".equals(raw);
    }

    private static BadValue noneOf(Field field) {
        String labels = field.options().stream().map(Option::label).collect(Collectors.joining(", "));
        return new BadValue("Hãy chọn “%s” trong các mục: %s.".formatted(field.label(), labels));
    }
}
