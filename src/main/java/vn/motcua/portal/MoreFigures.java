package vn.motcua.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.portal.UnitTable.Branch;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.statistics.MonthlyFigures;
import vn.motcua.statistics.MonthlyFigures.Month;
import vn.motcua.statistics.RatingFigures;
import vn.motcua.statistics.RatingFigures.Stars;
import vn.motcua.statistics.RecentReports;
import vn.motcua.statistics.ServiceLevels;

/** The figures of a period by month, by service level, and of ratings, as the page shows them. */
@Component
class MoreFigures {

    static final int LEVELS = 4;

    /**
     * @param agency whose figures, null for the province
     * @param asOf a moment of the recent reports
     */
    record Asked(LocalDate from, LocalDate to, @Nullable Agency agency, LocalDateTime asOf) {}

    /** What a table of units and months shows. */
    public enum Measure {
        RECEIVED(row -> row.c4() + row.c5()),
        RESOLVED(Ii06aRow::c7),
        EARLY(Ii06aRow::c8),
        ON_TIME(Ii06aRow::c9),
        LATE(Ii06aRow::c10),
        OPEN(Ii06aRow::c11);

        private final ToLongFunction<Ii06aRow> of;

        Measure(ToLongFunction<Ii06aRow> of) {
            this.of = of;
        }
    }

    /** A month with the figures of the agency that is asked for. */
    public record MonthRow(Month month, Ii06aRow row) {}

    /** A unit with one figure of each month. */
    public record UnitMonths(Agency agency, boolean direct, List<Long> cells) {}

    /** The procedures of a level of agencies by service level, 1 to 4. */
    public record Services(AgencyLevel level, List<Long> cells, long total) {}

    /** A unit that was rated. */
    public record RatedUnit(Agency agency, boolean direct, Stars stars) {}

    private final MonthlyFigures months;
    private final ServiceLevels services;
    private final RatingFigures ratings;
    private final RecentReports report;
    private final UnitTable units;

    MoreFigures(
            MonthlyFigures months,
            ServiceLevels services,
            RatingFigures ratings,
            RecentReports report,
            UnitTable units) {
        this.months = months;
        this.services = services;
        this.ratings = ratings;
        this.report = report;
        this.units = units;
    }

    void show(Asked asked, String kind, String measure, Model model) {
        List<Branch> branches = units.branches(asked.agency, asked.to);
        MonthlyFigures.Kind months = choice(MonthlyFigures.Kind.values(), kind, MonthlyFigures.Kind.STATUTORY);
        Measure shown = choice(Measure.values(), measure, Measure.RESOLVED);
        model.addAttribute("monthKind", months);
        model.addAttribute("monthKinds", MonthlyFigures.Kind.values());
        model.addAttribute("measure", shown);
        model.addAttribute("measures", Measure.values());
        try {
            byMonth(this.months.of(asked.from, asked.to, months, asked.asOf), branches, shown, model);
        } catch (Refusal tooLong) {
            model.addAttribute("noMonths", true);
        }
        byLevel(asked, model);
        rated(asked, branches, model);
    }

    private static void byMonth(List<Month> months, List<Branch> branches, Measure shown, Model model) {
        Set<String> all = new TreeSet<>();
        branches.forEach(branch -> all.addAll(branch.codes()));
        List<MonthRow> rows = months.stream()
                .map(month -> new MonthRow(month, month.sum("all", all)))
                .toList();
        model.addAttribute("months", rows);
        model.addAttribute("chart", MonthChart.of(rows));
        model.addAttribute(
                "unitMonths",
                branches.stream()
                        .map(branch -> new UnitMonths(
                                branch.agency(),
                                branch.direct(),
                                months.stream()
                                        .map(month -> shown.of.applyAsLong(month.sum("unit", branch.codes())))
                                        .toList()))
                        .filter(unit -> unit.cells.stream().anyMatch(cell -> cell > 0))
                        .toList());
        model.addAttribute(
                "allMonths",
                rows.stream().map(row -> shown.of.applyAsLong(row.row)).toList());
    }

    private void byLevel(Asked asked, Model model) {
        LocalDate day = asked.to.isBefore(asked.asOf.toLocalDate()) ? asked.to : asked.asOf.toLocalDate();
        List<ServiceLevels.Offered> offered = services.on(day);
        model.addAttribute("servicesOn", day);
        model.addAttribute(
                "services",
                Arrays.stream(AgencyLevel.values())
                        .map(level -> services(level, offered))
                        .filter(services -> services.total > 0)
                        .toList());
        model.addAttribute(
                "received",
                report.rows(new Ii06aQuery(asked.from, asked.to, asked.asOf, null, GroupBy.LEVEL)).stream()
                        .filter(row -> row.c4() + row.c5() > 0)
                        .toList());
    }

    private static Services services(AgencyLevel level, List<ServiceLevels.Offered> offered) {
        Long[] cells = new Long[LEVELS];
        Arrays.fill(cells, 0L);
        offered.stream()
                .filter(each -> each.agencyLevel() == level)
                .forEach(each -> cells[each.serviceLevel() - 1] = each.procedures());
        List<Long> row = List.of(cells);
        return new Services(level, row, row.stream().mapToLong(Long::longValue).sum());
    }

    private void rated(Asked asked, List<Branch> branches, Model model) {
        Map<String, Stars> given = ratings.byAgency(asked.from, asked.to, asked.asOf);
        List<RatedUnit> rated = branches.stream()
                .map(branch -> new RatedUnit(branch.agency(), branch.direct(), sum(branch, given)))
                .filter(unit -> unit.stars.number() > 0)
                .toList();
        model.addAttribute("rated", rated);
        model.addAttribute("allStars", rated.stream().map(RatedUnit::stars).reduce(Stars.none("all"), Stars::plus));
    }

    private static Stars sum(Branch branch, Map<String, Stars> given) {
        return branch.codes().stream()
                .map(given::get)
                .filter(Objects::nonNull)
                .reduce(Stars.none(branch.agency().code()), Stars::plus);
    }

    private static <E extends Enum<E>> E choice(E[] choices, String asked, E usual) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(usual);
    }
}
