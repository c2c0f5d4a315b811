package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who stands under whom, over time. The tree changes: from 1/7/2025 the communes stand directly under the province.
 * In a period every agency that stood on one of its days has one place, the last it had, so that a year in which the
 * tree changed loses nobody and counts nobody twice.
 */
public final class AgencyTree {

    /** @param until the first day on which the link is no longer in force, null while it is */
    record Link(
            int agency,
            @Nullable Integer parent,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean inForceBetween(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && (until == null || until.isAfter(first));
        }
    }

    private final List<Link> links;

    AgencyTree(List<Link> links) {
        this.links = List.copyOf(links);
    }

    /** The agency and all that stood below it in the period, both ends included. */
    public Set<Integer> subtree(int agency, LocalDate from, LocalDate to) {
        Map<Integer, Set<Integer>> children = children(from, to);
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

    /** The agencies directly below one, or the tops for null, in the period. */
    public Set<Integer> childrenOf(@Nullable Integer agency, LocalDate from, LocalDate to) {
        return children(from, to).getOrDefault(agency, Set.of());
    }

    private Map<@Nullable Integer, Set<Integer>> children(LocalDate from, LocalDate to) {
        Map<Integer, Link> places = new LinkedHashMap<>();
        links.stream()
                .filter(link -> link.inForceBetween(from, to))
                .forEach(link -> places.merge(
                        link.agency(), link, (one, other) -> one.from().isAfter(other.from()) ? one : other));
        Map<@Nullable Integer, Set<Integer>> children = new HashMap<>();
        places.values().forEach(link -> children.computeIfAbsent(link.parent(), any -> new LinkedHashSet<>())
                .add(link.agency()));
        return children;
    }
}
