package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.transaction.TransactionMemory;

/** The spans of dossiers as stored. */
@Repository
class SpanStore {

    private final TransactionMemory<List<ClockSpan>> seen = new TransactionMemory<>();
    private final JdbcClient jdbc;

    SpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The spans of a dossier that the transaction holds. */
    List<ClockSpan> of(Dossier dossier) {
        return seen.find(dossier.id()).orElseGet(() -> read(dossier.id()));
    }

    /** Tells what was read of a dossier that the transaction holds. */
    void seen(long dossier, List<ClockSpan> spans) {
        seen.put(dossier, spans);
    }

    private List<ClockSpan> read(long dossier) {
        return jdbc.sql("select * from motcua.clock_span where dossier_id = ? order by valid_from")
                .param(dossier)
                .query(SpanStore::span)
                .list();
    }

    static ClockSpan span(ResultSet row, int n) throws SQLException {
        return new ClockSpan(
                row.getObject("valid_from", LocalDateTime.class),
                row.getObject("valid_to", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                row.getBoolean("waiting"));
    }
}
