package vn.motcua.watch;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Collects metrics as Prometheus has them. */
final class Scrape {

    /** Takes the values of one metric; labels are names and values in turn. */
    @FunctionalInterface
    interface Points {
        void put(double value, String... labels);
    }

    private static final double MILLIS = 1000;

    private final MetricSnapshots.Builder metrics = MetricSnapshots.builder();

    void gauge(String name, String help, Consumer<Points> points) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        points.accept((value, labels) -> gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build()));
        metrics.metricSnapshot(gauge.build());
    }

    /** @param name without the ending "_total" */
    void counter(String name, String help, Consumer<Points> points) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        points.accept((value, labels) -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build()));
        metrics.metricSnapshot(counter.build());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    static double seconds(Instant moment) {
        return moment.toEpochMilli() / MILLIS;
    }

    MetricSnapshots done() {
        return metrics.build();
    }
}
