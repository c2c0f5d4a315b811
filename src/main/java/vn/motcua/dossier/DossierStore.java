package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dossiers, their ledger rows and spans as SQL. */
@Repository
class DossierStore {

    private final JdbcClient jdbc;

    DossierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Dossier> find(String code) {
        return jdbc.sql("select * from motcua.dossier where code = ?")
                .param(code)
                .query(DossierStore::dossier)
                .optional();
    }

    Dossier get(long id) {
        return jdbc.sql("select * from motcua.dossier where id = ?")
                .param(id)
                .query(DossierStore::dossier)
                .single();
    }

    /** Finds and holds the dossier until the transaction ends, so that of two people at once one comes second. */
    Optional<Dossier> lock(String code) {
        return jdbc.sql("select * from motcua.dossier where code = ? for update")
                .param(code)
                .query(DossierStore::dossier)
                .optional();
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

    List<ClockEvent> events(long dossier) {
        return jdbc.sql("select * from motcua.clock_event where dossier_id = ? order by seq")
                .param(dossier)
                .query(DossierStore::event)
                .list();
    }

    long insert(String code, Filing filing, int version, int agency, LocalDateTime now, @Nullable String key) {
        return jdbc.sql("""
                        insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind, applicant_name,
                            recorded_at, filing_key, status)
                        values (:code, :version, :agency, :channel, :kind, :name, :now, :key, 1) returning id
                        """)
                .param("code", code)
                .param("version", version)
                .param("agency", agency)
                .param("channel", filing.channel().number())
                .param("kind", filing.applicant().kind().number())
                .param("name", filing.applicant().name())
                .param("now", now)
                .param("key", key)
                .query(Long.class)
                .single();
    }

    void setVersion(long dossier, int version) {
        jdbc.sql("update motcua.dossier set version_id = ? where id = ?")
                .params(version, dossier)
                .update();
    }

    void append(long dossier, int seq, ClockEvent event, Kept before, Kept after) {
        MapSqlParameterSource row = new MapSqlParameterSource("dossier", dossier)
                .addValue("seq", seq)
                .addValue("kind", event.kind().name())
                .addValue("occurred", event.occurredAt())
                .addValue("recorded", event.recordedAt())
                .addValue("actor", event.actor())
                .addValue("reason", event.reason())
                .addValue("basis", event.legalBasis())
                .addValue("approver", event.approver())
                .addValue("amount", event.amount(), Types.INTEGER)
                .addValue("appointment", event.appointment(), Types.DATE)
                .addValue("key", event.operationKey())
                .addValue("before", before.due(), Types.TIMESTAMP)
                .addValue("beforeProvisional", before.due() == null ? null : before.provisional(), Types.BOOLEAN)
                .addValue("after", after.due(), Types.TIMESTAMP)
                .addValue("afterProvisional", after.due() == null ? null : after.provisional(), Types.BOOLEAN);
        jdbc.sql("""
                        insert into motcua.clock_event values (:dossier, :seq, :kind, :occurred, :recorded, :actor, :reason,
                            :basis, :approver, :amount, :appointment, :key, :before, :beforeProvisional, :after,
                            :afterProvisional)
                        """).paramSource(row).update();
    }

    void keep(long dossier, Kept kept, List<ClockSpan> spans) {
        jdbc.sql("""
                        update motcua.dossier set status = :status, filed_at = :filed, acceptance_due_at = :acceptanceDue,
                            acceptance_provisional = :acceptanceProvisional, answered_at = :answered,
                            received_at = :received, due_at = :due, due_provisional = :provisional,
                            waiting_since = :waiting, resolved_at = :resolved, outcome = :outcome,
                            timeliness = :timeliness, returned_at = :returned
                        where id = :id
                        """).paramSource(values(kept).addValue("id", dossier)).update();
        jdbc.sql("delete from motcua.clock_span where dossier_id = ?")
                .param(dossier)
                .update();
        spans.forEach(span -> jdbc.sql("insert into motcua.clock_span values (:dossier, :from, :to, :due, :waiting)")
                .param("dossier", dossier)
                .param("from", span.from())
                .param("to", span.to(), Types.TIMESTAMP)
                .param("due", span.due())
                .param("waiting", span.waiting())
                .update());
    }

    private static MapSqlParameterSource values(Kept kept) {
        return new MapSqlParameterSource("status", kept.status().number())
                .addValue("filed", kept.filed(), Types.TIMESTAMP)
                .addValue("acceptanceDue", kept.acceptanceDue(), Types.TIMESTAMP)
                .addValue("acceptanceProvisional", kept.acceptanceProvisional())
                .addValue("answered", kept.answered(), Types.TIMESTAMP)
                .addValue("received", kept.received(), Types.TIMESTAMP)
                .addValue("due", kept.due(), Types.TIMESTAMP)
                .addValue("provisional", kept.provisional())
                .addValue("waiting", kept.waitingSince(), Types.TIMESTAMP)
                .addValue("resolved", kept.resolved(), Types.TIMESTAMP)
                .addValue("outcome", name(kept.outcome()))
                .addValue("timeliness", name(kept.timeliness()))
                .addValue("returned", kept.returned(), Types.TIMESTAMP);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
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
