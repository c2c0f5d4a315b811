package vn.motcua.workflow.identity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.jspecify.annotations.Nullable;

/** What the queries for people, groups and agencies have in common. */
final class Found {

    private Found() {}

    static boolean is(@Nullable String asked, @Nullable String actual) {
        return asked == null || asked.equals(actual);
    }

    static boolean in(String @Nullable [] asked, String actual) {
        return asked == null || Arrays.asList(asked).contains(actual);
    }

    /** Whether a text is like a pattern of SQL, upper and lower case alike. */
    static boolean like(@Nullable String asked, @Nullable String actual) {
        if (asked == null) {
            return true;
        }
        String regex = asked.toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(letter ->
                        letter == '%' ? ".*" : letter == '_' ? "." : Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining());
        return actual != null
                && Pattern.compile(regex, Pattern.DOTALL)
                        .matcher(actual.toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** Sorted as asked, by id where nothing was asked, and the part of it that was asked for. */
    static <T> List<T> page(
            Stream<T> found,
            Map<String, Function<T, @Nullable String>> columns,
            Function<T, @Nullable String> id,
            ListQueryParameterObject query) {
        Comparator<T> comparator = query.getOrderingProperties().stream()
                .map(property -> by(property, columns, id))
                .reduce(Comparator::thenComparing)
                .orElseGet(() -> by(id));
        return part(found.sorted(comparator.thenComparing(by(id))).toList(), query);
    }

    /** The part of a list that was asked for. */
    static <T> List<T> part(List<T> all, ListQueryParameterObject query) {
        int from = Math.min(Math.max(0, query.getFirstResult()), all.size());
        return all.subList(from, (int) Math.min(all.size(), from + (long) Math.max(0, query.getMaxResults())));
    }

    private static <T> Comparator<T> by(
            QueryOrderingProperty property,
            Map<String, Function<T, @Nullable String>> columns,
            Function<T, @Nullable String> id) {
        Comparator<T> comparator =
                by(columns.getOrDefault(property.getQueryProperty().getName(), id));
        return Direction.DESCENDING.equals(property.getDirection()) ? comparator.reversed() : comparator;
    }

    private static <T> Comparator<T> by(Function<T, @Nullable String> column) {
        return Comparator.comparing(row -> String.valueOf(column.apply(row)));
    }
}
