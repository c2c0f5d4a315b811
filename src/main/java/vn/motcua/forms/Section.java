package vn.motcua.forms;

import java.util.List;

/** Fields that stand together; the heading is empty where the form gives none. */
public record Section(String heading, List<Field> fields) {

    public Section {
        fields = List.copyOf(fields);
    }
}
