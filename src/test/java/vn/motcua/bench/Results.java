package vn.motcua.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured: printed line by line, and at the end written as CSV. */
final class Results {

    private static final Path FILE = Path.of("target", "bench", "results.csv");

    /** @param size of the store or of the work */
    private record Line(
            String bench, String what, long size, String unit, double median, double p95, double worst, int n) {
        String csv() {
            return String.format(
                    Locale.ROOT, "%s,\"%s\",%d,%s,%.3f,%.3f,%.3f,%d", bench, what, size, unit, median, p95, worst, n);
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%-9s %-62s %,11d  median %,10.2f  p95 %,10.2f  worst %,10.2f %-10s n=%d",
                    bench,
                    what,
                    size,
                    median,
                    p95,
                    worst,
                    unit,
                    n);
        }
    }

    private final String bench;
    private final List<Line> lines;

    Results() {
        this("", new ArrayList<>());
    }

    private Results(String bench, List<Line> lines) {
        this.bench = bench;
        this.lines = lines;
    }

    Results of(String name) {
        return new Results(name, lines);
    }

    /** Several measurements of one thing; of rates the lowest is the worst, of times the highest. */
    void add(String what, long size, String unit, double... values) {
        boolean rate = unit.contains("/s") || unit.equals("×");
        double[] sorted = java.util.Arrays.stream(values)
                .map(v -> rate ? -v : v)
                .sorted()
                .map(v -> rate ? -v : v)
                .toArray();
        Line line = new Line(
                bench, what, size, unit, at(sorted, 0.5), at(sorted, 0.95), sorted[sorted.length - 1], sorted.length);
        lines.add(line);
        System.out.println(line.row());
    }

    /** The nearest-rank percentile. */
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    void write() throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Files.createDirectories(FILE.getParent());
        List<String> text = new ArrayList<>(List.of("bench,what,size,unit,median,p95,worst,n"));
        lines.forEach(line -> text.add(line.csv()));
        Files.write(FILE, text);
        System.out.println();
        lines.forEach(line -> System.out.println(line.row()));
        System.out.println("CSV: " + FILE);
    }
}
