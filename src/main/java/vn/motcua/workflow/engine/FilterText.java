package vn.motcua.workflow.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jspecify.annotations.Nullable;

/** Everything that a filter says, written so that two filters saying the same are written the same. */
public final class FilterText {

    private FilterText() {}

    /** @param without a property that is left out */
    public static String of(Filter filter, String without) {
        Map<String, Object> properties = new TreeMap<>();
        if (filter.getProperties() != null) {
            properties.putAll(filter.getProperties());
        }
        properties.remove(without);
        return List.of(filter.getName(), ((FilterEntity) filter).getQueryInternal(), String.valueOf(plain(properties)))
                .toString();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), String.valueOf(plain(each))));
            return sorted;
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(FilterText::plain).map(String::valueOf).toList();
        }
        return value instanceof Number number ? Long.valueOf(number.longValue()) : value;
    }
}
