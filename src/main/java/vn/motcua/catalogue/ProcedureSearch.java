package vn.motcua.catalogue;

import java.sql.Types;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds procedures by what people remember of them: their code or words of their name, with or without diacritics. */
@Component
public class ProcedureSearch {

    private static final int LONGEST = 100;

    /**
     * A procedure as a list shows it.
     *
     * @param serviceLevel 1 to 4, Nghị định 43/2011
     */
    public record Found(String code, String name, String sector, AgencyLevel level, int serviceLevel) {}

    /** A field, with how many procedures it has. */
    public record Sector(String name, int procedures) {}

    /**
     * What is looked for.
     *
     * @param text words that must each be somewhere in code, name or sector; empty for all
     * @param level of the agencies that handle it, null for any
     * @param sector its name, null for any
     * @param event code of a life event that takes it, null for any
     * @param agency that offers it, null for any
     */
    public record Asked(
            String text,
            @Nullable AgencyLevel level,
            @Nullable String sector,
            @Nullable String event,
            @Nullable Agency agency) {

        public Asked(String text, @Nullable AgencyLevel level, @Nullable String sector) {
            this(text, level, sector, null, null);
        }
    }

    private final JdbcClient jdbc;

    ProcedureSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those in force on a day; those whose code begins with the text come first, those of an event in its order. */
    public List<Found> find(Asked wanted, LocalDate day, int most) {
        String asked = searchable(wanted.text());
        Agency agency = wanted.agency();
        String[] words = Arrays.stream(asked.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
                        with in_force as (
                            select distinct on (procedure_code) procedure_code, name, sector_id, agency_level,
                                service_level
                            from motcua.procedure_version where not superseded and valid_from <= :day
                            order by procedure_code, valid_from desc)
                        select v.procedure_code, v.name, s.name, v.agency_level, v.service_level
                        from in_force v join motcua.sector s on s.id = v.sector_id
                        where (cast(:level as text) is null or v.agency_level = :level)
                            and (cast(:sector as text) is null or s.name = :sector)
                            and (cast(:event as text) is null or v.procedure_code in (
                                select p.procedure_code from motcua.life_event_procedure p
                                join motcua.life_event e on e.id = p.event_id where e.code = :event))
                            and (cast(:agency as int) is null or (v.agency_level = :agencyLevel
                                and (not exists (select from motcua.procedure_agency a where a.procedure_code = v.procedure_code)
                                    or exists (select from motcua.procedure_agency a
                                        where a.procedure_code = v.procedure_code and a.agency_id = :agency))))
                            and motcua.searchable(v.procedure_code || ' ' || v.name || ' ' || s.name) like all (:words)
                        order by starts_with(motcua.searchable(v.procedure_code), :text) desc,
                            (select p.position from motcua.life_event_procedure p
                             join motcua.life_event e on e.id = p.event_id
                             where e.code = :event and p.procedure_code = v.procedure_code),
                            motcua.searchable(v.name), v.procedure_code
                        limit :most
                        """)
                .param("day", day)
                .param("level", wanted.level() == null ? null : wanted.level().name(), Types.VARCHAR)
                .param("sector", wanted.sector(), Types.VARCHAR)
                .param("event", wanted.event(), Types.VARCHAR)
                .param("agency", agency == null ? null : agency.id(), Types.INTEGER)
                .param("agencyLevel", agency == null ? null : agency.level().name(), Types.VARCHAR)
                .param("words", words)
                .param("text", asked)
                .param("most", most)
                .query((row, n) -> new Found(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        AgencyLevel.valueOf(row.getString(4)),
                        row.getInt(5)))
                .list();
    }

    /** The fields of the procedures in force on a day, by name. */
    public List<Sector> sectors(LocalDate day) {
        return jdbc.sql("""
                        select s.name, count(*)
                        from (select distinct on (procedure_code) procedure_code, sector_id from motcua.procedure_version
                              where not superseded and valid_from <= ? order by procedure_code, valid_from desc) v
                        join motcua.sector s on s.id = v.sector_id
                        group by s.name order by motcua.searchable(s.name)
                        """)
                .param(day)
                .query((row, n) -> new Sector(row.getString(1), row.getInt(2)))
                .list();
    }

    /** As the database makes a text searchable. */
    private static String searchable(String text) {
        String line = text.replaceAll("\\p{C}", " ").strip();
        String lower = line.substring(0, Math.min(LONGEST, line.length())).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Form.NFD).replaceAll("\\p{Mn}+", "").replace('đ', 'd');
    }
}
