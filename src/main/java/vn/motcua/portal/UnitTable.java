package vn.motcua.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyTree;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.statistics.RecentReports;

/** The figures of the units directly below an agency, each with all that stands below it (forms II.06b and c). */
@Component
class UnitTable {

    /**
     * @param direct whether these are the dossiers of the agency itself, without the units below it
     * @param drillDown whether the unit has units below it to look into
     */
    public record Unit(Agency agency, boolean direct, Ii06aRow row, boolean drillDown) {}

    private final RecentReports report;
    private final Agencies agencies;

    UnitTable(RecentReports report, Agencies agencies) {
        this.report = report;
        this.agencies = agencies;
    }

    /**
     * @param agency whose units, null for those of the province
     * @param asOf a moment of the recent reports
     */
    List<Unit> below(@Nullable Agency agency, LocalDate from, LocalDate to, LocalDateTime asOf) {
        String scope = agency == null ? null : agency.code();
        Map<String, Ii06aRow> rows = report.rows(new Ii06aQuery(from, to, asOf, scope, GroupBy.AGENCY)).stream()
                .collect(Collectors.toMap(Ii06aRow::group, row -> row));
        Map<Integer, Agency> all = agencies.all().stream().collect(Collectors.toMap(Agency::id, Function.identity()));
        AgencyTree tree = agencies.tree();
        List<Unit> units = new ArrayList<>();
        Integer top = agency == null ? onlyTop(tree, to) : (Integer) agency.id();
        Agency own = top == null ? null : all.get(top);
        if (own != null && rows.containsKey(own.code())) {
            units.add(new Unit(own, true, rows.get(own.code()), false));
        }
        for (int child : tree.childrenOf(top, to)) {
            Agency unit = Objects.requireNonNull(all.get(child));
            Set<Integer> subtree = tree.subtree(child, to);
            Ii06aRow sum = subtree.stream()
                    .map(member ->
                            rows.get(Objects.requireNonNull(all.get(member)).code()))
                    .filter(Objects::nonNull)
                    .reduce(Ii06aRow.empty(unit.code()), Ii06aRow::plus);
            if (sum.c3() > 0) {
                units.add(new Unit(unit, false, sum, subtree.size() > 1));
            }
        }
        units.sort(Comparator.comparing((Unit unit) -> unit.agency().code()));
        return units;
    }

    /** The agencies from the top down to the given one, on a day. */
    List<Agency> path(Agency agency, LocalDate day) {
        return agencies.tree().path(agency.id(), day).stream()
                .map(agencies::get)
                .toList();
    }

    private static @Nullable Integer onlyTop(AgencyTree tree, LocalDate day) {
        Set<Integer> tops = tree.childrenOf(null, day);
        return tops.size() == 1 ? tops.iterator().next() : null;
    }
}
