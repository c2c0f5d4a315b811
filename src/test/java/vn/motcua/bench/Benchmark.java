package vn.motcua.bench;

/** Something whose speed is told to people. */
@FunctionalInterface
interface Benchmark {

    /** @param size how many dossiers, tasks or rows, 0 for the usual number */
    void run(BenchServer server, long size, Results results) throws Exception;
}
