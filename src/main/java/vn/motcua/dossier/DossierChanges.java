package vn.motcua.dossier;

import java.sql.Types;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what one event does to a dossier: its ledger row, what is kept, and the spans that differ, in one statement. */
@Repository
class DossierChanges {

    private static final String EVENT = """
            insert into motcua.clock_event select %s, :seq, :kind, :occurred, :recorded, :actor, :reason, :basis, :approver,
                :amount, :appointment, :operation, :dueBefore, :dueBeforeProvisional, :dueAfter, :dueAfterProvisional %s
            """;

    private static final String ROWS = """
            unnest(:%1$sFrom::text[]::timestamp[], :%1$sTo::text[]::timestamp[], :%1$sDue::text[]::timestamp[],
                :%1$sWaiting::boolean[]) as span (valid_from, valid_to, due_at, waiting)
            """;

    private static final String NEW =
            ", new as (insert into motcua.clock_span select %s, span.* from %s " + ROWS.formatted("new") + ")";

    private static final String NEW_OF_KNOWN = NEW.formatted(":id::bigint", "");
    private static final String NEW_OF_FILED = NEW.formatted("filed.id", "filed,");

    private static final String CHANGED =
            """
            , changed as (update motcua.clock_span s set valid_to = span.valid_to, due_at = span.due_at,
                waiting = span.waiting
                from\s""" + ROWS.formatted("changed") + " where s.dossier_id = :id and s.valid_from = span.valid_from)";

    private static final String GONE = """
            , gone as (delete from motcua.clock_span where dossier_id = :id and valid_from = any (:gone::text[]::timestamp[]))
            """;

    private static final String FILING = """
            with filed as (insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind,
                    applicant_name, recorded_at, filing_key, status, filed_at, acceptance_due_at, acceptance_provisional,
                    answered_at, received_at, due_at, due_provisional, waiting_since, resolved_at, outcome, timeliness,
                    returned_at)
                values (:code, :version, :agency, :channel, :applicantKind, :name, :recorded, :operation, :status, :filed,
                    :acceptanceDue, :acceptanceProvisional, :answered, :received, :due, :provisional, :waiting, :resolved,
                    :outcome, :timeliness, :returned)
                returning *),
            event as (
            """ + EVENT.formatted("id", "from filed") + ")";

    private static final String OPERATION = "with event as (" + EVENT.formatted(":id", "") + ")";

