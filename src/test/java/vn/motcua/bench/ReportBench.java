package vn.motcua.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import vn.motcua.calendar.Deadline;
import vn.motcua.statistics.Figures;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aRecount;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.support.TestStore;

/** II.06a of any period, agency and moment from the figures, beside the same counted dossier by dossier in one SQL. */
final class ReportBench implements Benchmark {

    private static final int WARM_UP = 60;
    private static final int QUERIES = 200;
    private static final int USUAL = 10_000_000;
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    @Override
    public void run(BenchServer server, long size, Results results) throws Exception {
        long dossiers = size == 0 ? USUAL : size;
        try (TestStore store = BigStore.of(server, dossiers)) {
            long begun = System.nanoTime();
            long folded = store.bean(Figures.class).fold();
            if (folded > 0) {
                results.add("folding", folded, "changes/s", folded / seconds(begun));
            }
            store.clock().set(LAST.atTime(15, 30));
            // Other questions first, until compiler and caches are warm; a server runs for days.
            queries(store, 1).subList(0, WARM_UP).forEach(store.bean(Ii06aReport.class)::rows);
            List<Ii06aQuery> queries = queries(store, 60_601);
            measure(store, dossiers, queries, results);
        }
    }

    private static void measure(TestStore store, long dossiers, List<Ii06aQuery> queries, Results results) {
        Ii06aReport report = store.bean(Ii06aReport.class);
        Ii06aRecount recount = store.bean(Ii06aRecount.class);
        List<List<Ii06aRow>> reported = new ArrayList<>();
        double[] first = times(queries, query -> reported.add(report.rows(query)));
        results.add("II.06a from the figures, days never read before", dossiers, "ms", first);
        double[] times = times(queries, report::rows);
        results.add("II.06a from the figures", dossiers, "ms", times);
        int counted = Math.min(queries.size(), Integer.getInteger("bench.equality", QUERIES));
        double[] slow = new double[counted];
        double[] ratios = new double[counted];
        for (int i = 0; i < counted; i++) {
            long begun = System.nanoTime();
            List<Ii06aRow> rows = recount.rows(queries.get(i));
            slow[i] = seconds(begun) * 1000;
            ratios[i] = slow[i] / times[i];
            if (!same(reported.get(i), rows)) {
                throw new IllegalStateException(
                        "%s: reported %s, counted %s".formatted(queries.get(i), reported.get(i), rows));
            }
        }
        results.add("II.06a counted, equal in every cell", dossiers, "ms", slow);
        results.add("counted / from the figures", dossiers, "×", ratios);
    }

    private static double[] times(List<Ii06aQuery> queries, Consumer<Ii06aQuery> asked) {
        return queries.stream()
                .mapToDouble(query -> {
                    long begun = System.nanoTime();
                    asked.accept(query);
                    return seconds(begun) * 1000;
                })
                .toArray();
    }

    /** A report without groups has a row even where there is nothing. */
    private static boolean same(List<Ii06aRow> reported, List<Ii06aRow> counted) {
        return reported.equals(counted) || counted.isEmpty() && reported.equals(List.of(Ii06aRow.empty("all")));
    }

    private static List<Ii06aQuery> queries(TestStore store, long seed) {
        Random random = new Random(seed);
        List<String> agencies = store.jdbc()
                .sql("select code from motcua.agency order by code")
                .query(String.class)
                .list();
        List<Ii06aQuery> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            LocalDate from = FIRST.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(FIRST, LAST)));
            LocalDate to = from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, LAST) + 1));
            String agency = random.nextBoolean() ? null : agencies.get(random.nextInt(agencies.size()));
            GroupBy groupBy = random.nextBoolean() ? GroupBy.AGENCY : GroupBy.SECTOR;
            queries.add(new Ii06aQuery(from, to, asOf(store, from, to, random), agency, groupBy));
        }
        return queries;
    }

    private static LocalDateTime asOf(TestStore store, LocalDate from, LocalDate to, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> to.atTime(Deadline.END_OF_DAY);
            case 1 -> LocalDateTime.now(store.clock());
            default ->
                from.atStartOfDay()
                        .plusMinutes(random.nextLong(1
                                + ChronoUnit.MINUTES.between(
                                        from.atStartOfDay(), to.plusDays(1).atStartOfDay())));
        };
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
