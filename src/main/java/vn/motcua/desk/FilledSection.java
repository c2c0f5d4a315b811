package vn.motcua.desk;

import java.util.List;

/** Fields that stand together on a form; the heading is empty where the form gives none. */
record FilledSection(String heading, List<Filled> fields) {

    FilledSection {
        fields = List.copyOf(fields);
    }
}
