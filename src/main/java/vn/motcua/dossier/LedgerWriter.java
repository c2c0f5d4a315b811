package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.catalogue.Procedures;
import vn.motcua.refusal.Refusal;

/** How an operation becomes a ledger row: the dossier is held, the rules are asked, what is kept follows the ledger. */
@Component
class LedgerWriter {

    private final DossierStore store;
    private final SpanStore spans;
    private final DossierChanges changes;
    private final CodeNumbers numbers;
    private final Agencies agencies;
    private final Procedures procedures;
    private final Calendars calendars;
    private final OperationRules rules = new OperationRules();
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    LedgerWriter(
            DossierStore store,
            SpanStore spans,
            DossierChanges changes,
            CodeNumbers numbers,
            Agencies agencies,
            Procedures procedures,
            Calendars calendars,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.store = store;
        this.spans = spans;
        this.changes = changes;
        this.numbers = numbers;
        this.agencies = agencies;
        this.procedures = procedures;
        this.calendars = calendars;
        this.listeners = listeners;
        this.clock = clock;
    }

    Ledger ledger(Dossier dossier) {
        return Ledger.of(store.events(dossier), terms(dossier.versionId(), dossier.agencyId()));
    }

    ClockTerms terms(int versionId, int agencyId) {
        return ClockTerms.of(procedures.get(versionId), agencies.get(agencyId), calendars.history());
    }

    Deadline dueIfReceived(String procedure, String agency, LocalDateTime moment) {
        return begunWith(EventKind.ACCEPTED, procedure, agency, moment)
                .asOf(moment)
                .orElseThrow()
                .due();
    }

    Deadline answerIfFiled(String procedure, String agency, LocalDateTime moment) {
        return begunWith(EventKind.FILED, procedure, agency, moment)
                .acceptance(moment)
                .orElseThrow()
                .due();
    }

    private Ledger begunWith(EventKind kind, String procedure, String agency, LocalDateTime moment) {
        ProcedureVersion version = procedures.getInForce(procedure, moment.toLocalDate());
        return Ledger.of(
                List.of(ClockEvent.of(kind, moment, moment, "")),
                terms(version.id(), agencies.get(agency).id()));
    }

    /** A new dossier, with its code and its first event. */
    Dossier open(Filing filing, EventKind kind, Act act) {
        Optional<Dossier> done = act.key() == null ? Optional.empty() : store.findByFilingKey(act.key());
        if (done.isPresent()) {
            return done.get();
        }
        LocalDateTime now = now();
        ClockEvent event = rules.event(kind, act, List.of(), now);
        LocalDate day = event.occurredAt().toLocalDate();
        Agency agency = agencies.get(filing.agencyCode());
        rules.checkFiling(filing, agency, day);
        ProcedureVersion version = procedures.getInForce(filing.procedureCode(), day);
        String code = numbers.next(agency.code(), day).toString();
        Ledger ledger = Ledger.of(List.of(event), terms(version.id(), agency.id()));
        Kept kept = Kept.of(ledger, now);
        List<ClockSpan> stretches = ClockSpan.of(ledger);
        Dossier dossier = store.wrote(
                changes.file(code, filing, version.id(), agency.id(), ledger, kept, stretches), ledger, stretches);
        listeners.publishEvent(new DossierChanged(dossier, null, ledger));
        return dossier;
    }

    /**
     * One more event of a dossier.
     *
     * @param details adds what only some kinds of event have
     */
    Dossier operate(String code, EventKind kind, Act act, UnaryOperator<ClockEvent> details) {
        Dossier dossier = locked(code);
        Ledger ledger = ledger(dossier);
        if (rules.isDone(ledger, kind, act)) {
            return dossier;
        }
        ClockEvent event = details.apply(rules.event(kind, act, ledger.events(), now()));
        ProcedureVersion version = procedures.get(dossier.versionId());
        rules.check(dossier, version, ledger, event);
        if (kind == EventKind.ACCEPTED) {
            version = procedures.getInForce(
                    version.definition().code(), event.occurredAt().toLocalDate());
            dossier = store.putUnder(version.id(), dossier);
            ledger = Ledger.of(ledger.events(), terms(version.id(), dossier.agencyId()));
        }
        return append(dossier, ledger, event);
    }

    /**
     * Writes down what a changed calendar did to a dossier.
     *
     * @return whether it did anything
     */
    boolean recalculate(String code, LocalDateTime now, String actor) {
        Dossier dossier = locked(code);
        Ledger ledger = ledger(dossier);
        if (Kept.of(ledger, now).equals(dossier.kept())) {
            return false;
        }
        append(dossier, ledger, ClockEvent.of(EventKind.RECALCULATED, now, now, actor));
        return true;
    }

    /** @param dossier as it was kept before the event; what the row says of the due date before is taken from it */
    private Dossier append(Dossier dossier, Ledger before, ClockEvent event) {
        Ledger after = before.with(event);
        Kept kept = Kept.of(after, event.recordedAt());
        List<ClockSpan> stretches = ClockSpan.of(after);
        Dossier changed =
                store.wrote(changes.write(dossier, after, kept, spans.of(dossier), stretches), after, stretches);
        listeners.publishEvent(new DossierChanged(changed, before, after));
        return changed;
    }

    private Dossier locked(String code) {
        return store.lock(code).orElseThrow(() -> unknown(code));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    static Refusal unknown(String code) {
        return new Refusal("Không có hồ sơ mã %s; hãy kiểm tra mã hồ sơ".formatted(code));
    }
}
