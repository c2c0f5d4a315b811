package vn.motcua.worklist;

import java.util.EnumMap;
import java.util.Map;

/** How many rows each tab has, counted up to {@value #CAP} and no further. */
public record WorklistCounts(Map<WorklistTab, Integer> rows) {

    public static final int CAP = 10_000;

    public WorklistCounts {
        rows = new EnumMap<>(rows);
    }

    /** Exact up to {@link #CAP}; one more than that where there are more. */
    public int of(WorklistTab tab) {
        return rows.getOrDefault(tab, 0);
    }

    /** "37", or "10.000+" where there are more. */
    public String vietnamese(WorklistTab tab) {
        int number = Math.min(of(tab), CAP);
        String digits = number < 1000 ? "%d".formatted(number) : "%d.%03d".formatted(number / 1000, number % 1000);
        return of(tab) > CAP ? digits + "+" : digits;
    }
}
