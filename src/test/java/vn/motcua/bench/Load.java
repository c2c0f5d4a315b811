package vn.motcua.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Many people on few threads. Each comes at moments planned beforehand, whatever the server does, and waits from the moment
 * planned: a server that stalls is charged with everybody who would have come meanwhile.
 */
final class Load implements AutoCloseable {

    private static final int SHOWN = 5;

    /** @param nanos from the moment planned to the whole answer */
    private record Wait(String kind, long nanos) {}

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicLong failed = new AtomicLong();
    private final List<CompletableFuture<Void>> people = new ArrayList<>();
    private final HttpClient http;
    private final long begin;
    private final long measured;
    private final long end;
    private final boolean planned;

    /** @param warmUp what is planned to begin before is not told */
    Load(HttpClient http, Duration warmUp, Duration measuring) {
        this(http, warmUp, measuring, true);
    }

    /** People who think after each answer, so that a server that is not warm yet is not buried; nothing is told. */
    static Load warmUp(HttpClient http, Duration warmUp) {
        return new Load(http, warmUp, Duration.ZERO, false);
    }

    private Load(HttpClient http, Duration warmUp, Duration measuring, boolean planned) {
        this.http = http;
        this.planned = planned;
        begin = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        measured = begin + warmUp.toNanos();
        end = measured + measuring.toNanos();
    }

    /** Does something at short intervals as long as the load lasts. */
    void every(Duration interval, Runnable act) {
        timer.scheduleAtFixedRate(act, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Of neighbouring seeds a plain one's first numbers are neighbours too: a thousand people would all come at once. */
    static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    /** @param visit is given the moment at which it was planned to begin */
    void person(Duration think, long seed, LongFunction<CompletableFuture<?>> visit) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        people.add(gone);
        plan(begin, think, random(seed), visit, gone);
    }

    private void plan(
            long last,
            Duration think,
            Random random,
            LongFunction<CompletableFuture<?>> visit,
            CompletableFuture<?> gone) {
        long next = last + (long) (-Math.log(1 - random.nextDouble()) * think.toNanos());
        if (next - end > 0) {
            gone.complete(null);
            return;
        }
        Runnable come = () -> begun(visit, next).whenComplete((answer, failure) -> {
            if (failure != null) {
                error(failure.toString());
            }
            plan(planned ? next : System.nanoTime(), think, random, visit, gone);
        });
        timer.schedule(come, Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private static CompletableFuture<?> begun(LongFunction<CompletableFuture<?>> visit, long planned) {
        try {
            return visit.apply(planned);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The body of a page; empty, and an error told, where there is none. */
    CompletableFuture<String> ask(String kind, HttpRequest request, long since) {
        return http.sendAsync(request, BodyHandlers.ofString()).handle((answer, failure) -> {
            if (failure != null || answer.statusCode() != 200) {
                error("%s, %s: %s"
                        .formatted(
                                kind,
                                request.uri(),
                                failure != null ? failure : answer.statusCode() + " " + answer.body()));
                return "";
            }
            waited(kind, since);
            return answer.body();
        });
    }

    /** Something done on another thread; where it fails, so does the visit. */
    CompletableFuture<Void> act(String kind, Runnable act, long since, Executor workers) {
        return CompletableFuture.runAsync(act, workers).thenRun(() -> waited(kind, since));
    }

    private void waited(String kind, long since) {
        long now = System.nanoTime();
        if (since - measured >= 0 && since - end <= 0) {
            waits.add(new Wait(kind, now - since));
        }
    }

    void error(String what) {
        if (failed.incrementAndGet() <= SHOWN) {
            errors.add(what);
        }
    }

    /** Until everybody has gone. */
    void await() {
        CompletableFuture.allOf(people.toArray(CompletableFuture[]::new)).join();
    }

    /** What people waited for each kind of page, in milliseconds. */
    Map<String, double[]> waits() {
        Map<String, List<Double>> times = new TreeMap<>();
        waits.forEach(wait ->
                times.computeIfAbsent(wait.kind(), kind -> new ArrayList<>()).add(wait.nanos() / 1e6));
        Map<String, double[]> sorted = new TreeMap<>();
        times.forEach((kind, all) ->
                sorted.put(kind, all.stream().mapToDouble(time -> time).toArray()));
        return sorted;
    }

    double perSecond() {
        return waits.size() / ((end - measured) / 1e9);
    }

    long errors() {
        return failed.get();
    }

    /** Some of the errors. */
    List<String> told() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
