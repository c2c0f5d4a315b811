package vn.motcua.catalogue;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds procedures by what people remember of them: their code or words of their name, with or without diacritics. */
@Component
public class ProcedureSearch {

    private static final int LONGEST = 100;

    /** A procedure as a list shows it. */
    public record Found(String code, String name, String sector) {}

    private final JdbcClient jdbc;

    ProcedureSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those in force on a day that agencies of the level handle; each word must be somewhere in code, name or sector.
     * Those whose code begins with the text come first.
     */
    public List<Found> find(String text, AgencyLevel level, LocalDate day, int most) {
        String asked = searchable(text);
        String[] words = Arrays.stream(asked.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
                        with in_force as (
                            select distinct on (procedure_code) procedure_code, name, sector_id, agency_level
                            from motcua.procedure_version where not superseded and valid_from <= :day
                            order by procedure_code, valid_from desc)
                        select v.procedure_code, v.name, s.name
                        from in_force v join motcua.sector s on s.id = v.sector_id
                        where v.agency_level = :level
                            and motcua.searchable(v.procedure_code || ' ' || v.name || ' ' || s.name) like all (:words)
                        order by starts_with(motcua.searchable(v.procedure_code), :text) desc, motcua.searchable(v.name), v.procedure_code
                        limit :most
                        """)
                .param("day", day)
                .param("level", level.name())
                .param("words", words)
                .param("text", asked)
                .param("most", most)
                .query((row, n) -> new Found(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** As the database makes a text searchable. */
    private static String searchable(String text) {
        String line = text.replaceAll("\\p{C}", " ").strip();
        String lower = line.substring(0, Math.min(LONGEST, line.length())).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFD).replaceAll("\\p{Mn}+", "").replace('đ', 'd');
    }
}
