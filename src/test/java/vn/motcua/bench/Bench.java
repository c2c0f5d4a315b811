package vn.motcua.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.people.QuickHashes;

/** Runs one benchmark or all of them: {@code Bench NAME [SIZE]}. */
final class Bench {

    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("dossiers", new DossiersBench());
        ALL.put("report", new ReportBench());
        ALL.put("import", new ImportBench());
        ALL.put("worklist", new WorklistBench());
        ALL.put("serve", new ServeBench());
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        String name = arguments.length < 1 || arguments[0].isBlank() ? "all" : arguments[0];
        long size = arguments.length < 2 || arguments[1].isBlank() ? 0 : Long.parseLong(arguments[1]);
        if (!name.equals("all") && !ALL.containsKey(name)) {
            throw new IllegalArgumentException("-Dbench must be one of all, " + String.join(", ", ALL.keySet()));
        }
        QuickHashes.inEarnest();
        Results results = new Results();
        try (BenchServer server = BenchServer.start()) {
            for (Map.Entry<String, Benchmark> each : ALL.entrySet()) {
                if (name.equals("all") || name.equals(each.getKey())) {
                    System.out.println("== " + each.getKey());
                    each.getValue().run(server, size, results.of(each.getKey()));
                }
            }
        } finally {
            results.write();
        }
    }
}
