package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who stands under whom, over time: from 1/7/2025 the communes stand directly under the province. On a day every agency
 * has exactly one place, the last it was given by then. An agency that has closed keeps its last place, for its
 * dossiers are still somebody's to account for; so nobody is lost and nobody is counted twice.
 */
public final class AgencyTree {

    record Link(int agency, @Nullable Integer parent, LocalDate from) {}

    /** Who stands directly under whom on a day. */
    private record Day(
            LocalDate day, Map<@Nullable Integer, Set<Integer>> children, Map<Integer, @Nullable Integer> parents) {}

    private final List<Link> links;
    /** One page asks for many agencies of the same day. */
    private volatile @Nullable Day lastAsked;

    /** @param links of each agency in the order of their days */
    AgencyTree(List<Link> links) {
        this.links = List.copyOf(links);
    }

    /** The agency and all that stands below it on a day; for a report, the last day of its period. */
    public Set<Integer> subtree(int agency, LocalDate day) {
        Map<@Nullable Integer, Set<Integer>> children = children(day);
        Set<Integer> found = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(agency));
        while (!open.isEmpty()) {
            int next = open.remove();
            if (found.add(next)) {
                open.addAll(children.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** The agencies directly below one on a day, or the tops for null. */
    public Set<Integer> childrenOf(@Nullable Integer agency, LocalDate day) {
        return Collections.unmodifiableSet(children(day).getOrDefault(agency, Set.of()));
    }

    /** The agencies from the top down to the given one, itself included, on a day. */
    public List<Integer> path(int agency, LocalDate day) {
        Map<Integer, @Nullable Integer> parents = on(day).parents();
        LinkedList<Integer> path = new LinkedList<>();
        Integer next = agency;
        while (next != null) {
            path.addFirst(next);
            next = parents.get(next);
        }
        return List.copyOf(path);
    }

    private Map<@Nullable Integer, Set<Integer>> children(LocalDate day) {
        return on(day).children();
    }

    private Day on(LocalDate day) {
        Day known = lastAsked;
        if (known == null || !known.day().equals(day)) {
            known = read(day);
            lastAsked = known;
        }
        return known;
    }

    private Day read(LocalDate day) {
        Map<Integer, Link> places = new LinkedHashMap<>();
        // One that has no place yet takes its first, or its dossiers would be nowhere.
        links.forEach(link -> places.merge(
                link.agency(), link, (before, later) -> later.from().isAfter(day) ? before : later));
        Map<@Nullable Integer, Set<Integer>> children = new HashMap<>();
        Map<Integer, @Nullable Integer> parents = new HashMap<>();
        places.values().forEach(link -> {
            children.computeIfAbsent(link.parent(), any -> new LinkedHashSet<>())
                    .add(link.agency());
            parents.put(link.agency(), link.parent());
        });
        return new Day(day, children, parents);
    }
}
