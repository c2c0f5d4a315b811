package vn.motcua.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.FigureTable;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.statistics.MonthlyFigures;
import vn.motcua.statistics.MonthlyFigures.Month;
import vn.motcua.statistics.RatingFigures;
import vn.motcua.statistics.RatingFigures.Stars;
import vn.motcua.statistics.RecentReports;
import vn.motcua.statistics.ServiceLevels;

/** The figures of now as tables, as they stood when the last half minute began. */
@Component
class FigureTables {

    private static final String ALL = "all";

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    /**
     * @param agency code of the agency whose subtree is meant on the last day, null for all
     * @param byAgency each agency's own figures instead of one sum
     */
    record Asked(LocalDate from, LocalDate to, @Nullable String agency, boolean byAgency) {

        Asked {
            if (to.isBefore(from)) {
                throw new Refusal("Ngày cuối kỳ %s trước ngày đầu kỳ %s; hãy đổi lại".formatted(to, from));
            }
            if (from.getYear() < EARLIEST || to.getYear() > LATEST) {
                throw new Refusal("Kỳ từ %s đến %s không nằm trong các năm %d đến %d; hãy đổi lại"
                        .formatted(from, to, EARLIEST, LATEST));
            }
        }
    }

    private final RecentReports recent;
    private final MonthlyFigures months;
    private final ServiceLevels services;
    private final RatingFigures ratings;
    private final Agencies agencies;

    FigureTables(
            RecentReports recent,
            MonthlyFigures months,
            ServiceLevels services,
            RatingFigures ratings,
            Agencies agencies) {
        this.recent = recent;
        this.months = months;
        this.services = services;
        this.ratings = ratings;
        this.agencies = agencies;
    }

    FigureTable months(Asked asked, MonthlyFigures.Kind kind) {
        Set<String> scope = scope(asked);
        List<String> columns = new ArrayList<>(List.of("month", "from", "to", "group"));
        columns.addAll(Ii06aRow.COLUMNS);
        List<List<Object>> rows = new ArrayList<>();
        for (Month month : months.of(asked.from, asked.to, kind, recent.moment())) {
            Stream<Ii06aRow> figures = asked.byAgency
                    ? scope.stream().map(month.byAgency()::get).filter(Objects::nonNull)
                    : Stream.of(month.sum(ALL, scope));
            figures.forEach(row -> {
                List<Object> line = new ArrayList<>(List.of(
                        month.month().toString(),
                        month.from().toString(),
                        month.to().toString(),
                        row.group()));
                line.addAll(row.cells());
                rows.add(line);
            });
        }
        return new FigureTable(columns, rows);
    }

    FigureTable levels(LocalDate from, LocalDate to) {
        Ii06aQuery query = new Ii06aQuery(from, to, recent.moment(), null, GroupBy.LEVEL);
        return new FigureTable(
                List.of("level", "received", "online", "other"),
                recent.rows(query).stream()
                        .map(row -> List.of(Integer.valueOf(row.group()), row.c4() + row.c5(), row.c4(), row.c5()))
                        .toList());
    }

    FigureTable services(LocalDate day) {
        return new FigureTable(
                List.of("agencyLevel", "level", "procedures"),
                services.on(day).stream()
                        .map(each -> List.of(each.agencyLevel().code(), each.serviceLevel(), each.procedures()))
                        .toList());
    }

    FigureTable ratings(Asked asked) {
        Set<String> scope = scope(asked);
        Map<String, Stars> given = ratings.byAgency(asked.from, asked.to, recent.moment());
        Stream<Stars> found = scope.stream().map(given::get).filter(Objects::nonNull);
        Stream<Stars> shown = asked.byAgency ? found : Stream.of(found.reduce(Stars.none(ALL), Stars::plus));
        return new FigureTable(
                List.of("group", "ratings", "average", "stars1", "stars2", "stars3", "stars4", "stars5"),
                shown.map(FigureTables::line).toList());
    }

    private static List<@Nullable Object> line(Stars stars) {
        List<@Nullable Object> line = new ArrayList<>(List.of(stars.group(), stars.number()));
        @Nullable BigDecimal average = stars.average(2);
        line.add(average);
        line.addAll(List.of(stars.one(), stars.two(), stars.three(), stars.four(), stars.five()));
        return line;
    }

    /** Codes of the agencies that are meant, in their order. */
    private Set<String> scope(Asked asked) {
        if (asked.agency == null) {
            return agencies.all().stream().map(Agency::code).collect(Collectors.toCollection(TreeSet::new));
        }
        int top = agencies.get(asked.agency).id();
        return agencies.tree().subtree(top, asked.to).stream()
                .map(id -> agencies.get(id).code())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
