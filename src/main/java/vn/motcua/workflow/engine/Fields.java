package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the engine's commands that have no getter. 7.24.0 is the last version of its line, so they stay where they
 * are; that one is missing is told when the application starts.
 */
final class Fields {

    private Fields() {}

    static Field of(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("This is not the engine that Motcua knows", e);
        }
    }

    static @Nullable Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static void set(Field field, Object owner, Object value) {
        try {
            field.set(owner, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
