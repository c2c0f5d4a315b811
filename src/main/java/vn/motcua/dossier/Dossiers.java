package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.catalogue.Procedures;
import vn.motcua.refusal.Refusal;

/**
 * Everything that is done to a dossier's clock. Each operation is one ledger row in one transaction; it refuses what
 * cannot follow from the dossier's state, and of two people at once the second is told what the first did. A retry with
 * the same {@link Act#key() key} changes nothing.
 */
@Component
public class Dossiers {

    private final DossierStore store;
    private final CodeNumbers numbers;
    private final Agencies agencies;
    private final Procedures procedures;
    private final Calendars calendars;
    private final OperationRules rules;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Dossiers(
            DossierStore store,
            CodeNumbers numbers,
            Agencies agencies,
            Procedures procedures,
            Calendars calendars,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.agencies = agencies;
        this.procedures = procedures;
        this.calendars = calendars;
        this.rules = new OperationRules();
        this.listeners = listeners;
        this.clock = clock;
    }

    public Optional<Dossier> find(String code) {
        return store.find(code);
    }

    /** The dossier of that code; refused where there is none. */
    public Dossier get(String code) {
        return store.find(code).orElseThrow(() -> unknown(code));
    }

    public Ledger ledger(Dossier dossier) {
        return Ledger.of(store.events(dossier.id()), terms(dossier.versionId(), dossier.agencyId()));
    }

    /** How the due date of the dossier came about, as of a moment. */
    public ExplainedDossier explain(String code, LocalDateTime asOf) {
        return ExplainedDossier.of(code, ledger(get(code)), asOf);
    }

    /** An online filing or one by post that the desk has yet to accept: it has a code, but its clock does not run. */
    @Transactional
    public Dossier file(Filing filing, Act act) {
        return open(filing, EventKind.FILED, act);
    }

    /** Files and accepts at once, as at the counter: this is the receipt, the clock runs. */
    @Transactional
    public Dossier receive(Filing filing, Act act) {
        return open(filing, EventKind.ACCEPTED, act);
    }

    /** Accepts a filing; from now on the procedure version in force today governs it. */
    @Transactional
    public Dossier accept(String code, Act act) {
        return operate(code, EventKind.ACCEPTED, act, event -> event);
    }

    /** Does not accept a filing; needs a reason. It is never counted as received. */
    @Transactional
    public Dossier notAccept(String code, Act act) {
        return operate(code, EventKind.NOT_ACCEPTED, act, event -> event);
    }

    @Transactional
    public Dossier beginProcessing(String code, Act act) {
        return operate(code, EventKind.PROCESSING_BEGUN, act, event -> event);
    }

    /**
     * Asks the applicant for papers; needs a reason. After acceptance the clock waits, and the request is possible only
     * as often as the procedure version allows (Nghị định 61/2018, Điều 15 khoản 3: once).
     */
    @Transactional
    public Dossier askSupplement(String code, Act act) {
        return operate(code, EventKind.SUPPLEMENT_ASKED, act, event -> event);
    }

    /** The last missing paper has come. */
    @Transactional
    public Dossier supplementReceived(String code, Act act) {
        return operate(code, EventKind.SUPPLEMENT_RECEIVED, act, event -> event);
    }

    /** Asks for payment; the clock waits only where the procedure version says so. */
    @Transactional
    public Dossier askPayment(String code, Act act) {
        return operate(code, EventKind.PAYMENT_ASKED, act, event -> event);
    }

    @Transactional
    public Dossier paymentReceived(String code, Act act) {
        return operate(code, EventKind.PAYMENT_RECEIVED, act, event -> event);
    }

    /**
     * Extends the limit as the law allows (domain rule 7).
     *
     * @param amount in the unit of the limit, 1 or more
     */
    @Transactional
    public Dossier extend(String code, int amount, String legalBasis, String approver, Act act) {
        return operate(code, EventKind.EXTENDED, act, event -> event.extending(amount, legalBasis, approver));
    }

