package vn.motcua.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.support.TestStore;

/** Register rows per second into a new store, clocks computed, the heap that takes, and today's work on that store. */
final class ImportBench implements Benchmark {

    private static final long USUAL = 10_000_000;
    private static final int STAGES = 10;
    private static final int ROUNDS = 9;

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
            today(store, rows, results);
        }
    }

    /** What a clerk does, on the store as it is: nothing of it may depend on how many dossiers there are. */
    static void today(TestStore store, long rows, Results results) {
        Dossiers dossiers = store.bean(Dossiers.class);
        List<String> old = store.jdbc()
                .sql("select code from motcua.dossier where id % :step = 0 limit 2000")
                .param("step", Math.max(1, rows / 2_000))
                .query(String.class)
                .list();
        lives(dossiers, 100);
        double[] operations = new double[ROUNDS];
        double[] reads = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            operations[i] = 6 * 100 / timed(() -> lives(dossiers, 100));
            reads[i] = old.size() / timed(() -> old.forEach(code -> dossiers.ledger(dossiers.get(code))));
        }
        results.add("operations of the clock, one clerk", rows, "ops/s", operations);
        results.add("old dossiers read with their ledger", rows, "reads/s", reads);
    }

    /** From receipt to hand-over in six operations, each a transaction. */
    private static void lives(Dossiers dossiers, int count) {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam");
        for (int i = 0; i < count; i++) {
            String code = dossiers.receive(
                            new Filing("1.003868", "000.00.14.H37", Channel.IN_PERSON, applicant), Act.by("clerk"))
                    .code();
            dossiers.beginProcessing(code, Act.by("officer"));
            dossiers.askSupplement(code, Act.by("officer").because("Thiếu bản sao"));
            dossiers.supplementReceived(code, Act.by("clerk"));
            dossiers.resolve(code, Act.by("leader"));
            dossiers.handOver(code, Act.by("clerk"));
        }
    }

    private static double timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return seconds(start, System.nanoTime());
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
