package vn.motcua.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param description how to fill it in, empty where the label says enough
 * @param readOnly shown and never taken back
 * @param unit what stands behind a number, such as "đồng", or empty
 * @param hide when it is not to be shown and counts as left out
 * @param preset what it holds before anybody fills it in
 */
public record Field(
        String key,
        String label,
        String description,
        Kind kind,
        boolean required,
        boolean readOnly,
        List<Option> options,
        Limits limits,
        String unit,
        @Nullable Condition hide,
        @Nullable String preset) {

    public Field {
        options = List.copyOf(options);
    }

    /** Whether it is hidden while the fields before it have these values. */
    public boolean isHidden(Map<String, ?> values) {
        return hide != null && hide.holds(values);
    }
}
