package vn.motcua.cockpit;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyTree;

/** The agencies one may choose from, as a tree is read: each under its own, in the order of their names. */
@Component
class WatchedAgencies implements Part {

    private final Clock clock;

    WatchedAgencies(Clock clock) {
        this.clock = clock;
    }

    /** @param depth under the watcher's own, 0 for that */
    record Place(String code, String name, int depth, boolean open) {}

    @Override
    public String address() {
        return "agencies";
    }

    @Override
    public List<Place> answer(Watcher who, Asked asked) {
        Map<Integer, Agency> all =
                who.register().all().stream().collect(Collectors.toMap(Agency::id, agency -> agency));
        Subtree subtree = new Subtree(who.register().tree(), all, LocalDate.now(clock), new ArrayList<>());
        if (who.own() == null) {
            subtree.below(null, 0);
        } else {
            subtree.add(who.own(), 0);
        }
        return subtree.places();
    }

    private record Subtree(AgencyTree tree, Map<Integer, Agency> all, LocalDate day, List<Place> places) {

        private static final Comparator<Agency> BY_NAME =
                Comparator.comparing(Agency::name, Collator.getInstance(Locale.forLanguageTag("vi")));

        void add(Agency agency, int depth) {
            places.add(new Place(agency.code(), agency.name(), depth, agency.isOpenOn(day)));
            below(agency.id(), depth + 1);
        }

        void below(@Nullable Integer agency, int depth) {
            tree.childrenOf(agency, day).stream()
                    .flatMap(child -> Stream.ofNullable(all.get(child)))
                    .sorted(BY_NAME)
                    .forEach(child -> add(child, depth));
        }
    }
}
