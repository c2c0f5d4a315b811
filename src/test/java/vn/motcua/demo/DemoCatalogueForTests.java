package vn.motcua.demo;

import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.ProcedureDefinition;

/** Lends the shipped catalogue to tests of other rooms. */
public final class DemoCatalogueForTests {

    private DemoCatalogueForTests() {}

    public static List<ProcedureDefinition> definitions() {
        return DemoCatalogue.definitions();
    }

    public static Map<String, List<String>> agencies() {
        return DemoCatalogue.agencies();
    }
}
