package vn.motcua.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * A unit and the agencies that count with it.
     *
     * @param codes of the agencies whose dossiers are the unit's
     */
    record Branch(Agency agency, boolean direct, Set<String> codes) {}

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
        List<Unit> units = new ArrayList<>();
        for (Branch branch : branches(agency, to)) {
            Ii06aRow sum = branch.codes.stream()
                    .map(rows::get)
                    .filter(Objects::nonNull)
                    .reduce(Ii06aRow.empty(branch.agency.code()), Ii06aRow::plus);
            if (sum.c3() > 0) {
                boolean drillDown = !branch.direct && branch.codes.size() > 1;
                units.add(new Unit(branch.agency, branch.direct, sum, drillDown));
            }
        }
        return units;
    }

    /** The agency itself and the units directly below it on a day, by code; of all of them every agency is in one. */
    List<Branch> branches(@Nullable Agency agency, LocalDate day) {
        AgencyTree tree = agencies.tree();
        List<Branch> branches = new ArrayList<>();
        Integer top = agency == null ? onlyTop(tree, day) : (Integer) agency.id();
        if (top != null) {
            Agency own = agencies.get(top);
            branches.add(new Branch(own, true, Set.of(own.code())));
        }
        for (int child : tree.childrenOf(top, day)) {
            Set<String> codes = tree.subtree(child, day).stream()
                    .map(member -> agencies.get(member).code())
                    .collect(Collectors.toCollection(TreeSet::new));
            branches.add(new Branch(agencies.get(child), false, codes));
        }
        branches.sort(Comparator.comparing((Branch branch) -> branch.agency.code()));
        return branches;
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
