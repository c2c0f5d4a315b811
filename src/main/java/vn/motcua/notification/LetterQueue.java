package vn.motcua.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox as senders see it. A letter is claimed, marked and counted as attempted in one statement that commits before
 * it is handed over: so no two nodes have the same one, and one whose sender died in between is never handed over again
 * by itself.
 */
@Repository
class LetterQueue {

    /** Longer than any attempt takes; who has not reported by then has died. */
    static final Duration LEASE = Duration.ofMinutes(15);

    /** After that nobody needs it any more, or somebody has to look at it. */
    static final Duration USEFUL = Duration.ofDays(3);

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int LONGER_EACH_TIME = 3;
    private static final int LONGEST_REPLY = 500;

    private static final String CLAIM = """
            with next as (
                select id from motcua.outbox
                where state = 'waiting' and recipient is not null and coalesce(next_at, created_at) <= :now
                    and channel = :channel
                order by coalesce(next_at, created_at), id
                limit 1 for update skip locked)
            update motcua.outbox o set state = 'sending', attempts = attempts + 1, attempted_at = :now
            from next where o.id = next.id
            returning o.*
            """;

    /** Also of one that was given up as unsure meanwhile; not of one that was begun anew. */
    private static final String SETTLE = """
            update motcua.outbox set state = :state, problem = :problem, reply = :reply, next_at = :next,
                sent_at = :sent, subject = coalesce(:subject, subject), body = coalesce(:body, body)
            where id = :id and attempts = :attempts and state in ('sending', 'unsure')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The letter that has waited longest of those whose time has come; from now on it is nobody else's. */
    Optional<QueuedLetter> claim(String channel) {
        return jdbc.sql(CLAIM)
                .param("now", now())
                .param("channel", channel)
                .query(LetterQueue::letter)
                .optional();
    }

    /** @param letter as it was worded, null for one that was not */
    void settle(QueuedLetter row, Delivery delivery, @Nullable Letter letter) {
        boolean sent = delivery.outcome() == Delivery.Outcome.SENT;
        LetterState state = state(row, delivery.outcome());
        jdbc.sql(SETTLE)
                .param("id", row.id())
                .param("attempts", row.attempts())
                .param("state", state.code())
                .param("problem", sent ? null : code(delivery.outcome()), Types.VARCHAR)
                .param("reply", sent ? null : shortened(delivery.reply()), Types.VARCHAR)
                .param("next", state == LetterState.WAITING ? now().plus(wait(row.attempts())) : null, Types.TIMESTAMP)
                .param("sent", sent ? now() : null, Types.TIMESTAMP)
                .param("subject", letter == null ? null : letter.subject(), Types.VARCHAR)
                .param("body", letter == null ? null : letter.text(), Types.VARCHAR)
                .update();
    }

    /** Those whose sender died, or lost the store, between handing over and reporting. */
    int doubt() {
        return jdbc.sql("""
                        update motcua.outbox set state = 'unsure', problem = 'unsure'
                        where state = 'sending' and recipient is not null and attempted_at < :before
                        """).param("before", now().minus(LEASE)).update();
    }

    boolean isWaiting(String channel) {
        return jdbc.sql("""
                        select exists (select from motcua.outbox
                            where state = 'waiting' and recipient is not null and channel = ?)
                        """).param(channel).query(Boolean.class).single();
    }

    /** Letters of long ago keep that they were sent, to whom and about which dossier, and not what they said. */
    void empty(Duration after) {
        jdbc.sql("""
                        update motcua.outbox set body = ''
                        where recipient is not null and body <> '' and created_at < :before
                            and state not in ('waiting', 'sending')
                        """).param("before", now().minus(after)).update();
    }

    boolean isExpired(QueuedLetter row) {
        return row.since().plus(USEFUL).isBefore(now());
    }

    private LetterState state(QueuedLetter row, Delivery.Outcome outcome) {
        return switch (outcome) {
            case SENT -> LetterState.SENT;
            case UNREACHABLE, PUT_OFF, UNWORDED -> isExpired(row) ? LetterState.FAILED : LetterState.WAITING;
            case REFUSED, NO_ADDRESS, EXPIRED -> LetterState.FAILED;
            case UNSURE -> LetterState.UNSURE;
        };
    }

    private static Duration wait(int attempts) {
        Duration wait = FIRST_WAIT;
        for (int i = 1; i < attempts && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(LONGER_EACH_TIME);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String code(Delivery.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(String reply) {
        String line = reply.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(LONGEST_REPLY, line.length()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static QueuedLetter letter(ResultSet row, int n) throws SQLException {
        LocalDateTime created = row.getObject("created_at", LocalDateTime.class);
        @Nullable LocalDateTime again = row.getObject("again_at", LocalDateTime.class);
        return new QueuedLetter(
                row.getLong("id"),
                row.getObject("dossier_id", Long.class),
                row.getString("kind"),
                row.getObject("event_seq", Integer.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"),
                created,
                again == null ? created : again);
    }
}
