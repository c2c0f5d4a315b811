package vn.motcua.portal;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.portal.MoreFigures.MonthRow;
import vn.motcua.statistics.Ii06aRow;

/**
 * A drawing of the months: beside what was received in each stands what was resolved, early, on time and late on top of
 * each other. All lengths are pixels.
 */
public record MonthChart(int width, int height, int left, int bottom, List<Tick> ticks, List<Column> columns) {

    private static final int MONTH = 64;
    private static final int BAR = 20;
    private static final int LEFT = 56;
    private static final int TOP = 12;
    private static final int TALL = 190;
    private static final int BELOW = 30;
    private static final int LINES = 4;

    /** A line across with what it stands for. */
    public record Tick(long value, int y) {}

    /** A month with its bars. */
    public record Column(YearMonth month, int middle, List<Bar> bars) {}

    /** @param kind received, early, ontime or late */
    public record Bar(String kind, int x, int y, int width, int height) {}

    static MonthChart of(List<MonthRow> months) {
        long most = months.stream()
                .mapToLong(month -> Math.max(received(month.row()), month.row().c7()))
                .max()
                .orElse(0);
        long step = step(most);
        long top = step * LINES;
        List<Tick> ticks = new ArrayList<>();
        for (long line = 0; line <= LINES; line++) {
            ticks.add(new Tick(line * step, TOP + TALL - length(line * step, top)));
        }
        List<Column> columns = new ArrayList<>();
        for (MonthRow month : months) {
            int middle = LEFT + MONTH * columns.size() + MONTH / 2;
            columns.add(new Column(month.month().month(), middle, bars(month.row(), middle, top)));
        }
        int width = LEFT + MONTH * Math.max(1, months.size());
        return new MonthChart(width, TOP + TALL + BELOW, LEFT, TOP + TALL, ticks, columns);
    }

    private static List<Bar> bars(Ii06aRow row, int middle, long top) {
        List<Bar> bars = new ArrayList<>();
        int tall = length(received(row), top);
        bars.add(new Bar("received", middle - BAR - 1, TOP + TALL - tall, BAR, tall));
        long below = 0;
        long[] parts = {row.c8(), row.c9(), row.c10()};
        String[] kinds = {"early", "ontime", "late"};
        for (int i = 0; i < parts.length; i++) {
            int from = length(below, top);
            below += parts[i];
            int to = length(below, top);
            bars.add(new Bar(kinds[i], middle + 1, TOP + TALL - to, BAR, to - from));
        }
        return bars;
    }

    private static long received(Ii06aRow row) {
        return row.c4() + row.c5();
    }

    private static int length(long value, long top) {
        return (int) Math.round((double) value * TALL / top);
    }

    /** The least of 1, 2, 5, 10, 20, 50 … with which the lines reach the most. */
    private static long step(long most) {
        long step = 1;
        for (int i = 0; step * LINES < most; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }
}
