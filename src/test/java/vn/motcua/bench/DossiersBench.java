package vn.motcua.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Whole dossiers per second, from filing to hand-over through four user tasks, beside the engine as commonly used. */
final class DossiersBench implements Benchmark {

    private static final String STOCK = "dossiers_stock";
    private static final String MOTCUA = "dossiers_motcua";
    private static final int ROUNDS = 5;
    private static final int USUAL = 600;

    /** Until the compiler is done with each, as on a server that runs for days; whoever has more code needs longer. */
    private static final int WARM_UP_STOCK = 5_000;

    private static final int WARM_UP = 8_000;

    /** An office has dossiers in hand: these wait for their first step, half of Motcua's in either process. */
    private static final int OPEN = Integer.getInteger("bench.open", 10_000);

    private static final int[] THREADS = {4, 16};

    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public void run(BenchServer server, long size, Results results) throws Exception {
        int dossiers = size == 0 ? USUAL : (int) size;
        try (StockCamunda stock = new StockCamunda(server.fresh(STOCK), 16);
                BenchOffice motcua = BenchOffice.on(server.fresh(MOTCUA))) {
            work(stock::start, OPEN, 4);
            work(number -> motcua.file(BenchOffice.PLAIN, number), OPEN / 2, 4);
            work(number -> motcua.file(BenchOffice.SHIPPED, number), OPEN - OPEN / 2, 4);
            work(stock::one, WARM_UP_STOCK, 4);
            work(number -> motcua.one(BenchOffice.PLAIN, number), WARM_UP, 4);
            work(number -> motcua.one(BenchOffice.SHIPPED, number), WARM_UP, 4);
            server.tidy(STOCK);
            server.tidy(MOTCUA);
            for (int threads : THREADS) {
                measure(stock, motcua, dossiers, threads, results);
            }
        }
    }

    private void measure(StockCamunda stock, BenchOffice motcua, int dossiers, int threads, Results results)
            throws InterruptedException, ExecutionException {
        double[] stockRates = new double[ROUNDS];
        double[] plain = new double[ROUNDS];
        double[] shipped = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            stockRates[round] = work(stock::one, dossiers, threads);
            plain[round] = work(number -> motcua.one(BenchOffice.PLAIN, number), dossiers, threads);
            shipped[round] = work(number -> motcua.one(BenchOffice.SHIPPED, number), dossiers, threads);
        }
        String with = ", " + threads + " threads";
        results.add("stock engine" + with, dossiers, "dossiers/s", stockRates);
        results.add("Motcua, the same four tasks" + with, dossiers, "dossiers/s", plain);
        results.add("Motcua, the same four tasks / stock" + with, dossiers, "×", ratios(plain, stockRates));
        results.add("Motcua, online-public-service" + with, dossiers, "dossiers/s", shipped);
        results.add("Motcua, online-public-service / stock" + with, dossiers, "×", ratios(shipped, stockRates));
    }

    private static double[] ratios(double[] ours, double[] theirs) {
        return IntStream.range(0, ours.length)
                .mapToDouble(i -> ours[i] / theirs[i])
                .toArray();
    }

    private double work(IntConsumer one, int dossiers, int threads) throws InterruptedException, ExecutionException {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        AtomicInteger left = new AtomicInteger(dossiers);
        long start = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            done.add(people.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    one.accept(numbers.incrementAndGet());
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        people.shutdown();
        return dossiers / seconds;
    }
}
