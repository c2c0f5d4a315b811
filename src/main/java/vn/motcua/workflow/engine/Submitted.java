package vn.motcua.workflow.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields that came with the command at hand, taken out of it before the engine could make variables of them.
 * Nested commands have their own.
 */
public final class Submitted {

    private static final ThreadLocal<@Nullable Map<String, Object>> CURRENT = new ThreadLocal<>();

    private Submitted() {}

    /** What was submitted, empty where the command brought nothing. */
    public static Map<String, Object> fields() {
        Map<String, Object> fields = CURRENT.get();
        return fields == null ? Map.of() : fields;
    }

    static <T> T during(Map<String, Object> fields, Supplier<T> command) {
        Map<String, Object> outer = CURRENT.get();
        CURRENT.set(fields);
        try {
            return command.get();
        } finally {
            CURRENT.set(outer);
        }
    }
}
