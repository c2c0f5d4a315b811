package vn.motcua.dossier;

import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The spans of dossiers as SQL; only what differs is written. */
@Repository
class SpanStore {

    private final JdbcClient jdbc;

    SpanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The spans of a dossier; one that is not received has none. */
    List<ClockSpan> of(Dossier dossier) {
        return dossier.received() == null
                ? List.of()
                : jdbc.sql("select * from motcua.clock_span where dossier_id = ? order by valid_from")
                        .param(dossier.id())
                        .query((row, n) -> new ClockSpan(
                                row.getObject("valid_from", LocalDateTime.class),
                                row.getObject("valid_to", LocalDateTime.class),
                                row.getObject("due_at", LocalDateTime.class),
                                row.getBoolean("waiting")))
                        .list();
    }

    void write(long dossier, List<ClockSpan> before, List<ClockSpan> after) {
        before.stream()
                .filter(span -> after.stream().noneMatch(other -> other.from().equals(span.from())))
                .forEach(span -> delete(dossier, span));
        after.stream().filter(span -> !before.contains(span)).forEach(span -> put(dossier, span));
    }

    private void delete(long dossier, ClockSpan span) {
        jdbc.sql("delete from motcua.clock_span where dossier_id = ? and valid_from = ?")
                .params(dossier, span.from())
                .update();
    }

    private void put(long dossier, ClockSpan span) {
        jdbc.sql("""
                        insert into motcua.clock_span values (:dossier, :from, :to, :due, :waiting)
                        on conflict (dossier_id, valid_from) do update
                        set valid_to = excluded.valid_to, due_at = excluded.due_at, waiting = excluded.waiting
                        """)
                .param("dossier", dossier)
                .param("from", span.from())
                .param("to", span.to(), Types.TIMESTAMP)
                .param("due", span.due())
                .param("waiting", span.waiting())
                .update();
    }
}
