package vn.motcua.dossier;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.catalogue.Editions;
import vn.motcua.transaction.TransactionMemory;

/**
 * Dossiers, their ledger rows and spans as SQL. What a transaction holds nobody else can change, so it is read once and
 * known from then on.
 */
@Repository
class DossierStore {

    private static final String OF_TASK = "(select dossier_id from motcua.work_item where task_id = ?)";

    private static final List<String> HOLD = List.of(
            "select * from motcua.dossier where id = " + OF_TASK + " for update",
            "select * from motcua.clock_event where dossier_id = " + OF_TASK + " order by seq",
            "select * from motcua.clock_span where dossier_id = " + OF_TASK + " order by valid_from");

    private static final String TAKE =
            "delete from motcua.work_item where task_id = ? returning *, " + Editions.COLUMNS;

    private final TransactionMemory<Dossier> held = new TransactionMemory<>();
    private final TransactionMemory<List<ClockEvent>> ledgers = new TransactionMemory<>();
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final SpanStore spans;
    private final Editions editions;
    private final List<Dossiers.ReadAlong> more;
    private final String take;

    DossierStore(
            JdbcClient jdbc,
            JdbcTemplate template,
            SpanStore spans,
            Editions editions,
            ObjectProvider<Dossiers.ReadAlong> more) {
        this.jdbc = jdbc;
        this.template = template;
        this.spans = spans;
        this.editions = editions;
        this.more = more.orderedStream().toList();
        this.take = taking(this.more);
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
        return held.find(code).or(() -> hold(code));
    }

    /**
     * Holds the dossier of an open task like {@link #lock}, and takes the task's work item. The statements go to the
     * database together and are carried out one after the other, so that the later ones see what another transaction
     * did to the dossier while this one waited for it.
     *
     * @return the work item; empty where the task is not open, or not a dossier's
     */
    <T> Optional<T> takeWork(String taskId, RowMapper<T> item, Dossiers.@Nullable AskedAlong along) {
        String sql = along == null ? take : take + ";" + along.sql();
        int parameters = HOLD.size() + 1 + (along == null ? 0 : along.parameters());
        return template.execute(sql, (PreparedStatementCallback<Optional<T>>) statement -> {
            for (int parameter = 1; parameter <= parameters; parameter++) {
                statement.setString(parameter, taskId);
            }
            statement.execute();
            List<Dossier> dossiers = rows(statement, DossierStore::dossier);
            List<ClockEvent> events = rows(statement, DossierStore::event);
            List<ClockSpan> stored = rows(statement, SpanStore::span);
            dossiers.forEach(dossier -> {
                remember(dossier);
                ledgers.put(dossier.id(), events);
                spans.seen(dossier.id(), stored);
            });
            List<T> taken = rows(statement, (row, n) -> taken(row, n, item));
            if (along != null) {
                along.read(statement);
            }
            return taken.stream().findFirst();
        });
    }

    private <T> T taken(ResultSet row, int n, RowMapper<T> item) throws SQLException {
        editions.seen(row);
        for (Dossiers.ReadAlong reader : more) {
            reader.read(row);
        }
        return Objects.requireNonNull(item.mapRow(row, n));
    }

    private static String taking(List<Dossiers.ReadAlong> more) {
        Stream<String> take = Stream.concat(Stream.of(TAKE), more.stream().map(Dossiers.ReadAlong::columns));
        return String.join(";", HOLD) + ";" + take.collect(Collectors.joining(", "));
    }

    /** The rows of the result at hand; moves on to the next one. */
    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            List<T> rows = Objects.requireNonNull(new RowMapperResultSetExtractor<>(mapper).extractData(result));
            statement.getMoreResults();
            return rows;
        }
    }

    private Optional<Dossier> hold(String code) {
        Optional<Dossier> dossier = jdbc.sql("select * from motcua.dossier where code = ? for update")
                .param(code)
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
    Dossier wrote(Dossier dossier, Ledger ledger, List<ClockSpan> now) {
        ledgers.put(dossier.id(), ledger.events());
        spans.seen(dossier.id(), now);
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
