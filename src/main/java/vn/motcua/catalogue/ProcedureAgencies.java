package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which agencies offer a procedure, where the catalogue says so; otherwise all of its level do. */
@Component
public class ProcedureAgencies {

    private final JdbcClient jdbc;
    private final Agencies agencies;

    ProcedureAgencies(JdbcClient jdbc, Agencies agencies) {
        this.jdbc = jdbc;
        this.agencies = agencies;
    }

    /** Those named for a procedure that are open on a day, by code; none where none is named. */
    public List<Agency> of(String procedure, LocalDate day) {
        return jdbc
                .sql("select agency_id from motcua.procedure_agency where procedure_code = ?")
                .param(procedure)
                .query(Integer.class)
                .list()
                .stream()
                .map(agencies::get)
                .filter(agency -> agency.isOpenOn(day))
                .sorted(Comparator.comparing(Agency::code))
                .toList();
    }

    /** Codes of those named, by the code of the procedure. */
    public Map<String, List<String>> all() {
        return jdbc.sql("""
                        select p.procedure_code, a.code from motcua.procedure_agency p
                        join motcua.agency a on a.id = p.agency_id order by 1, 2
                        """).query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /**
     * Names them anew.
     *
     * @return whether they are others than before
     */
    @Transactional
    public boolean put(String procedure, List<String> codes) {
        Integer[] ids = codes.stream().map(code -> agencies.get(code).id()).toArray(Integer[]::new);
        int gone = jdbc.sql(
                        "delete from motcua.procedure_agency where procedure_code = :code and agency_id <> all (:ids)")
                .param("code", procedure)
                .param("ids", ids)
                .update();
        int come = jdbc.sql("insert into motcua.procedure_agency select :code, unnest(:ids) on conflict do nothing")
                .param("code", procedure)
                .param("ids", ids)
                .update();
        return gone + come > 0;
    }
}
