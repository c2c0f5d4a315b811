package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and organisations that filed before, found by the number of their identity card or their tax code. */
@Component
public class FormerApplicants {

    /** What is told about an applicant; the keys of every start form. */
    private static final List<String> KEYS =
            List.of("applicantKind", "applicantName", "idNumber", "phone", "email", "address");

    private static final int SHORTEST = 9;

    /** @param fields as last filled in, by the keys of the start forms */
    public record Former(String dossierCode, LocalDateTime filed, Map<String, Object> fields) {}

    private record Found(long dossier, String code, LocalDateTime filed) {}

    private final JdbcClient jdbc;
    private final Submissions submissions;

    FormerApplicants(JdbcClient jdbc, Submissions submissions) {
        this.jdbc = jdbc;
        this.submissions = submissions;
    }

    /** The applicant of the last dossier filed under the number with one of the agencies. */
    public Optional<Former> find(String idNumber, Collection<Integer> agencies) {
        String digits = idNumber.replaceAll("[\\s-]", "");
        if (digits.length() < SHORTEST) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select d.id, d.code, s.at from motcua.submission s join motcua.dossier d on d.id = s.dossier_id
                        where s.task_key = 'start' and replace(s.fields ->> 'idNumber', '-', '') = :number
                            and d.agency_id = any (:agencies)
                        order by s.id desc limit 1
                        """)
                .param("number", digits)
                .param("agencies", agencies.toArray(Integer[]::new))
                .query((row, n) -> new Found(row.getLong(1), row.getString(2), row.getObject(3, LocalDateTime.class)))
                .optional()
                .map(found -> new Former(found.code(), found.filed(), told(found.dossier())));
    }

    private Map<String, Object> told(long dossier) {
        Map<String, Object> all = submissions.fields(dossier);
        Map<String, Object> told = new LinkedHashMap<>();
        KEYS.forEach(key -> {
            Object value = all.get(key);
            if (value != null) {
                told.put(key, value);
            }
        });
        return told;
    }
}
