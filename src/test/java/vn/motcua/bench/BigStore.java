package vn.motcua.bench;

import java.sql.SQLException;
import java.util.function.LongConsumer;
import vn.motcua.exchange.RegisterImport;
import vn.motcua.exchange.RegisterResult;
import vn.motcua.exchange.RowProblem;
import vn.motcua.support.TestStore;

/** A store with nine years of dossiers, built once by the product's own import and then used again. */
final class BigStore {

    private static final String BUILT = "bench-register";

    private BigStore() {}

    /** The store of that size; one that was left half-built is built anew. */
    static TestStore of(BenchServer server, long size) throws SQLException {
        String name = "register_" + size;
        if (server.has(name)) {
            TestStore store = TestStore.at(server.url(name));
            if (isBuilt(store)) {
                return store;
            }
            store.close();
        }
        return build(server, size, done -> {});
    }

    /** @param progress is told before the first row and after each batch how many rows are in */
    static TestStore build(BenchServer server, long size, LongConsumer progress) throws SQLException {
        TestStore store = TestStore.at(server.fresh("register_" + size)).importCatalogue();
        progress.accept(0);
        RegisterResult result = store.bean(RegisterImport.class)
                .run(GeneratedRegister.of(store, size), false, new RegisterImport.Listener() {
                    @Override
                    public void refused(RowProblem problem) {
                        throw new IllegalStateException(problem.vietnamese());
                    }

                    @Override
                    public void progress(RegisterResult soFar) {
                        progress.accept(soFar.imported());
                    }
                });
        if (result.imported() != size) {
            throw new IllegalStateException("Not all rows are new: " + result);
        }
        store.jdbc()
                .sql("insert into motcua.store_fact values (?, ?)")
                .params(BUILT, String.valueOf(size))
                .update();
        store.jdbc().sql("vacuum (analyze)").update();
        return store;
    }

    private static boolean isBuilt(TestStore store) {
        return store.jdbc()
                .sql("select exists (select from motcua.store_fact where name = ?)")
                .param(BUILT)
                .query(Boolean.class)
                .single();
    }
}
