package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Ledger;
import vn.motcua.sla.Measure;

/** The dossiers about which something was entered after a period was signed off that happened before its end. */
@Component
class LateEntries {

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

    private record Row(long id, String sector, String procedure) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Agencies agencies;

    LateEntries(JdbcClient jdbc, Dossiers dossiers, Agencies agencies) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.agencies = agencies;
    }

    /** Those whose figures are other ones today. */
    List<Cause> since(Closing closing) {
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
}
