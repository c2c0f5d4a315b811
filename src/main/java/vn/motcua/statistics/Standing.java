package vn.motcua.statistics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyLevel;

/**
 * How everything stands, for those who watch the servers: never refused, also not in a year whose calendar nobody has
 * published yet. The callers' transaction must see one store.
 */
@Component
public class Standing {

    /** More changes than this that wait to be folded are not counted further. */
    public static final int MOST_UNFOLDED = 100_000;

    /** Before every dossier. */
    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    /**
     * The dossiers of the agencies of one level.
     *
     * @param report of everything since the beginning
     * @param waiting those of the open ones that wait for their applicants
     */
    public record Dossiers(Ii06aRow report, long waiting) {}

    private final Ii06aFigures figures;
    private final Agencies agencies;
    private final JdbcClient jdbc;

    Standing(Ii06aFigures figures, Agencies agencies, JdbcClient jdbc) {
        this.figures = figures;
        this.agencies = agencies;
        this.jdbc = jdbc;
    }

    /** By level; a level without dossiers is there too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<AgencyLevel, Dossiers> byLevel(LocalDateTime now) {
        Map<String, AgencyLevel> levels =
                agencies.all().stream().collect(Collectors.toMap(Agency::code, Agency::level));
        Map<AgencyLevel, Ii06aRow> reports = new EnumMap<>(AgencyLevel.class);
        figures.rows(new Ii06aQuery(BEGINNING, now.toLocalDate(), now, null, GroupBy.AGENCY))
                .forEach(row -> reports.merge(levels.get(row.group()), row, Ii06aRow::plus));
        Map<AgencyLevel, Long> waiting = waiting();
        Map<AgencyLevel, Dossiers> dossiers = new EnumMap<>(AgencyLevel.class);
        for (AgencyLevel level : AgencyLevel.values()) {
            Ii06aRow report = reports.getOrDefault(level, Ii06aRow.empty(level.name()));
            dossiers.put(level, new Dossiers(report, waiting.getOrDefault(level, 0L)));
        }
        return dossiers;
    }

    /** How many changes wait to be folded into the figures, or {@link #MOST_UNFOLDED}. */
    public long unfolded() {
        return jdbc.sql("select count(*) from (select from motcua.figure_delta limit ?) one")
                .param(MOST_UNFOLDED)
                .query(Long.class)
                .single();
    }

    private Map<AgencyLevel, Long> waiting() {
        return jdbc
                .sql("""
                        select a.level, sum(waiting) as waiting
                        from (select agency_id, count(*) as waiting from motcua.dossier
                              where waiting_since is not null and resolved_at is null group by agency_id) of_agency
                        join motcua.agency a on a.id = agency_id
                        group by a.level
                        """)
                .query((row, n) -> Map.entry(AgencyLevel.valueOf(row.getString("level")), row.getLong("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
