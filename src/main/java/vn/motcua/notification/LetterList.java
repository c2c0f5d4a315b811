package vn.motcua.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as administrators see it: what is not sent, and what they decide about it. */
@Repository
class LetterList {

    /**
     * A letter that is not sent.
     *
     * @param code of the dossier that it is about, null for one about none
     * @param problem the outcome of the last attempt, null before the first one
     * @param repeatable whether it can be sent again; not when what it said is no longer kept
     */
    record Entry(
            long id,
            @Nullable String code,
            String kind,
            String recipient,
            LetterState state,
            int attempts,
            @Nullable String problem,
            @Nullable String reply,
            LocalDateTime created,
            @Nullable LocalDateTime next,
            boolean repeatable) {

        public boolean isHandled() {
            return state != LetterState.SENDING;
        }
    }

    private static final String OPEN = """
            select o.*, d.code, o.event_seq is not null or o.body <> '' as repeatable
            from motcua.outbox o left join motcua.dossier d on d.id = o.dossier_id
            where o.recipient is not null and o.state in ('waiting', 'sending', 'failed', 'unsure')
            order by o.state in ('failed', 'unsure') desc, o.id desc
            limit ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those first that somebody has to look at, the newest first. */
    List<Entry> open(int most) {
        return jdbc.sql(OPEN).param(most).query(LetterList::entry).list();
    }

    /** @return whether the letter stood so that it could be sent again */
    boolean again(long id) {
        return jdbc.sql("""
                        update motcua.outbox
                        set state = 'waiting', again_at = :now, next_at = :now, problem = null, reply = null
                        where id = :id and recipient is not null and state in ('waiting', 'failed', 'unsure')
                            and (event_seq is not null or body <> '')
                        """)
                        .param("now", LocalDateTime.now(clock))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether the letter stood so that it could be given up */
    boolean drop(long id) {
        return jdbc.sql("""
                        update motcua.outbox set state = 'dropped'
                        where id = ? and recipient is not null and state in ('waiting', 'failed', 'unsure')
                        """).param(id).update() == 1;
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("code"),
                row.getString("kind"),
                row.getString("recipient"),
                LetterState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("problem"),
                row.getString("reply"),
                row.getObject("created_at", LocalDateTime.class),
                row.getObject("next_at", LocalDateTime.class),
                row.getBoolean("repeatable"));
    }
}
