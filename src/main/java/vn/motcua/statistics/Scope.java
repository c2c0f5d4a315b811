package vn.motcua.statistics;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;

/** Finds the agencies that a report is about. */
@Component
class Scope {

    /** @param everywhere whether no agency is left out */
    record Reported(boolean everywhere, Set<Integer> agencies) {
        Integer[] ids() {
            return agencies.toArray(Integer[]::new);
        }
    }

    private final Agencies agencies;

    Scope(Agencies agencies) {
        this.agencies = agencies;
    }

    Reported of(Ii06aQuery query) {
        Set<Integer> all = agencies.all().stream().map(Agency::id).collect(Collectors.toSet());
        if (query.agency() == null) {
            return new Reported(true, all);
        }
        Set<Integer> subtree =
                agencies.tree().subtree(agencies.get(query.agency()).id(), query.to());
        return new Reported(subtree.containsAll(all), subtree);
    }
}
