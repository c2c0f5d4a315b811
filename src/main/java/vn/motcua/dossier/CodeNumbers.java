package vn.motcua.dossier;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
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

    /** Makes sure that none of these codes, nor one below it in its agency and day, will be given out again. */
    void reserve(Collection<DossierCode> codes) {
        jdbc.sql("""
                        insert into motcua.dossier_number as known (agency_code, day, last)
                        select agency_code, day, max(number) from unnest(?, ?, ?) as given (agency_code, day, number)
                        group by agency_code, day order by agency_code, day
                        on conflict (agency_code, day) do update set last = excluded.last
                        where known.last < excluded.last
                        """)
                .params(
                        codes.stream().map(DossierCode::agencyCode).toArray(String[]::new),
                        codes.stream().map(DossierCode::day).map(Date::valueOf).toArray(Date[]::new),
                        codes.stream().map(DossierCode::number).toArray(Integer[]::new))
                .update();
    }
}
