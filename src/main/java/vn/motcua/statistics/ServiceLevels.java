package vn.motcua.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.AgencyLevel;

/** How many procedures are offered at which service level. */
@Component
public class ServiceLevels {

    /**
     * Procedures of one level of agencies and one service level.
     *
     * @param serviceLevel 1 to 4, Nghị định 43/2011
     */
    public record Offered(AgencyLevel agencyLevel, int serviceLevel, long procedures) {}

    private final JdbcClient jdbc;

    ServiceLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The procedures in force on a day; of what is not offered there is no entry. */
    public List<Offered> on(LocalDate day) {
        return jdbc
                .sql("""
                        select agency_level, service_level, count(*)
                        from (select distinct on (procedure_code) agency_level, service_level
                              from motcua.procedure_version
                              where not superseded and valid_from <= ? order by procedure_code, valid_from desc) v
                        group by agency_level, service_level order by agency_level, service_level
                        """)
                .param(day)
                .query((row, n) -> new Offered(AgencyLevel.valueOf(row.getString(1)), row.getInt(2), row.getLong(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Offered::agencyLevel).thenComparing(Offered::serviceLevel))
                .toList();
    }
}
