package vn.motcua.cockpit;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agency;

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
        return new Subtree(who, LocalDate.now(clock), new ArrayList<>()).read();
    }

    private record Subtree(Watcher who, LocalDate day, List<Place> places) {

        private static final Comparator<Agency> BY_NAME =
                Comparator.comparing(Agency::name, Collator.getInstance(Locale.forLanguageTag("vi")));

        List<Place> read() {
            Agency own = who.own();
            if (own == null) {
                below(null, 0);
            } else {
                add(own, 0);
            }
            return places;
        }

        private void add(Agency agency, int depth) {
            places.add(new Place(agency.code(), agency.name(), depth, agency.isOpenOn(day)));
            below(agency.id(), depth + 1);
        }

        private void below(@Nullable Integer agency, int depth) {
            who.register().tree().childrenOf(agency, day).stream()
                    .map(who.register()::get)
                    .sorted(BY_NAME)
                    .forEach(child -> add(child, depth));
        }
    }
}