    /**
     * Apologises and gives a new appointment, once and at least a day before the due date (Nghị định 61/2018, Điều 19
     * khoản 9); timeliness is still measured by the due date without it. Needs a reason.
     */
    @Transactional
    public Dossier reappoint(String code, LocalDate appointment, Act act) {
        return operate(code, EventKind.REAPPOINTED, act, event -> event.appointing(appointment));
    }

    /** The refusal after appraisal is at the desk: resolved. Needs a reason, for the law wants it in writing. */
    @Transactional
    public Dossier refuse(String code, Act act) {
        return operate(code, EventKind.REFUSED, act, event -> event);
    }

    /** The result is at the desk: the clock stops. */
    @Transactional
    public Dossier resolve(String code, Act act) {
        return operate(code, EventKind.RESOLVED, act, event -> event);
    }

    /** The applicant has the result, or the papers back. */
    @Transactional
    public Dossier handOver(String code, Act act) {
        return operate(code, EventKind.RETURNED, act, event -> event);
    }

    @Transactional
    public Dossier askWithdrawal(String code, Act act) {
        return operate(code, EventKind.WITHDRAWAL_ASKED, act, event -> event);
    }

    /** Declines a withdrawal; needs a reason. The dossier goes on where it was. */
    @Transactional
    public Dossier declineWithdrawal(String code, Act act) {
        return operate(code, EventKind.WITHDRAWAL_DECLINED, act, event -> event);
    }

    @Transactional
    public Dossier withdraw(String code, Act act) {
        return operate(code, EventKind.WITHDRAWN, act, event -> event);
    }

    /** Stops a dossier for good, as when awaited papers never came; needs a reason. */
    @Transactional
    public Dossier stop(String code, Act act) {
        return operate(code, EventKind.STOPPED, act, event -> event);
    }

    /**
     * Writes down what a changed calendar did to a dossier.
     *
     * @return whether its due date, or its being provisional, changed
     */
    boolean recalculate(String code, LocalDateTime now, String actor) {
        Dossier dossier = store.lock(code).orElseThrow(() -> unknown(code));
        Ledger ledger = ledger(dossier);
        Kept kept = Kept.of(ledger, now);
        if (kept.equals(dossier.kept())) {
            return false;
        }
        append(dossier, ledger, ClockEvent.of(EventKind.RECALCULATED, now, now, actor));
        return true;
    }

    ClockTerms terms(int versionId, int agencyId) {
        return ClockTerms.of(procedures.get(versionId), agencies.get(agencyId), calendars.history());
    }

    private Dossier open(Filing filing, EventKind kind, Act act) {
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
        store.insert(code, filing, version.id(), agency.id(), now, act.key());
        Dossier dossier = get(code);
        return append(dossier, Ledger.of(List.of(), terms(version.id(), agency.id())), event);
    }

    private Dossier operate(String code, EventKind kind, Act act, UnaryOperator<ClockEvent> details) {
        Dossier dossier = store.lock(code).orElseThrow(() -> unknown(code));
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
            store.setVersion(dossier.id(), version.id());
            ledger = Ledger.of(ledger.events(), terms(version.id(), dossier.agencyId()));
        }
        return append(dossier, ledger, event);
    }

    private Dossier append(Dossier dossier, Ledger before, ClockEvent event) {
        Ledger after = before.with(event);
        LocalDateTime now = event.recordedAt();
        store.append(dossier.id(), after.events().size(), event, reading(before, now), reading(after, now));
        store.keep(dossier.id(), Kept.of(after, now), ClockSpan.of(after));
        Dossier changed = get(dossier.code());
        listeners.publishEvent(new DossierChanged(changed, before.events().isEmpty() ? null : before, after));
        return changed;
    }

    private static @Nullable ClockReading reading(Ledger ledger, LocalDateTime now) {
        return ledger.events().isEmpty() ? null : ledger.asOf(now).orElse(null);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal unknown(String code) {
        return new Refusal("Không có hồ sơ mã %s; hãy kiểm tra mã hồ sơ".formatted(code));
    }
}
