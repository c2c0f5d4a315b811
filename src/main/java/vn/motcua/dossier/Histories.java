package vn.motcua.dossier;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;

/** Takes in dossiers of the past by the thousand, with clocks computed, as COPY streams. */
@Component
public class Histories {

    private static final String DOSSIER =
            "dossier (id, code, version_id, agency_id, channel, applicant_kind, applicant_name, recorded_at, register_row,"
                    + " status, filed_at, acceptance_due_at, acceptance_provisional, answered_at, received_at, due_at, due_provisional, waiting_since, resolved_at,"
                    + " outcome, timeliness, returned_at)";
    private static final String EVENT =
            "clock_event (dossier_id, seq, kind, occurred_at, recorded_at, actor, due_before, due_before_provisional,"
                    + " due_after, due_after_provisional)";
    private static final String LICENCE = "issued_licence (kind, number, holder, valid_from, dossier_id)";

    private final JdbcClient jdbc;
    private final CopyStream copy;
    private final CodeNumbers numbers;

    Histories(JdbcClient jdbc, CopyStream copy, CodeNumbers numbers) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.numbers = numbers;
    }

    /**
     * Begins a batch: no other node takes in histories until the transaction ends, and the numbers of these codes will
     * not be given to new dossiers.
     *
     * @return the digest of each code that is known already; empty for a dossier that did not come from a register
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Optional<String>> begin(Collection<String> codes) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('motcua.histories'))")
                .query((row, n) -> 0)
                .list();
        numbers.reserve(
                codes.stream().map(DossierCode::parse).flatMap(Optional::stream).toList());
        Map<String, Optional<String>> known = new HashMap<>();
        jdbc.sql("select code, register_row from motcua.dossier where code = any (?)")
                .param(codes.toArray(String[]::new))
                .query((row, n) -> known.put(row.getString(1), Optional.ofNullable(row.getString(2))))
                .list();
        return known;
    }

    /** Stores what {@link #begin} did not know; the licences of those granted go into the licence register. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(List<ReckonedHistory> histories) {
        if (histories.isEmpty()) {
            return;
        }
        long[] ids = ids(histories.size());
        CopyRows dossiers = new CopyRows();
        CopyRows events = new CopyRows();
        CopyRows spans = new CopyRows();
        CopyRows licences = new CopyRows();
        for (int i = 0; i < ids.length; i++) {
            ReckonedHistory history = histories.get(i);
            addDossier(dossiers, ids[i], history.history(), history.kept());
            addEvents(events, ids[i], history);
            addSpans(spans, ids[i], history.spans());
            addLicence(licences, ids[i], history.history(), history.kept());
        }
        copy.into(DOSSIER, dossiers);
        copy.into(EVENT, events);
        copy.into("clock_span (dossier_id, valid_from, valid_to, due_at, waiting)", spans);
        copy.into(LICENCE, licences);
    }

    private long[] ids(int count) {
        Long[] ids = jdbc.sql("""
                        select array_agg(nextval(pg_get_serial_sequence('motcua.dossier', 'id')))
                        from generate_series(1, ?)
                        """)
                .param(count)
                .query((row, n) -> (Long[]) row.getArray(1).getArray())
                .single();
        return Arrays.stream(ids).mapToLong(Long::longValue).toArray();
    }

    private static void addDossier(CopyRows rows, long id, History history, Kept kept) {
        rows.add(
                id,
                history.code(),
                history.version().id(),
                history.agency().id(),
                (short) history.channel().number(),
                (short) history.applicant().kind().number(),
                history.applicant().name(),
                history.events().get(0).recordedAt(),
                history.digest(),
                (short) kept.status().number(),
                kept.filed(),
                kept.acceptanceDue(),
                kept.acceptanceProvisional(),
                kept.answered(),
                kept.received(),
                kept.due(),
                kept.provisional(),
                kept.waitingSince(),
                kept.resolved(),
                kept.outcome(),
                kept.timeliness(),
                kept.returned());
    }

    private static void addEvents(CopyRows rows, long id, ReckonedHistory history) {
        List<ClockEvent> events = history.history().events();
        Deadline before = null;
        for (int seq = 1; seq <= events.size(); seq++) {
            ClockEvent event = events.get(seq - 1);
            Deadline after = history.dues().get(seq - 1).orElse(null);
            rows.add(
                    id,
                    seq,
                    event.kind(),
                    event.occurredAt(),
                    event.recordedAt(),
                    event.actor(),
                    before == null ? null : before.lastInstant(),
                    before == null ? null : before.provisional(),
                    after == null ? null : after.lastInstant(),
                    after == null ? null : after.provisional());
            before = after;
        }
    }

    private static void addSpans(CopyRows rows, long id, List<ClockSpan> spans) {
        spans.forEach(span -> rows.add(id, span.from(), span.to(), span.due(), span.waiting()));
    }

    private static void addLicence(CopyRows rows, long id, History history, Kept kept) {
        String kind = history.version().definition().licenceKind();
        LocalDateTime granted = kept.resolved();
        if (kind != null && granted != null && kept.outcome() == Outcome.GRANTED) {
            rows.add(kind, history.code(), history.applicant().name(), granted.toLocalDate(), id);
        }
    }
}
