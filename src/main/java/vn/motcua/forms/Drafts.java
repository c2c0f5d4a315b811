package vn.motcua.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drafts on the server, one of each person for each thing that is filled in: they outlive session and browser. */
@Component
public class Drafts {

    static final Duration KEPT = Duration.ofDays(30);

    /** Of one value; more than any field takes, so that what is too long can still be shortened. */
    private static final int LONGEST = 50_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what was typed instead of what was kept before.
     *
     * @param key what is being filled in, such as a task
     */
    public Draft save(String owner, String key, Map<String, List<String>> typed) {
        Draft draft = new Draft(storable(typed), LocalDateTime.now(clock));
        jdbc.sql("""
                        insert into motcua.draft (owner, key, fields, saved_at) values (:owner, :key, :fields::jsonb, :at)
                        on conflict (owner, key) do update set fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("owner", owner)
                .param("key", key)
                .param("fields", write(draft.typed()))
                .param("at", draft.savedAt())
                .update();
        return draft;
    }

    public Optional<Draft> find(String owner, String key) {
        return jdbc.sql("select fields::text, saved_at from motcua.draft where owner = ? and key = ?")
                .params(owner, key)
                .query((row, n) -> new Draft(read(row.getString(1)), row.getObject(2, LocalDateTime.class)))
                .optional();
    }

    public void discard(String owner, String key) {
        jdbc.sql("delete from motcua.draft where owner = ? and key = ?")
                .params(owner, key)
                .update();
    }

    /** Drafts that nobody has touched for a month are forgotten. */
    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    public void forgetOld() {
        jdbc.sql("delete from motcua.draft where saved_at < ?")
                .param(LocalDateTime.now(clock).minus(KEPT))
                .update();
    }

    private static Map<String, List<String>> storable(Map<String, List<String>> typed) {
        Map<String, List<String>> storable = new LinkedHashMap<>();
        typed.forEach((key, values) ->
                storable.put(key, values.stream().map(Drafts::storable).toList()));
        return storable;
    }

    /** The database takes no NUL. */
    private static String storable(String text) {
        String whole = text.replace("\0", "");
        return whole.length() <= LONGEST ? whole : whole.substring(0, whole.offsetByCodePoints(0, LONGEST / 2));
    }

    private static String write(Map<String, List<String>> typed) {
        try {
            return JSON.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be written", e);
        }
    }

    private static Map<String, List<String>> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft cannot be read", e);
        }
    }
}
