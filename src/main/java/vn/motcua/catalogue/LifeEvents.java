package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.refusal.Refusal;

/** The life events by which people look for procedures. */
@Component
public class LifeEvents {

    private static final String SELECT = """
            select e.code, e.name, e.audience,
                   coalesce(array_agg(p.procedure_code order by p.position) filter (where p.procedure_code is not null), '{}')
            from motcua.life_event e left join motcua.life_event_procedure p on p.event_id = e.id
            """;

    /** An event as a list shows it, with how many procedures in force it takes. */
    public record Offered(String code, String name, LifeEvent.Audience audience, int procedures) {}

    private final JdbcClient jdbc;

    LifeEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the list they came from. */
    public List<LifeEvent> all() {
        return read("", List.of());
    }

    /** Those of which some procedure is in force on a day. */
    public List<Offered> offered(LocalDate day) {
        return jdbc.sql("""
                        select e.code, e.name, e.audience, count(distinct p.procedure_code)
                        from motcua.life_event e
                        join motcua.life_event_procedure p on p.event_id = e.id
                        join motcua.procedure_version v on v.procedure_code = p.procedure_code
                        where not v.superseded and v.valid_from <= ?
                        group by e.id order by e.position, e.code
                        """)
                .param(day)
                .query((row, n) -> new Offered(
                        row.getString(1),
                        row.getString(2),
                        LifeEvent.Audience.valueOf(row.getString(3)),
                        row.getInt(4)))
                .list();
    }

    /**
     * Writes a list of events, all of it or nothing; events that it does not name stay behind those that it does.
     *
     * @throws Refusal when a procedure is unknown
     */
    @Transactional
    public Map<Change, Integer> put(List<LifeEvent> events) {
        jdbc.sql("lock table motcua.life_event in share row exclusive mode").update();
        jdbc.sql("update motcua.life_event set position = position + ?")
                .param(events.size())
                .update();
        Map<Change, Integer> count = new EnumMap<>(Change.class);
        List<LifeEvent> written = new ArrayList<>();
        for (LifeEvent event : events) {
            event.procedures().forEach(this::refuseUnknown);
            count.merge(put(event, written.size()), 1, Integer::sum);
            written.add(event);
        }
        return count;
    }

    private Change put(LifeEvent event, int position) {
        Optional<LifeEvent> known =
                read("where e.code = ?", List.of(event.code())).stream().findFirst();
        int id = jdbc.sql("""
                        insert into motcua.life_event (code, name, audience, position)
                        values (:code, :name, :audience, :position)
                        on conflict (code) do update set name = excluded.name, audience = excluded.audience,
                            position = excluded.position
                        returning id
                        """)
                .param("code", event.code())
                .param("name", event.name())
                .param("audience", event.audience().name())
                .param("position", position)
                .query(Integer.class)
                .single();
        if (known.filter(event::equals).isPresent()) {
            return Change.UNCHANGED;
        }
        jdbc.sql("delete from motcua.life_event_procedure where event_id = ?")
                .param(id)
                .update();
        jdbc.sql("""
                        insert into motcua.life_event_procedure
                        select :event, code, position from unnest(:codes) with ordinality listed (code, position)
                        """)
                .param("event", id)
                .param("codes", event.procedures().toArray(String[]::new))
                .update();
        return known.isPresent() ? Change.CHANGED : Change.NEW;
    }

    private void refuseUnknown(String procedure) {
        jdbc.sql("select 1 from motcua.procedure_version where procedure_code = ? limit 1")
                .param(procedure)
                .query(Integer.class)
                .optional()
                .orElseThrow(
                        () -> new Refusal("Không có thủ tục mã %s; hãy kiểm tra mã hoặc nhập danh mục thủ tục trước"
                                .formatted(procedure)));
    }

    private List<LifeEvent> read(String where, List<Object> params) {
        return jdbc.sql(SELECT + where + " group by e.id order by e.position, e.code")
                .params(params)
                .query((row, n) -> new LifeEvent(
                        row.getString(1),
                        row.getString(2),
                        LifeEvent.Audience.valueOf(row.getString(3)),
                        Arrays.asList((String[]) row.getArray(4).getArray())))
                .list();
    }
}
