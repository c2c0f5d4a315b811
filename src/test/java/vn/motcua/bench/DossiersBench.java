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

    private static final int ROUNDS = 5;
    private static final int USUAL = 600;

    /** Until the compiler is done with either; a server runs for days. */
    private static final int WARM_UP = 1_500;

    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public void run(BenchServer server, long size, Results results) throws Exception {
        int dossiers = size == 0 ? USUAL : (int) size;
        try (StockCamunda stock = new StockCamunda(server.fresh("dossiers_stock"), 16);
                BenchOffice motcua = BenchOffice.on(server.fresh("dossiers_motcua"))) {
            work(stock::one, WARM_UP, 4);
            work(number -> motcua.one(BenchOffice.PLAIN, number), WARM_UP, 4);
            work(number -> motcua.one(BenchOffice.SHIPPED, number), WARM_UP, 4);
            for (int threads : new int[] {4, 16}) {
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
        }
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
