package vn.motcua.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.forms.Typed;

/** Dossiers that are being entered, each its owner's own. They outlive session and browser, a month at the most. */
@Repository
public class IntakeDrafts {

    private static final Duration KEPT = Duration.ofDays(30);
    /** Of one field; longer than any may be, so that what is too long can be told and shortened. */
    private static final int LONGEST = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN =
            "select * from motcua.intake_draft where owner = :owner and agency_id = coalesce(:agency, agency_id) ";

    /**
     * Who enters.
     *
     * @param agencyId that the owner works for; null for applicants, who file with any
     */
    public record Owner(String name, @Nullable Integer agencyId) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IntakeDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public UUID begin(Owner owner, int agencyId, String procedure) {
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("delete from motcua.intake_draft where dossier_code is null and changed_at < ?")
                .param(now.minus(KEPT))
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into motcua.intake_draft (id, owner, agency_id, procedure_code, entered, created_at, changed_at)
                        values (?, ?, ?, ?, '{}', ?, ?)
                        """).params(id, owner.name(), agencyId, procedure, now, now).update();
        return id;
    }

    /** Those that are not filed yet, the last changed first. */
    public List<IntakeDraft> open(Owner owner) {
        return jdbc.sql(OWN + "and dossier_code is null order by changed_at desc limit 20")
                .param("owner", owner.name())
                .param("agency", owner.agencyId(), Types.INTEGER)
                .query(IntakeDrafts::draft)
                .list();
    }

    /** One of the owner's own; of another's it is not told that it exists. */
    public IntakeDraft get(Owner owner, UUID id) {
        return one(owner, id, "");
    }

    /** The same, held until the transaction ends: of two clicks one comes second. */
    public IntakeDraft lock(Owner owner, UUID id) {
        return one(owner, id, " for update");
    }

    private IntakeDraft one(Owner owner, UUID id, String held) {
        return jdbc.sql(OWN + "and id = :id" + held)
                .param("owner", owner.name())
                .param("agency", owner.agencyId(), Types.INTEGER)
                .param("id", id)
                .query(IntakeDrafts::draft)
                .optional()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Keeps what was typed; after the filing nothing any more. */
    public void keep(UUID id, IntakeEntry entry) {
        jdbc.sql("""
                        update motcua.intake_draft set entered = ?::jsonb, changed_at = ?
                        where id = ? and dossier_code is null
                        """).params(write(entry), LocalDateTime.now(clock), id).update();
    }

    /** It is a dossier now; what was entered is in there. */
    public void filed(UUID id, String code) {
        jdbc.sql("update motcua.intake_draft set entered = '{}', changed_at = ?, dossier_code = ? where id = ?")
                .params(LocalDateTime.now(clock), code, id)
                .update();
    }

    /** Forgets it with its files. */
    public void drop(UUID id) {
        jdbc.sql("delete from motcua.intake_draft where id = ? and dossier_code is null")
                .param(id)
                .update();
    }

    private static IntakeDraft draft(ResultSet row, int n) throws SQLException {
        return new IntakeDraft(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getInt("agency_id"),
                row.getString("procedure_code"),
                new IntakeEntry(read(row.getString("entered"))),
                row.getObject("changed_at", LocalDateTime.class),
                row.getString("dossier_code"));
    }

    private static Map<String, List<String>> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An intake cannot be read", e);
        }
    }

    private static String write(IntakeEntry entry) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        entry.typed()
                .forEach((name, values) -> kept.put(
                        Typed.storable(name, LONGEST),
                        values.stream()
                                .map(value -> Typed.storable(value, LONGEST))
                                .toList()));
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An intake cannot be written", e);
        }
    }
}
