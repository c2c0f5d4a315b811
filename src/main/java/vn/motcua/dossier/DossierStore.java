package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    DossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dossier> find(String code) {
        return held.find(code).or(() -> jdbc.sql("select * from motcua.dossier where code = ?")
                .param(code)
                .query(DossierStore::dossier)
                .optional());
    }

    Dossier get(long id) {
        return held.find(id).orElseGet(() -> jdbc.sql("select * from motcua.dossier where id = ?")
                .param(id)
                .query(DossierStore::dossier)
                .single());
    }

    /** Finds and holds the dossier until the transaction ends, so that of two people at once one comes second. */
    Optional<Dossier> lock(String code) {
        return held.find(code).or(() -> hold("code = ?", code));
    }

    /** The dossier of an open task, held like {@link #lock}; empty where the task is not open, or not a dossier's. */
    Optional<Dossier> lockForTask(String taskId) {
        return hold("id = (select dossier_id from motcua.work_item where task_id = ?)", taskId);
    }

    private Optional<Dossier> hold(String condition, String value) {
        Optional<Dossier> dossier = jdbc.sql("select * from motcua.dossier where " + condition + " for update")
                .param(value)
                .query(DossierStore::dossier)
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
                .query(DossierStore::dossier)
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
                .query(DossierStore::event)
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
    Dossier wrote(Dossier dossier, Ledger ledger) {
        ledgers.put(dossier.id(), ledger.events());
        return remember(dossier);
    }

    static Dossier dossier(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        String timeliness = row.getString("timeliness");
        return new Dossier(
                row.getLong("id"),
                row.getString("code"),
                row.getInt("version_id"),
                row.getInt("agency_id"),
                Channel.values()[row.getInt("channel") - 1],
                new Applicant(
                        Applicant.Kind.values()[row.getInt("applicant_kind") - 1], row.getString("applicant_name")),
                Status.values()[row.getInt("status") - 1],
                moment(row, "filed_at"),
                moment(row, "acceptance_due_at"),
                row.getBoolean("acceptance_provisional"),
                moment(row, "answered_at"),
                moment(row, "received_at"),
                moment(row, "due_at"),
                row.getBoolean("due_provisional"),
                moment(row, "waiting_since"),
                moment(row, "resolved_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                timeliness == null ? null : Timeliness.valueOf(timeliness),
                moment(row, "returned_at"));
    }

    static ClockEvent event(ResultSet row, int n) throws SQLException {
        return new ClockEvent(
                EventKind.valueOf(row.getString("kind")),
                row.getObject("occurred_at", LocalDateTime.class),
                row.getObject("recorded_at", LocalDateTime.class),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("legal_basis"),
                row.getString("approver"),
                row.getObject("amount", Integer.class),
                row.getObject("appointment", java.time.LocalDate.class),
                row.getString("operation_key"));
    }

    private static @Nullable LocalDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}
