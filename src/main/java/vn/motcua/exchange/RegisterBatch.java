package vn.motcua.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.motcua.dossier.Histories;
import vn.motcua.dossier.ReckonedHistory;

/** Stores read rows some thousand at a time and counts what became of them. */
final class RegisterBatch {

    private static final int SIZE = 5_000;

    private record Read(long line, ReckonedHistory history) {}

    private final Histories histories;
    private final RegisterImport.Listener listener;
    private final Consumer<Runnable> transaction;
    private final List<Read> rows = new ArrayList<>();
    private long imported;
    private long unchanged;
    private long refused;

    /** @param transaction runs the storing of one batch */
    RegisterBatch(Histories histories, RegisterImport.Listener listener, Consumer<Runnable> transaction) {
        this.histories = histories;
        this.listener = listener;
        this.transaction = transaction;
    }

    void add(long line, ReckonedHistory history) {
        rows.add(new Read(line, history));
        if (rows.size() == SIZE) {
            flush();
        }
    }

    void refuse(RowProblem problem) {
        refused++;
        listener.refused(problem);
    }

    void flush() {
        transaction.accept(this::store);
        rows.clear();
        listener.progress(result());
    }

    RegisterResult result() {
        return new RegisterResult(imported, unchanged, refused);
    }

    private void store() {
        Map<String, Optional<String>> known = new HashMap<>(histories.begin(
                rows.stream().map(row -> row.history().history().code()).toList()));
        List<ReckonedHistory> fresh = new ArrayList<>();
        for (Read row : rows) {
            String code = row.history().history().code();
            Optional<String> digest = Optional.of(row.history().history().digest());
            Optional<String> stored = known.putIfAbsent(code, digest);
            if (stored == null) {
                fresh.add(row.history());
            } else if (stored.equals(digest)) {
                unchanged++;
            } else {
                refuse(new RowProblem(
                        row.line(),
                        "MaHoSo",
                        "hồ sơ %s đã có với nội dung khác; sổ đã nhập không sửa được".formatted(code)));
            }
        }
        histories.store(fresh);
        imported += fresh.size();
    }
}
