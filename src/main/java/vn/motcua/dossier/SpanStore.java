package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The spans of dossiers as stored. */
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
}