    private static final String KEEP = """
             update motcua.dossier set status = :status, filed_at = :filed,
                acceptance_due_at = :acceptanceDue, acceptance_provisional = :acceptanceProvisional,
                answered_at = :answered, received_at = :received, due_at = :due, due_provisional = :provisional,
                waiting_since = :waiting, resolved_at = :resolved, outcome = :outcome, timeliness = :timeliness,
                returned_at = :returned
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Map<EventKind, String> along = new EnumMap<>(EventKind.class);

    DossierChanges(JdbcClient jdbc, ObjectProvider<Dossiers.WriteAlong> more) {
        this.jdbc = jdbc;
        List<Dossiers.WriteAlong> all = more.orderedStream().toList();
        for (EventKind kind : EventKind.values()) {
            along.put(kind, along(kind, all));
        }
    }

    /** A new dossier with its first event. */
    Dossier file(String code, Filing filing, int version, int agency, Ledger ledger, Kept kept, List<ClockSpan> spans) {
        MapSqlParameterSource row = row(ledger, Kept.NOTHING, kept);
        addSpans(row, "new", spans);
        row.addValue("code", code)
                .addValue("version", version)
                .addValue("agency", agency)
                .addValue("channel", filing.channel().number())
                .addValue("applicantKind", filing.applicant().kind().number())
                .addValue("name", filing.applicant().name());
        String sql = FILING + (spans.isEmpty() ? "" : NEW_OF_FILED) + " select * from filed";
        return jdbc.sql(sql).paramSource(row).query(DossierRows::dossier).single();
    }

    /** @param dossier as it was kept before */
    Dossier write(Dossier dossier, Ledger ledger, Kept kept, List<ClockSpan> before, List<ClockSpan> after) {
        Map<LocalDateTime, ClockSpan> stored =
                before.stream().collect(Collectors.toMap(ClockSpan::from, Function.identity()));
        List<ClockSpan> fresh =
                after.stream().filter(span -> !stored.containsKey(span.from())).toList();
        List<ClockSpan> changed = after.stream()
                .filter(span -> stored.containsKey(span.from()) && !span.equals(stored.get(span.from())))
                .toList();
        after.forEach(span -> stored.remove(span.from()));
        MapSqlParameterSource row = row(ledger, dossier.kept(), kept)
                .addValue("id", dossier.id())
                .addValue(
                        "gone",
                        stored.keySet().stream().map(LocalDateTime::toString).toArray(String[]::new));
        addSpans(row, "new", fresh);
        addSpans(row, "changed", changed);
        String sql = OPERATION
                + (fresh.isEmpty() ? "" : NEW_OF_KNOWN)
                + (changed.isEmpty() ? "" : CHANGED)
                + (stored.isEmpty() ? "" : GONE)
                + along.get(last(ledger).kind())
                + KEEP;
        jdbc.sql(sql).paramSource(row).update();
        return dossier.keeping(kept);
    }

    private static String along(EventKind kind, List<Dossiers.WriteAlong> more) {
        List<String> inserts =
                more.stream().flatMap(each -> each.sql(kind).stream()).toList();
        return IntStream.range(0, inserts.size())
                .mapToObj(n -> ", along%d as (%s)".formatted(n, inserts.get(n)))
                .collect(Collectors.joining());
    }

    private static ClockEvent last(Ledger ledger) {
        return ledger.events().get(ledger.events().size() - 1);
    }

    private static MapSqlParameterSource row(Ledger ledger, Kept before, Kept after) {
        MapSqlParameterSource row = new MapSqlParameterSource();
        addEvent(row, ledger, before, after);
        addKept(row, after);
        return row;
    }

    private static void addSpans(MapSqlParameterSource row, String which, List<ClockSpan> spans) {
        row.addValue(which + "From", moments(spans, ClockSpan::from))
                .addValue(which + "To", moments(spans, ClockSpan::to))
                .addValue(which + "Due", moments(spans, ClockSpan::due))
                .addValue(
                        which + "Waiting",
                        spans.stream().map(ClockSpan::waiting).toArray(Boolean[]::new));
    }

    /** As text, which is the same in every time zone of the machine. */
    private static @Nullable String[] moments(
            List<ClockSpan> spans, Function<ClockSpan, @Nullable LocalDateTime> which) {
        return spans.stream()
                .map(which)
                .map(moment -> moment == null ? null : moment.toString())
                .toArray(String[]::new);
    }

    private static void addEvent(MapSqlParameterSource row, Ledger ledger, Kept before, Kept after) {
        ClockEvent event = last(ledger);
        row.addValue("seq", ledger.events().size())
                .addValue("kind", event.kind().name())
                .addValue("occurred", event.occurredAt())
                .addValue("recorded", event.recordedAt())
                .addValue("actor", event.actor())
                .addValue("reason", event.reason(), Types.VARCHAR)
                .addValue("basis", event.legalBasis(), Types.VARCHAR)
                .addValue("approver", event.approver(), Types.VARCHAR)
                .addValue("amount", event.amount(), Types.INTEGER)
                .addValue("appointment", event.appointment(), Types.DATE)
                .addValue("operation", event.operationKey(), Types.VARCHAR)
                .addValue("dueBefore", before.due(), Types.TIMESTAMP)
                .addValue("dueBeforeProvisional", before.due() == null ? null : before.provisional(), Types.BOOLEAN)
                .addValue("dueAfter", after.due(), Types.TIMESTAMP)
                .addValue("dueAfterProvisional", after.due() == null ? null : after.provisional(), Types.BOOLEAN);
    }

    private static void addKept(MapSqlParameterSource row, Kept kept) {
        row.addValue("status", kept.status().number())
                .addValue("filed", kept.filed(), Types.TIMESTAMP)
                .addValue("acceptanceDue", kept.acceptanceDue(), Types.TIMESTAMP)
                .addValue("acceptanceProvisional", kept.acceptanceProvisional())
                .addValue("answered", kept.answered(), Types.TIMESTAMP)
                .addValue("received", kept.received(), Types.TIMESTAMP)
                .addValue("due", kept.due(), Types.TIMESTAMP)
                .addValue("provisional", kept.provisional())
                .addValue("waiting", kept.waitingSince(), Types.TIMESTAMP)
                .addValue("resolved", kept.resolved(), Types.TIMESTAMP)
                .addValue("outcome", name(kept.outcome()), Types.VARCHAR)
                .addValue("timeliness", name(kept.timeliness()), Types.VARCHAR)
                .addValue("returned", kept.returned(), Types.TIMESTAMP);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
