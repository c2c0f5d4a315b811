package vn.motcua.sla;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Figures of the dossiers that have the same keys.
 *
 * @param keys one for each dimension that was asked for
 * @param labels what people call them; the key where there is nothing better
 */
public record Group(List<String> keys, List<String> labels, Map<Measure, Long> counts) {

    public Group {
        counts = new EnumMap<>(counts);
    }

    /** What was not asked for is nothing. */
    public long count(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }
}
