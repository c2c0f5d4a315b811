package vn.motcua.dossier;

import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.refusal.Refusal;

/** The register of issued licences. */
@Component
public class Licences {

    private final JdbcClient jdbc;

    Licences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enters the licence that a dossier's grant issues; the same dossier again changes nothing. */
    @Transactional
    public void issue(Dossier dossier, Licence licence) {
        int entered = jdbc.sql("""
                        insert into motcua.issued_licence (kind, number, holder, valid_from, valid_to, dossier_id)
                        values (:kind, :number, :holder, :from, :to, :dossier)
                        on conflict do nothing
                        """)
                .param("kind", licence.kind())
                .param("number", licence.number())
                .param("holder", licence.holder())
                .param("from", licence.validFrom())
                .param("to", licence.validTo(), Types.DATE)
                .param("dossier", dossier.id())
                .update();
        if (entered == 0 && !isIssued(dossier.id())) {
            throw new Refusal(
                    "Số %s của loại %s đã được cấp; hãy dùng số khác".formatted(licence.number(), licence.kind()));
        }
    }

    /** The next number of a kind in a year, given out once and for all; from 1. */
    @Transactional
    public int nextNumber(String kind, int year) {
        return jdbc.sql("""
                        insert into motcua.licence_number as known values (?, ?, 1)
                        on conflict (kind, year) do update set last = known.last + 1 returning last
                        """).params(kind, year).query(Integer.class).single();
    }

    /** Whether the dossier's licence is in the register already. */
    public boolean isIssued(long dossierId) {
        return jdbc.sql("select exists (select 1 from motcua.issued_licence where dossier_id = ?)")
                .param(dossierId)
                .query(Boolean.class)
                .single();
    }

    /** How many licences were issued from dossiers of each procedure in the period, both days included; by code. */
    public Map<String, Integer> granted(LocalDate from, LocalDate to) {
        Map<String, Integer> granted = new LinkedHashMap<>();
        jdbc.sql("""
                        select v.procedure_code, count(*)
                        from motcua.issued_licence l
                        join motcua.dossier d on d.id = l.dossier_id
                        join motcua.procedure_version v on v.id = d.version_id
                        where l.valid_from between ? and ?
                        group by 1 order by 1
                        """)
                .params(from, to)
                .query((row, n) -> granted.put(row.getString(1), row.getInt(2)))
                .list();
        return granted;
    }
}
