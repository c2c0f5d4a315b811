package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.refusal.Refusal;

/** The agencies and their tree. */
@Component
public class Agencies {

    private static final String COLUMNS =
            "select id, code, name, level, office_hours, cut_off, closed_from from motcua.agency ";

    /** All agencies of one edition of the catalogue, by code in their order and by number, and their tree. */
    private record Loaded(long edition, Map<String, Agency> byCode, Map<Integer, Agency> byId, AgencyTree tree) {}

    private final JdbcClient jdbc;
    private final Editions editions;
    private volatile @Nullable Loaded loaded;

    Agencies(JdbcClient jdbc, Editions editions) {
        this.jdbc = jdbc;
        this.editions = editions;
    }

    public List<Agency> all() {
        return List.copyOf(loaded().byCode().values());
    }

    public Optional<Agency> find(String code) {
        return Optional.ofNullable(loaded().byCode().get(code));
    }

    /** The agency of that code; refused where there is none. */
    public Agency get(String code) {
        return find(code).orElseThrow(() -> unknown(code));
    }

    /** The agency of that number; every number that other tables hold is one of an agency. */
    public Agency get(int id) {
        return Objects.requireNonNull(loaded().byId().get(id), () -> "Agency " + id);
    }

    public AgencyTree tree() {
        return loaded().tree();
    }

    /**
     * Writes a list of agencies, all of it or nothing: parents may stand in the list or be known already.
     *
     * @return how many entries were new, changed, unchanged
     */
    @Transactional
    public Map<Change, Integer> put(List<AgencyEntry> entries) {
        // One list at a time, or two could each believe that an agency is new.
        jdbc.sql("lock table motcua.agency in share row exclusive mode").update();
        Map<Change, Integer> count = new EnumMap<>(Change.class);
        Map<AgencyEntry, Change> own = new LinkedHashMap<>();
        entries.forEach(entry -> own.put(entry, putOne(entry)));
        own.forEach((entry, change) -> {
            boolean moved = putParent(entry);
            count.merge(change == Change.UNCHANGED && moved ? Change.CHANGED : change, 1, Integer::sum);
        });
        refuseCircles();
        editions.changed();
        return count;
    }

    private Loaded loaded() {
        long edition = editions.now().catalogue();
        Loaded known = loaded;
        if (known == null || known.edition() != edition) {
            known = load(edition);
            loaded = known;
        }
        return known;
    }

    private Loaded load(long edition) {
        Map<String, Agency> byCode = new LinkedHashMap<>();
        jdbc.sql(COLUMNS + "order by code").query(Agencies::read).list().forEach(each -> byCode.put(each.code(), each));
        Map<Integer, Agency> byId = byCode.values().stream().collect(Collectors.toMap(Agency::id, Function.identity()));
        return new Loaded(edition, byCode, byId, loadTree());
    }

    private AgencyTree loadTree() {
        return new AgencyTree(jdbc.sql("""
                                select l.agency_id, l.parent_id, l.valid_from
                                from motcua.agency_parent l join motcua.agency a on a.id = l.agency_id
                                order by a.code, l.valid_from
                                """)
                .query((row, n) -> new AgencyTree.Link(
                        row.getInt(1), row.getObject(2, Integer.class), row.getObject(3, LocalDate.class)))
                .list());
    }

    private Optional<Agency> stored(String code) {
        return jdbc.sql(COLUMNS + "where code = ?")
                .param(code)
                .query(Agencies::read)
                .optional();
    }

    private Agency storedOrRefused(String code) {
        return stored(code).orElseThrow(() -> unknown(code));
    }

    private Change putOne(AgencyEntry entry) {
        Optional<Agency> known = stored(entry.code());
        if (known.isEmpty()) {
            jdbc.sql(
                            "insert into motcua.agency (code, name, level, closed_from) values (:code, :name, :level, :closed)")
                    .param("code", entry.code())
                    .param("name", entry.name())
                    .param("level", entry.level().name())
                    .param("closed", entry.closedFrom(), Types.DATE)
                    .update();
            return Change.NEW;
        }
        Agency now = known.get();
        if (now.name().equals(entry.name())
                && now.level() == entry.level()
                && Objects.equals(now.closedFrom(), entry.closedFrom())) {
            return Change.UNCHANGED;
        }
        jdbc.sql("update motcua.agency set name = :name, level = :level, closed_from = :closed where id = :id")
                .param("name", entry.name())
                .param("level", entry.level().name())
                .param("closed", entry.closedFrom(), Types.DATE)
                .param("id", now.id())
                .update();
        return Change.CHANGED;
    }

    private boolean putParent(AgencyEntry entry) {
        int id = storedOrRefused(entry.code()).id();
        Integer parent =
                entry.parent() == null ? null : storedOrRefused(entry.parent()).id();
        return jdbc.sql("""
                                insert into motcua.agency_parent as known (agency_id, valid_from, parent_id)
                                values (:agency, :from, :parent)
                                on conflict (agency_id, valid_from) do update set parent_id = excluded.parent_id
                                where known.parent_id is distinct from excluded.parent_id
                                """)
                        .param("agency", id)
                        .param("from", entry.validFrom())
                        .param("parent", parent, Types.INTEGER)
                        .update()
                > 0;
    }

    private void refuseCircles() {
        List<String> circles = jdbc.sql("""
                        with recursive up (start, agency, path) as (
                            select agency_id, parent_id, array[agency_id] from motcua.agency_parent where parent_id is not null
                            union all
                            select u.start, l.parent_id, u.path || l.agency_id
                            from up u join motcua.agency_parent l on l.agency_id = u.agency
                            where l.parent_id is not null and l.agency_id <> all (u.path) and u.agency <> u.start)
                        select distinct a.code from up join motcua.agency a on a.id = up.start where up.agency = up.start
                        order by a.code limit 1
                        """).query(String.class).list();
        if (!circles.isEmpty()) {
            throw new Refusal(
                    "Cây đơn vị bị vòng tròn tại đơn vị %s; hãy sửa cột MaDonViCha".formatted(circles.get(0)));
        }
    }

    private static Refusal unknown(String code) {
        return new Refusal(
                "Không có đơn vị mã %s; hãy kiểm tra mã hoặc nhập danh mục bằng import-catalogue".formatted(code));
    }

    private static Agency read(ResultSet row, int n) throws SQLException {
        @Nullable LocalTime cutOff = row.getObject("cut_off", LocalTime.class);
        return new Agency(
                row.getInt("id"),
                row.getString("code"),
                row.getString("name"),
                AgencyLevel.valueOf(row.getString("level")),
                OfficeHours.parse(row.getString("office_hours"), cutOff),
                row.getObject("closed_from", LocalDate.class));
    }
}
