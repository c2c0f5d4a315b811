package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that what is kept beside the ledger is what the ledger says, dossier by dossier. */
@Component
public class Recount {

    private static final int CHUNK = 2_000;

    private final JdbcClient jdbc;
    private final LedgerWriter ledgers;
    private final Clock clock;

    Recount(JdbcClient jdbc, LedgerWriter ledgers, Clock clock) {
        this.jdbc = jdbc;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * Recomputes every dossier from its received, wait, extension and result events alone.
     *
     * @param differences is told each thing that is kept otherwise
     * @param shown is shown every dossier with its ledger
     * @return how many dossiers there are
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public long all(Consumer<Difference> differences, BiConsumer<Dossier, Ledger> shown) {
        LocalDateTime now = LocalDateTime.now(clock);
        Map<List<Integer>, ClockTerms> terms = new HashMap<>();
        long count = 0;
        long last = 0;
        while (true) {
            List<Dossier> chunk = jdbc.sql("select * from motcua.dossier where id > ? order by id limit " + CHUNK)
                    .param(last)
                    .query(DossierRows::dossier)
                    .list();
            if (chunk.isEmpty()) {
                return count;
            }
            long first = chunk.get(0).id();
            last = chunk.get(chunk.size() - 1).id();
            Map<Long, List<ClockEvent>> events = events(first, last);
            Map<Long, List<ClockSpan>> spans = spans(first, last);
            for (Dossier dossier : chunk) {
                Ledger ledger = Ledger.of(
                        events.getOrDefault(dossier.id(), List.of()),
                        terms.computeIfAbsent(
                                List.of(dossier.versionId(), dossier.agencyId()),
                                key -> ledgers.terms(dossier.versionId(), dossier.agencyId())));
                compare(dossier, ledger, spans.getOrDefault(dossier.id(), List.of()), now, differences);
                shown.accept(dossier, ledger);
            }
            count += chunk.size();
        }
    }

    private static void compare(
            Dossier dossier,
            Ledger ledger,
            List<ClockSpan> spans,
            LocalDateTime now,
            Consumer<Difference> differences) {
        Kept kept = dossier.kept();
        Kept recounted = Kept.of(ledger, now);
        compare(dossier, "status", kept.status(), recounted.status(), differences);
        compare(dossier, "filed", kept.filed(), recounted.filed(), differences);
        compare(dossier, "acceptanceDue", kept.acceptanceDue(), recounted.acceptanceDue(), differences);
        compare(
                dossier,
                "acceptanceProvisional",
                kept.acceptanceProvisional(),
                recounted.acceptanceProvisional(),
                differences);
        compare(dossier, "answered", kept.answered(), recounted.answered(), differences);
        compare(dossier, "received", kept.received(), recounted.received(), differences);
        compare(dossier, "due", kept.due(), recounted.due(), differences);
        compare(dossier, "provisional", kept.provisional(), recounted.provisional(), differences);
        compare(dossier, "waitingSince", kept.waitingSince(), recounted.waitingSince(), differences);
        compare(dossier, "resolved", kept.resolved(), recounted.resolved(), differences);
        compare(dossier, "outcome", kept.outcome(), recounted.outcome(), differences);
        compare(dossier, "timeliness", kept.timeliness(), recounted.timeliness(), differences);
        compare(dossier, "returned", kept.returned(), recounted.returned(), differences);
        compare(dossier, "spans", spans, ClockSpan.of(ledger), differences);
    }

    private static void compare(
            Dossier dossier,
            String what,
            @Nullable Object kept,
            @Nullable Object recounted,
            Consumer<Difference> differences) {
        if (!Objects.equals(kept, recounted)) {
            differences.accept(new Difference(dossier.code(), what, String.valueOf(kept), String.valueOf(recounted)));
        }
    }

    private Map<Long, List<ClockEvent>> events(long first, long last) {
        Map<Long, List<ClockEvent>> events = new HashMap<>();
        jdbc.sql("select * from motcua.clock_event where dossier_id between ? and ? order by dossier_id, seq")
                .params(first, last)
                .query((row, n) -> events.computeIfAbsent(row.getLong("dossier_id"), id -> new ArrayList<>())
                        .add(DossierRows.event(row, n)))
                .list();
        return events;
    }

    private Map<Long, List<ClockSpan>> spans(long first, long last) {
        Map<Long, List<ClockSpan>> spans = new HashMap<>();
        jdbc.sql("select * from motcua.clock_span where dossier_id between ? and ? order by dossier_id, valid_from")
                .params(first, last)
                .query((row, n) -> spans.computeIfAbsent(row.getLong("dossier_id"), id -> new ArrayList<>())
                        .add(new ClockSpan(
                                row.getObject("valid_from", LocalDateTime.class),
                                row.getObject("valid_to", LocalDateTime.class),
                                row.getObject("due_at", LocalDateTime.class),
                                row.getBoolean("waiting"))))
                .list();
        return spans;
    }
}
