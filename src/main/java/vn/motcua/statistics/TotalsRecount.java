package vn.motcua.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Recount;
import vn.motcua.dossier.Timeliness;

/**
 * Proves the report as well: every agency's totals of every year, counted ledger by ledger, are what II.06a says, and
 * every figure that it adds up is what the dossiers say.
 */
@Component
public class TotalsRecount {

    private final Ii06aReport report;
    private final FigureRecount figures;
    private final Agencies agencies;
    private final Calendars calendars;
    private final Clock clock;

    TotalsRecount(Ii06aReport report, FigureRecount figures, Agencies agencies, Calendars calendars, Clock clock) {
        this.report = report;
        this.figures = figures;
        this.agencies = agencies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Recounts every dossier and then every total, of one moment's store.
     *
     * @return how many dossiers there are
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long all(Recount recount, Consumer<Difference> differences) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        Map<Integer, String> codes = agencies.all().stream().collect(Collectors.toMap(Agency::id, Agency::code));
        Map<Integer, Map<String, Ii06aRow>> years = new TreeMap<>();
        long dossiers = recount.all(
                differences,
                (dossier, ledger) -> count(dossier, ledger, codes.getOrDefault(dossier.agencyId(), "?"), now, years));
        List<Integer> published = calendars.publishedYears();
        years.forEach((year, counted) -> {
            if (published.contains(year)) {
                compare(year, counted, now, differences);
            }
        });
        figures.all(differences);
        return dossiers;
    }

    private static void count(
            Dossier dossier,
            Ledger ledger,
            String agency,
            LocalDateTime now,
            Map<Integer, Map<String, Ii06aRow>> years) {
        LocalDateTime received = dossier.received();
        if (received == null) {
            return;
        }
        LocalDateTime last = dossier.resolved() == null ? now : dossier.resolved();
        for (int year = received.getYear(); year <= last.getYear(); year++) {
            LocalDate from = LocalDate.of(year, 1, 1);
            LocalDateTime end = from.plusYears(1).minusDays(1).atTime(Deadline.END_OF_DAY);
            Ii06aRow row = ledger.asOf(end.isBefore(now) ? end : now)
                    .map(reading -> row(agency, reading, dossier.channel(), from))
                    .orElse(Ii06aRow.empty(agency));
            years.computeIfAbsent(year, any -> new HashMap<>()).merge(agency, row, Ii06aRow::plus);
        }
    }

    private static Ii06aRow row(String agency, ClockReading reading, Channel channel, LocalDate from) {
        boolean carried = reading.received().isBefore(from.atStartOfDay());
        boolean online = channel == Channel.ONLINE;
        Timeliness timeliness = reading.timeliness();
        boolean open = timeliness == null;
        return new Ii06aRow(
                agency,
                1,
                one(!carried && online),
                one(!carried && !online),
                one(carried),
                one(!open),
                one(timeliness == Timeliness.EARLY),
                one(timeliness == Timeliness.ON_TIME),
                one(timeliness == Timeliness.LATE),
                one(open),
                one(open && !reading.overdue()),
                one(open && reading.overdue()));
    }

    private void compare(int year, Map<String, Ii06aRow> counted, LocalDateTime now, Consumer<Difference> differences) {
        LocalDate from = LocalDate.of(year, 1, 1);
        Ii06aQuery query = new Ii06aQuery(from, LocalDate.of(year, 12, 31), now, null, GroupBy.AGENCY);
        Map<String, Ii06aRow> reported =
                report.rows(query).stream().collect(Collectors.toMap(Ii06aRow::group, row -> row));
        Set<String> all = new HashSet<>(counted.keySet());
        all.addAll(reported.keySet());
        all.stream().sorted().forEach(agency -> {
            Ii06aRow kept = reported.getOrDefault(agency, Ii06aRow.empty(agency));
            Ii06aRow recounted = counted.getOrDefault(agency, Ii06aRow.empty(agency));
            if (!kept.equals(recounted)) {
                differences.accept(new Difference(agency, "II.06a " + year, kept.toString(), recounted.toString()));
            }
        });
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }
}
