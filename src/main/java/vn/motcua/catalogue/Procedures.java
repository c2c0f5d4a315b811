package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.refusal.Refusal;

/** The procedures in their dated versions. */
@Component
public class Procedures {

    private final JdbcClient jdbc;
    private final ProcedureRows rows;
    /** What was asked of one edition of the catalogue. */
    private record Asked(long edition, Map<List<Object>, Optional<ProcedureVersion>> inForce) {}

    private static final int MANY = 20_000;

    private final Editions editions;
    private final Map<Integer, ProcedureVersion> known = new ConcurrentHashMap<>();
    private volatile Asked asked = new Asked(-1, Map.of());

    Procedures(JdbcClient jdbc, Editions editions) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.rows = new ProcedureRows(jdbc);
    }

    /** The versions for dossiers to come, by code and day; superseded ones are left out. */
    public List<ProcedureVersion> current() {
        return rows.where("not v.superseded order by v.procedure_code, v.valid_from");
    }

    /** The versions of a procedure that will come into force after a day, soonest first. */
    public List<ProcedureVersion> coming(String code, LocalDate day) {
        return rows.where(
                "v.procedure_code = ? and not v.superseded and v.valid_from > ? order by v.valid_from", code, day);
    }

    /** A version, which is never rewritten once it is there. */
    public ProcedureVersion get(int id) {
        return known.computeIfAbsent(id, any -> rows.where("v.id = ?", id).get(0));
    }

    /** The version in force on a day, empty where the code is unknown or not yet in force. */
    public Optional<ProcedureVersion> inForce(String code, LocalDate day) {
        Asked before = asked;
        long edition = editions.now().catalogue();
        if (before.edition() != edition || before.inForce().size() > MANY) {
            before = new Asked(edition, new ConcurrentHashMap<>());
            asked = before;
        }
        return before.inForce().computeIfAbsent(List.of(code, day), any -> storedInForce(code, day));
    }

    private Optional<ProcedureVersion> storedInForce(String code, LocalDate day) {
        return rows
                .where(
                        "v.procedure_code = ? and not v.superseded and v.valid_from <= ? order by v.valid_from desc limit 1",
                        code,
                        day)
                .stream()
                .findFirst();
    }

    /** The version in force on a day; refused where there is none. */
    public ProcedureVersion getInForce(String code, LocalDate day) {
        return inForce(code, day)
                .orElseThrow(() -> new Refusal(
                        "Không có thủ tục mã %s còn hiệu lực vào ngày %s; hãy kiểm tra mã hoặc nhập danh mục bằng import-catalogue"
                                .formatted(code, vn.motcua.calendar.VietnameseDates.day(day))));
    }

    /**
     * Writes a definition that ships with Motcua; where the same day already has one, shipped or not, nothing changes.
     */
    @Transactional
    public Change ship(ProcedureDefinition definition) {
        if (sameDay(definition).isPresent()) {
            return Change.UNCHANGED;
        }
        rows.insert(definition, 1, true);
        editions.changed();
        return Change.NEW;
    }

    /**
     * Writes a definition from a list. What was in force from the same day is superseded, never rewritten, so dossiers
     * received under it keep it; a definition valid for all time also takes the place of every shipped version of its
     * code. What a list does not tell (components, steps, process) is taken over from the version it replaces.
     */
    @Transactional
    public Change put(ProcedureDefinition listed) {
        jdbc.sql("lock table motcua.procedure_version in share row exclusive mode")
                .update();
        Optional<ProcedureVersion> sameDay = sameDay(listed);
        Optional<ProcedureVersion> former = sameDay.or(() -> latestShipped(listed.code()));
        ProcedureDefinition definition = former.map(ProcedureVersion::definition)
                .map(listed::completedFrom)
                .orElse(listed);
        boolean same = sameDay.map(ProcedureVersion::definition)
                .filter(definition::equals)
                .isPresent();
        boolean known = jdbc.sql("select exists (select 1 from motcua.procedure_version where procedure_code = ?)")
                .param(listed.code())
                .query(Boolean.class)
                .single();
        int superseded = supersede(listed, same ? sameDay.get().id() : -1);
        if (!same) {
            rows.insert(definition, rows.nextRevision(listed), false);
        }
        editions.changed();
        return same && superseded == 0 ? Change.UNCHANGED : known ? Change.CHANGED : Change.NEW;
    }

    private int supersede(ProcedureDefinition listed, int except) {
        boolean allTime = listed.validFrom().equals(LocalDate.MIN);
        return jdbc.sql("""
                        update motcua.procedure_version set superseded = true
                        where procedure_code = :code and not superseded and id <> :except
                          and (valid_from = :from or (shipped and :allTime))
                        """)
                .param("code", listed.code())
                .param("except", except)
                .param("from", listed.validFrom())
                .param("allTime", allTime)
                .update();
    }

    private Optional<ProcedureVersion> sameDay(ProcedureDefinition definition) {
        return rows
                .where(
                        "v.procedure_code = ? and not v.superseded and v.valid_from = ?",
                        definition.code(),
                        definition.validFrom())
                .stream()
                .findFirst();
    }

    private Optional<ProcedureVersion> latestShipped(String code) {
        return rows
                .where(
                        "v.procedure_code = ? and not v.superseded and v.shipped order by v.valid_from desc limit 1",
                        code)
                .stream()
                .findFirst();
    }
}
