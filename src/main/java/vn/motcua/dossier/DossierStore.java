package vn.motcua.dossier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.transaction.TransactionMemory;

/**
 * Dossiers, their ledger rows and spans as SQL. What a transaction holds nobody else can change, so it is read once and
 * known from then on.
 */
@Repository
class DossierStore {

    private final TransactionMemory<Dossier> held = new TransactionMemory<>();
    private final TransactionMemory<List<ClockEvent>> ledgers = new TransactionMemory<>();
    private final JdbcClient jdbc;
    private final SpanStore spans;
    private final WorkTaking work;

    DossierStore(JdbcClient jdbc, SpanStore spans, WorkTaking work) {
        this.jdbc = jdbc;
        this.spans = spans;
        this.work = work;
    }

    Optional<Dossier> find(String code) {
        return held.find(code).or(() -> jdbc.sql("select * from motcua.dossier where code = ?")
                .param(code)
                .query(DossierRows::dossier)
                .optional());
    }

    Dossier get(long id) {
        return held.find(id).orElseGet(() -> jdbc.sql("select * from motcua.dossier where id = ?")
                .param(id)
                .query(DossierRows::dossier)
                .single());
    }

    /** Finds and holds the dossier until the transaction ends, so that of two people at once one comes second. */
    Optional<Dossier> lock(String code) {
        return held.find(code).or(() -> hold(code));
    }

    /** As {@link Dossiers#takeWork}. */
    <T> Optional<T> takeWork(String taskId, RowMapper<T> item, Dossiers.@Nullable AskedAlong along) {
        WorkTaking.Taken<T> taken = work.take(taskId, item, along);
        taken.dossier().ifPresent(dossier -> {
            remember(dossier);
            ledgers.put(dossier.id(), taken.events());
            spans.seen(dossier.id(), taken.spans());
        });
        return taken.item();
    }

    private Optional<Dossier> hold(String code) {
        Optional<Dossier> dossier = jdbc.sql("select * from motcua.dossier where code = ? for update")
                .param(code)
                .query(DossierRows::dossier)
                .optional();
        dossier.ifPresent(this::remember);
        return dossier;
    }

    private Dossier remember(Dossier dossier) {
        held.put(dossier.code(), dossier);
        held.put(dossier.id(), dossier);
        return dossier;
    }

    /** The filing done under the key; a second filing with it waits here until the first is through. */
    Optional<Dossier> findByFilingKey(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('filing ' || ?, 0))")
                .param(key)
                .query((row, n) -> 0)
                .list();
        return jdbc.sql("select * from motcua.dossier where filing_key = ?")
                .param(key)
                .query(DossierRows::dossier)
                .optional();
    }

    List<ClockEvent> events(Dossier dossier) {
        return held.find(dossier.id()).isPresent()
                ? ledgers.once(dossier.id(), () -> readEvents(dossier.id()))
                : readEvents(dossier.id());
    }

    private List<ClockEvent> readEvents(long dossier) {
        return jdbc.sql("select * from motcua.clock_event where dossier_id = ? order by seq")
                .param(dossier)
                .query(DossierRows::event)
                .list();
    }

    /** In a statement of its own: the figures move what counts under a version before anything new is counted. */
    Dossier putUnder(int version, Dossier dossier) {
        if (version == dossier.versionId()) {
            return dossier;
        }
        jdbc.sql("update motcua.dossier set version_id = ? where id = ?")
                .params(version, dossier.id())
                .update();
        return remember(dossier.underVersion(version));
    }

    /** Knows from now on what the transaction has just written. */
    Dossier wrote(Dossier dossier, Ledger ledger, List<ClockSpan> now) {
        ledgers.put(dossier.id(), ledger.events());
        spans.seen(dossier.id(), now);
        return remember(dossier);
    }
}
