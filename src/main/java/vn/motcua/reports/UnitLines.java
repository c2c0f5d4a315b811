package vn.motcua.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyTree;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.sla.Dimension;

/** The lines of a report by unit, each added up from the units below it (forms II.06b and c). */
@Component
class UnitLines {

    private final Agencies agencies;

    UnitLines(Agencies agencies) {
        this.agencies = agencies;
    }

    /** @param own the cells of each agency's own dossiers, by its code */
    private record Asked(
            AgencyTree tree, LocalDate day, Map<String, List<Object>> own, int columns, boolean everyLevel) {}

    /**
     * What an agency handles itself, and the units directly below it; those without dossiers are left out.
     *
     * @param everyLevel whether the units below these are told as well
     */
    List<Line> of(Agency top, LocalDate day, Map<String, List<Object>> own, int columns, boolean everyLevel) {
        List<Line> lines = new ArrayList<>();
        below(new Asked(agencies.tree(), day, own, columns, everyLevel), top, "", 0, lines);
        return lines;
    }

    private void below(Asked asked, Agency above, String prefix, int depth, List<Line> lines) {
        int number = 0;
        List<Object> itself = asked.own.getOrDefault(above.code(), List.of());
        if (hasAny(itself)) {
            lines.add(new Line(
                    prefix + ++number,
                    above.name(),
                    above.code() + " own",
                    depth,
                    above.code(),
                    Map.of(Dimension.AGENCY.name(), above.code()),
                    itself));
        }
        for (Agency child : children(asked, above)) {
            List<Object> sum = sum(asked, child);
            if (hasAny(sum)) {
                String told = prefix + ++number;
                lines.add(new Line(told, child.name(), child.code(), depth, child.code(), Map.of(), sum));
                if (asked.everyLevel && !children(asked, child).isEmpty()) {
                    below(asked, child, told + ".", depth + 1, lines);
                }
            }
        }
    }

    private List<Agency> children(Asked asked, Agency above) {
        return asked.tree.childrenOf(above.id(), asked.day).stream()
                .map(agencies::get)
                .sorted(Comparator.comparing(Agency::code))
                .toList();
    }

    private List<Object> sum(Asked asked, Agency unit) {
        List<List<Object>> all = asked.tree.subtree(unit.id(), asked.day).stream()
                .map(member -> asked.own.get(agencies.get(member).code()))
                .filter(java.util.Objects::nonNull)
                .toList();
        return all.isEmpty()
                ? Collections.nCopies(asked.columns, 0L)
                : IntStream.range(0, asked.columns)
                        .mapToObj(column -> (Object) all.stream()
                                .mapToLong(cells -> (Long) cells.get(column))
                                .sum())
                        .toList();
    }

    private static boolean hasAny(List<Object> cells) {
        return cells.stream().anyMatch(cell -> !cell.equals(0L));
    }
}
