package vn.motcua.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.support.TestStore;

/** Register rows per second into a new store, clocks computed, and the heap that takes. */
final class ImportBench implements Benchmark {

    private static final long USUAL = 10_000_000;
    private static final int STAGES = 10;

    @Override
    public void run(BenchServer server, long size, Results results) throws Exception {
        long rows = size == 0 ? USUAL : size;
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        Stages stages = new Stages(rows / STAGES);
        try (TestStore store = BigStore.build(server, rows, stages::reached)) {
            results.add("rows imported, clocks computed", rows, "rows/s", rows / seconds(stages.start, stages.last));
            results.add("each tenth of them", rows, "rows/s", stages.rates());
            results.add(
                    "heap, most in use at once",
                    rows,
                    "MB",
                    heap().stream()
                                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                    .sum()
                            / 1e6);
            System.gc();
            results.add(
                    "heap, in use after it",
                    rows,
                    "MB",
                    heap().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum() / 1e6);
        }
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    /** How fast each part of the rows came in, so that a slowing down shows. */
    private static final class Stages {
        private final long length;
        private final List<Double> rates = new ArrayList<>();
        private long start;
        private long from;
        private long rowsBefore;
        private long last;

        private Stages(long length) {
            this.length = length;
        }

        private void reached(long rows) {
            last = System.nanoTime();
            if (rows == 0) {
                start = last;
                from = last;
            }
            if (rows - rowsBefore >= length && rows > rowsBefore) {
                rates.add((rows - rowsBefore) / seconds(from, last));
                from = last;
                rowsBefore = rows;
                System.out.printf("  %,d rows, %,.0f rows/s%n", rows, rates.get(rates.size() - 1));
            }
        }

        private double[] rates() {
            return rates.stream().mapToDouble(rate -> rate).toArray();
        }
    }
}
