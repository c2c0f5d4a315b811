package vn.motcua.mine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.forms.Typed;

/** What applicants are putting together in answer to a supplement request; nobody else sees it before it is sent. */
@Component
class SupplementAnswers {

    /** Longer than an applicant has for it anywhere. */
    private static final Duration KEPT = Duration.ofDays(180);

    /** More than may be sent, so that what is too long can be told and shortened. */
    private static final int LONGEST = 20_000;

    /** @param comment as typed, right or wrong */
    record SupplementAnswer(UUID id, String comment) {

        AttachmentHolder holder() {
            return AttachmentHolder.answer(id);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    SupplementAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is being put together for the dossier, empty before anything was. */
    Optional<SupplementAnswer> of(long dossierId) {
        return find(dossierId, "");
    }

    /** The same, held until the transaction ends: no file comes to it meanwhile. */
    Optional<SupplementAnswer> lock(long dossierId) {
        return find(dossierId, " for update");
    }

    private Optional<SupplementAnswer> find(long dossierId, String held) {
        return jdbc.sql("select id, comment from motcua.supplement_answer where dossier_id = ?" + held)
                .param(dossierId)
                .query(SupplementAnswers::answer)
                .optional();
    }

    /** Keeps what was typed. */
    @Transactional
    public SupplementAnswer keep(long dossierId, String comment) {
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("delete from motcua.supplement_answer where changed_at < ?")
                .param(now.minus(KEPT))
                .update();
        return jdbc.sql("""
                        insert into motcua.supplement_answer (id, dossier_id, comment, changed_at) values (?, ?, ?, ?)
                        on conflict (dossier_id) do update set comment = excluded.comment, changed_at = excluded.changed_at
                        returning id, comment
                        """)
                .params(UUID.randomUUID(), dossierId, storable(comment), now)
                .query(SupplementAnswers::answer)
                .single();
    }

    /** Forgets it once it is sent. */
    void drop(SupplementAnswer answer) {
        jdbc.sql("delete from motcua.supplement_answer where id = ?")
                .param(answer.id())
                .update();
    }

    /** As it is kept: a browser ends its lines with two characters. */
    static String storable(String text) {
        return Typed.storable(text.replace("\r\n", "\n"), LONGEST);
    }

    private static SupplementAnswer answer(ResultSet row, int n) throws SQLException {
        return new SupplementAnswer(row.getObject("id", UUID.class), row.getString("comment"));
    }
}
