package vn.motcua.notification;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many letters are not sent yet, and since when the first of them waits. */
@Component
public class LetterCounts {

    /** More letters in one state are not counted further: where no mail server is set, they wait for years. */
    public static final int MOST = 100_000;

    private static final String COUNTS = """
            select s.state, (
                select count(*)
                from (select from motcua.outbox o
                      where o.recipient is not null and o.state = s.state
                          and o.state in ('waiting', 'sending', 'failed', 'unsure') limit :most) one) as letters
            from unnest(array['waiting', 'sending', 'failed', 'unsure']) s (state)
            """;

    private static final String FIRST = """
            select min(since)
            from (select coalesce(again_at, created_at) as since from motcua.outbox
                  where recipient is not null and state = 'waiting' and channel = any (:open) limit :most) one
            """;

    private final JdbcClient jdbc;
    private final List<Postman.Channel> channels;

    LetterCounts(JdbcClient jdbc, List<Postman.Channel> channels) {
        this.jdbc = jdbc;
        this.channels = channels;
    }

    /** By "waiting", "sending", "failed" and "unsure"; never more than {@link #MOST}. */
    public Map<String, Long> byState() {
        Map<String, Long> letters = new LinkedHashMap<>();
        jdbc.sql(COUNTS)
                .param("most", MOST)
                .query((row, n) -> letters.put(row.getString("state"), row.getLong("letters")))
                .list();
        return letters;
    }

    /**
     * Since when the first letter has waited that still does, however often it was tried meanwhile; of channels that are
     * not set up nobody expects anything.
     */
    public Optional<LocalDateTime> firstWaiting() {
        List<String> open = channels.stream()
                .filter(Postman.Channel::isOpen)
                .map(Postman.Channel::name)
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(FIRST)
                .param("open", open.toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single();
    }
}
