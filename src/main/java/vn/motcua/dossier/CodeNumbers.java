package vn.motcua.dossier;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers dossiers within agency and day (Thông tư 01/2018/TT-VPCP, Điều 19). The database counts, so that numbers stay
 * unique on several nodes; a transaction that fails leaves a gap, never a repeat.
 */
@Repository
class CodeNumbers {

    private final JdbcClient jdbc;

    CodeNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DossierCode next(String agencyCode, LocalDate day) {
        int number = jdbc.sql("""
                        insert into motcua.dossier_number as known (agency_code, day, last) values (?, ?, 1)
                        on conflict (agency_code, day) do update set last = known.last + 1
                        returning last
                        """).params(agencyCode, day).query(Integer.class).single();
        return new DossierCode(agencyCode, day, number);
    }

    private record Series(String agencyCode, LocalDate day) {}

    /** Makes sure that none of these codes, nor one below it in its agency and day, will be given out again. */
    void reserve(Collection<DossierCode> codes) {
        Map<Series, Integer> last = new LinkedHashMap<>();
        codes.forEach(code -> last.merge(new Series(code.agencyCode(), code.day()), code.number(), Math::max));
        jdbc.sql("""
                        insert into motcua.dossier_number as known (agency_code, day, last)
                        select * from unnest(?, ?, ?) as given (agency_code, day, number) order by agency_code, day
                        on conflict (agency_code, day) do update set last = excluded.last
                        where known.last < excluded.last
                        """)
                .params(
                        last.keySet().stream().map(Series::agencyCode).toArray(String[]::new),
                        last.keySet().stream()
                                .map(Series::day)
                                .map(Date::valueOf)
                                .toArray(Date[]::new),
                        last.values().toArray(Integer[]::new))
                .update();
    }
}
