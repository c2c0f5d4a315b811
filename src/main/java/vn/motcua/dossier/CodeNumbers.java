package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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

    /** Makes sure that no code up to the given one of its agency and day will be given out again. */
    void reserve(Map<DossierCode, Integer> highest) {
        highest.forEach((day, number) -> jdbc.sql("""
                        insert into motcua.dossier_number as known (agency_code, day, last)
                        values (:agency, :day, :number)
                        on conflict (agency_code, day) do update set last = excluded.last
                        where known.last < excluded.last
                        """)
                .paramSource(new MapSqlParameterSource("agency", day.agencyCode())
                        .addValue("day", day.day())
                        .addValue("number", number))
                .update());
    }
}
