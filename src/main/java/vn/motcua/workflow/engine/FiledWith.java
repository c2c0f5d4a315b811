package vn.motcua.workflow.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The agency and the actor of a filing that is being started by our own pages rather than by a person's engine session. */
public final class FiledWith {

    private record Filed(
            String agency, String actor, @Nullable String key) {}

    private static final ThreadLocal<@Nullable Filed> CURRENT = new ThreadLocal<>();

    private FiledWith() {}

    public static @Nullable String agency() {
        Filed filed = CURRENT.get();
        return filed == null ? null : filed.agency();
    }

    public static @Nullable String actor() {
        Filed filed = CURRENT.get();
        return filed == null ? null : filed.actor();
    }

    /** The caller's own key of the filing, so that a retry is no second dossier. */
    public static @Nullable String key() {
        Filed filed = CURRENT.get();
        return filed == null ? null : filed.key();
    }

    public static <T> T during(String agency, String actor, @Nullable String key, Supplier<T> start) {
        CURRENT.set(new Filed(agency, actor, key));
        try {
            return start.get();
        } finally {
            CURRENT.remove();
        }
    }
}
