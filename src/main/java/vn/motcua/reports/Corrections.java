package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Ledger;
import vn.motcua.people.Staff;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.Measure;

/** What was entered after a period was signed off and belongs into it, against the figures that were signed. */
@Component
class Corrections {

    /** More dossiers are not told one by one. */
    static final int MOST = 500;

    private static final String ENTERED_LATER = """
            select d.id, s.name as sector, v.procedure_code as procedure
            from motcua.dossier d
            join motcua.procedure_version v on v.id = d.version_id
            join motcua.sector s on s.id = v.sector_id
            where d.agency_id = any (:agencies) and d.id in (
                select dossier_id from motcua.clock_event where recorded_at > :signed and occurred_at <= :judged
                union
                select dossier_id from motcua.clock_event where dossier_id > :last and occurred_at <= :judged)
            order by d.code limit :most
            """;

    /**
     * A dossier about which something was entered later.
     *
     * @param entered what, in the order in which it was entered
     * @param before the figures it counted in, as was known when the period was signed off
     */
    record Cause(
            Dossier dossier,
            String sector,
            String procedure,
            List<ClockEvent> entered,
            Set<Measure> before,
            Set<Measure> after) {

        boolean moves(Measure measure) {
            return before.contains(measure) != after.contains(measure);
        }

        boolean moves() {
            return !before.equals(after);
        }
    }

    /** A cell whose figure is another today. */
    record Difference(Line line, Column column, long signed, long now, List<Cause> causes) {}

    private record Row(long id, String sector, String procedure) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Agencies agencies;
    private final Staff staff;

    Corrections(JdbcClient jdbc, Dossiers dossiers, Agencies agencies, Staff staff) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.agencies = agencies;
        this.staff = staff;
    }

    /** Cell by cell, in the order of the report. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<Difference> of(Closing closing, Report signed, Report now) {
        List<Difference> differences = new ArrayList<>();
        Map<String, Line> then = lines(signed);
        Map<String, Line> today = lines(now);
        Map<String, Line> all = new LinkedHashMap<>(then);
        today.forEach(all::putIfAbsent);
        if (!then.equals(today) && signed.kind().isCounted()) {
            List<Cause> causes = causes(closing);
            all.forEach((identity, line) ->
                    compare(closing, line, then.get(identity), today.get(identity), signed, causes, differences));
        }
        return differences;
    }

    private void compare(
            Closing closing,
            Line line,
            @Nullable Line then,
            @Nullable Line today,
            Report report,
            List<Cause> causes,
            List<Difference> differences) {
        List<Column> columns = report.table().columns();
        for (int at = 0; at < columns.size(); at++) {
            long signed = then == null ? 0 : then.count(at);
            long now = today == null ? 0 : today.count(at);
            if (signed != now) {
                Column column = columns.get(at);
                Measure measure = Measure.valueOf(column.key());
                differences.add(new Difference(
                        line,
                        column,
                        signed,
                        now,
                        causes.stream()
                                .filter(cause -> cause.moves(measure) && isIn(cause, line, closing))
                                .toList()));
            }
        }
    }

    private boolean isIn(Cause cause, Line line, Closing closing) {
        boolean within = line.agency() == null
                || agencies.tree()
                        .subtree(agencies.get(line.agency()).id(), closing.to())
                        .contains(cause.dossier.agencyId());
        return within
                && has(
                        line,
                        Dimension.AGENCY,
                        agencies.get(cause.dossier.agencyId()).code())
                && has(line, Dimension.SECTOR, cause.sector)
                && has(line, Dimension.PROCEDURE, cause.procedure);
    }

    private static boolean has(Line line, Dimension dimension, String key) {
        String wanted = line.where() == null ? null : line.where().get(dimension.name());
        return wanted == null || wanted.equals(key);
    }

    /** The rows and the total, by what they are about. */
    private static Map<String, Line> lines(Report report) {
        Map<String, Line> lines = report.table().lines().stream()
                .collect(Collectors.toMap(Line::identity, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Line total = report.table().total();
        if (total != null) {
            lines.put(total.identity(), total);
        }
        // The number of a row says nothing about its figures.
        lines.replaceAll((identity, line) ->
                new Line("", line.label(), line.key(), line.depth(), line.agency(), line.where(), line.cells()));
        return lines;
    }

    private List<Cause> causes(Closing closing) {
        LocalDateTime from = closing.from().atStartOfDay();
        LocalDateTime judged = closing.to().atTime(Deadline.END_OF_DAY);
        return jdbc
                .sql(ENTERED_LATER)
                .param(
                        "agencies",
                        agencies.tree()
                                .subtree(closing.agencyId(), closing.to())
                                .toArray(Integer[]::new))
                .param("signed", closing.signedAt())
                .param("judged", judged)
                .param("last", closing.lastDossier())
                .param("most", MOST)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("sector"), row.getString("procedure")))
                .list()
                .stream()
                .map(row -> cause(row, closing, from, judged))
                .filter(Cause::moves)
                .toList();
    }

    private Cause cause(Row row, Closing closing, LocalDateTime from, LocalDateTime judged) {
        Dossier dossier = dossiers.get(row.id);
        Ledger ledger = dossiers.ledger(dossier);
        int known = row.id > closing.lastDossier()
                ? 0
                : (int) ledger.events().stream()
                        .filter(event -> !event.recordedAt().isAfter(closing.signedAt()))
                        .count();
        return new Cause(
                dossier,
                row.sector,
                row.procedure,
                ledger.events().subList(known, ledger.events().size()).stream()
                        .filter(event -> !event.occurredAt().isAfter(judged))
                        .toList(),
                known == 0
                        ? EnumSet.noneOf(Measure.class)
                        : DossierThen.measures(ledger.first(known), dossier.channel(), from, judged),
                DossierThen.measures(ledger, dossier.channel(), from, judged));
    }

    /** The full names of those who entered something, by username. */
    Map<String, String> names(List<Difference> differences) {
        return staff.fullNames(differences.stream()
                .flatMap(difference -> difference.causes.stream())
                .flatMap(cause -> cause.entered.stream())
                .map(ClockEvent::actor)
                .collect(Collectors.toSet()));
    }
}
