package vn.motcua.sla;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people call the keys of groups. */
@Component
class Labels {

    private final JdbcClient jdbc;

    Labels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Group> of(List<Dimension> dimensions, Map<List<String>, Map<Measure, Long>> groups) {
        List<Map<String, String>> names = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            int place = i;
            names.add(names(
                    dimensions.get(i),
                    groups.keySet().stream().map(keys -> keys.get(place)).collect(Collectors.toSet())));
        }
        List<Group> labelled = new ArrayList<>();
        groups.forEach((keys, counts) -> {
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                labels.add(names.get(i).getOrDefault(keys.get(i), keys.get(i)));
            }
            labelled.add(new Group(keys, labels, counts));
        });
        return labelled;
    }

    private Map<String, String> names(Dimension dimension, Set<String> keys) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select grp.key, %s as label from unnest(:keys) grp (key)".formatted(dimension.label()))
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) ->
                        row.getString("label") == null ? null : names.put(row.getString("key"), row.getString("label")))
                .list();
        return names;
    }
}
