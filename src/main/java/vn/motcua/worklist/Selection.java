package vn.motcua.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import vn.motcua.dossier.DossierCode;

/**
 * The tasks of a scope that a filter leaves, as SQL. Of each group of each agency one range of the index is read, in the
 * order of the list and no further than needed; so many agencies cost as many short looks, however many tasks there are.
 */
final class Selection {

    private static final int WORDS = 8;

    /** Up to so many are listed one by one: the database knows how many they are and plans once for all questions. */
    private static final int FEW = 6;

    private static final String MANY_PLACES =
            "select agency, staff_group from unnest(:agencies::int[]) agency cross join unnest(:groups::text[]) staff_group";
    private static final String OF_GROUPS = """
            select w.* from (%5$s) place (agency, staff_group)
            cross join lateral (
                select %1$s from motcua.work_item w
                where w.agency_id = place.agency and w.staff_group = place.staff_group and %2$s
                %3$s limit %4$d) w
            %3$s limit %4$d""";
    private static final String OF_PERSON = """
            select %1$s from motcua.work_item w where w.assignee = :assignee
                and w.agency_id = any (:agencies::int[]) and w.staff_group = any (:groups::text[]) and %2$s
            %3$s limit %4$d""";

    private final WorklistScope scope;
    private final String places;
    private final List<String> conditions = new ArrayList<>();
    private final MapSqlParameterSource parameters;

    /** @param moments what the tabs need; the rest is added */
    Selection(WorklistScope scope, WorklistFilter filter, MapSqlParameterSource moments) {
        this.scope = scope;
        this.parameters = moments;
        List<Integer> agencies = scope.agencies().stream()
                .filter(id -> filter.agency() == null || filter.agency().equals(id))
                .toList();
        List<String> groups = List.copyOf(scope.staffGroups());
        parameters
                .addValue("agencies", agencies.toArray(Integer[]::new))
                .addValue("groups", groups.toArray(String[]::new))
                .addValue("assignee", scope.assignee());
        this.places = places(agencies, groups);
        add(filter);
    }

    MapSqlParameterSource parameters() {
        return parameters;
    }

    private String places(List<Integer> agencies, List<String> groups) {
        int places = agencies.size() * groups.size();
        if (places == 0 || places > FEW) {
            return MANY_PLACES;
        }
        List<String> each = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            parameters.addValue("agency" + i, agencies.get(i / groups.size()));
            parameters.addValue("group" + i, groups.get(i % groups.size()));
            each.add("(:agency%1$d::int, :group%1$d::text)".formatted(i));
        }
        return "values " + String.join(", ", each);
    }

    /** @param order "order by …", or nothing where the order does not matter */
    String sql(String columns, List<String> more, String order, int limit) {
        String where = String.join(
                " and ", Stream.concat(conditions.stream(), more.stream()).toList());
        return (scope.assignee() == null ? OF_GROUPS : OF_PERSON).formatted(columns, where, order, limit, places);
    }

    private void add(WorklistFilter filter) {
        if (filter.procedure() != null) {
            add(
                    "w.version_id = any (array(select v.id from motcua.procedure_version v where v.procedure_code = :procedure))",
                    "procedure",
                    plain(filter.procedure()));
        }
        if (filter.channel() != null) {
            add("w.channel = :channel", "channel", filter.channel().number());
        }
        if (filter.step() != null) {
            add("w.name = :step", "step", plain(filter.step()));
        }
        if (filter.search() != null) {
            search(plain(filter.search()).strip());
        }
    }

    private void search(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (DossierCode.parse(code).isPresent()) {
            add("w.dossier_id = (select d.id from motcua.dossier d where d.code = :code)", "code", code);
            return;
        }
        List<String> words =
                Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
        for (int i = 0; i < Math.min(words.size(), WORDS); i++) {
            add("strpos(w.search, (select motcua.searchable(:word%1$d))) > 0".formatted(i), "word" + i, words.get(i));
        }
    }

    private void add(String condition, String parameter, Object value) {
        conditions.add(condition);
        parameters.addValue(parameter, value);
    }

    /** PostgreSQL has no text with a NUL. */
    private static String plain(String text) {
        return text.replace('\0', ' ');
    }
}
