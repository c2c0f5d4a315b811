package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;

/**
 * Everything that is done to a dossier's clock. Each operation is one ledger row in one transaction; it refuses what
 * cannot follow from the dossier's state, and of two people at once the second is told what the first did. A retry with
 * the same {@link Act#key() key} changes nothing.
 */
@Component
public class Dossiers {

    /** What else will be asked about a dossier that somebody works on: read in the round trip in which it is held. */
    public interface ReadAlong {

        /** Columns that may use work_item.dossier_id, the dossier of the task that is being completed. */
        String columns();

        void read(ResultSet row) throws SQLException;
    }

    /** What else is asked about a task that is being completed: in the same round trip, after its dossier is held. */
    public interface AskedAlong {

        /** Queries divided by semicolons, of which each parameter is the task. */
        String sql();

        /** How many parameters they have together. */
        int parameters();

        /** @param answers stands at the result of the first query, and may be left at any */
        void read(Statement answers) throws SQLException;
    }

    /** What else is written when something happens to a dossier: in the statement that writes its ledger row. */
    public interface WriteAlong {

        /** An insert that may use :id of the dossier, :seq of the ledger row and :recorded, empty for none. */
        Optional<String> sql(EventKind kind);
    }

    private final DossierStore store;
    private final LedgerWriter writer;

    Dossiers(DossierStore store, LedgerWriter writer) {
        this.store = store;
        this.writer = writer;
    }

    public Optional<Dossier> find(String code) {
        return store.find(code);
    }

    /** The dossier of that code; refused where there is none. */
    public Dossier get(String code) {
        return store.find(code).orElseThrow(() -> LedgerWriter.unknown(code));
    }

    /** The dossier of that number; every number that other tables hold is one of a dossier. */
    public Dossier get(long id) {
        return store.get(id);
    }

    /** The dossier filed under the caller's key; another filing with it waits here until the first is through. */
    public Optional<Dossier> findFiled(String key) {
        return store.findByFilingKey(key);
    }

    /** Finds and holds the dossier until the transaction ends, so that of two people at once one comes second. */
    public Dossier lock(String code) {
        return store.lock(code).orElseThrow(() -> LedgerWriter.unknown(code));
    }

    /**
     * Holds the dossier of an open task like {@link #lock} and takes its work item out of the list.
     *
     * @param along nothing is asked where there is none
     * @return the work item; empty where the task is not open, or not a dossier's
     */
    public <T> Optional<T> takeWork(String taskId, RowMapper<T> item, @Nullable AskedAlong along) {
        return store.takeWork(taskId, item, along);
    }

    public Ledger ledger(Dossier dossier) {
        return writer.ledger(dossier);
    }

    /** How the due date of the dossier came about, as of a moment. */
    public ExplainedDossier explain(String code, LocalDateTime asOf) {
        return ExplainedDossier.of(code, ledger(get(code)), asOf);
    }

    /** The due date of a dossier of the procedure that the agency would receive at the moment. */
    public Deadline dueIfReceived(String procedure, String agency, LocalDateTime moment) {
        return writer.dueIfReceived(procedure, agency, moment);
    }

    /** By when the agency would have to accept or return what is filed with it at the moment. */
    public Deadline answerIfFiled(String procedure, String agency, LocalDateTime moment) {
        return writer.answerIfFiled(procedure, agency, moment);
    }

    /** An online filing or one by post that the desk has yet to accept: it has a code, but its clock does not run. */
    @Transactional
    public Dossier file(Filing filing, Act act) {
        return writer.open(filing, EventKind.FILED, act);
    }

    /** Files and accepts at once, as at the counter: this is the receipt, the clock runs. */
    @Transactional
    public Dossier receive(Filing filing, Act act) {
        return writer.open(filing, EventKind.ACCEPTED, act);
    }

    /** Accepts a filing; from now on the procedure version in force today governs it. */
    @Transactional
    public Dossier accept(String code, Act act) {
        return writer.operate(code, EventKind.ACCEPTED, act, event -> event);
    }

    /** Does not accept a filing; needs a reason. It is never counted as received. */
    @Transactional
    public Dossier notAccept(String code, Act act) {
        return writer.operate(code, EventKind.NOT_ACCEPTED, act, event -> event);
    }

    @Transactional
    public Dossier beginProcessing(String code, Act act) {
        return writer.operate(code, EventKind.PROCESSING_BEGUN, act, event -> event);
    }

    /**
     * Asks the applicant for papers; needs a reason. After acceptance the clock waits, and the request is possible only
     * as often as the procedure version allows (Nghị định 61/2018, Điều 15 khoản 3: once).
     */
    @Transactional
    public Dossier askSupplement(String code, Act act) {
        return writer.operate(code, EventKind.SUPPLEMENT_ASKED, act, event -> event);
    }

    /** The last missing paper has come. */
    @Transactional
    public Dossier supplementReceived(String code, Act act) {
        return writer.operate(code, EventKind.SUPPLEMENT_RECEIVED, act, event -> event);
    }

    /** Asks for payment; the clock waits only where the procedure version says so. */
    @Transactional
    public Dossier askPayment(String code, Act act) {
        return writer.operate(code, EventKind.PAYMENT_ASKED, act, event -> event);
    }

    @Transactional
    public Dossier paymentReceived(String code, Act act) {
        return writer.operate(code, EventKind.PAYMENT_RECEIVED, act, event -> event);
    }

    /**
     * Extends the limit as the law allows (domain rule 7).
     *
     * @param amount in the unit of the limit, 1 or more
     */
    @Transactional
    public Dossier extend(String code, int amount, String legalBasis, String approver, Act act) {
        return writer.operate(code, EventKind.EXTENDED, act, event -> event.extending(amount, legalBasis, approver));
    }

    /**
     * Apologises and gives a new appointment, once and at least a day before the due date (Nghị định 61/2018, Điều 19
     * khoản 9); timeliness is still measured by the due date without it. Needs a reason.
     */
    @Transactional
    public Dossier reappoint(String code, LocalDate appointment, Act act) {
        return writer.operate(code, EventKind.REAPPOINTED, act, event -> event.appointing(appointment));
    }

    /** The refusal after appraisal is at the desk: resolved. Needs a reason, for the law wants it in writing. */
    @Transactional
    public Dossier refuse(String code, Act act) {
        return writer.operate(code, EventKind.REFUSED, act, event -> event);
    }

    /** The result is at the desk: the clock stops. */
    @Transactional
    public Dossier resolve(String code, Act act) {
        return writer.operate(code, EventKind.RESOLVED, act, event -> event);
    }

    /** The applicant has the result, or the papers back. */
    @Transactional
    public Dossier handOver(String code, Act act) {
        return writer.operate(code, EventKind.RETURNED, act, event -> event);
    }

    @Transactional
    public Dossier askWithdrawal(String code, Act act) {
        return writer.operate(code, EventKind.WITHDRAWAL_ASKED, act, event -> event);
    }

    /** Declines a withdrawal; needs a reason. The dossier goes on where it was. */
    @Transactional
    public Dossier declineWithdrawal(String code, Act act) {
        return writer.operate(code, EventKind.WITHDRAWAL_DECLINED, act, event -> event);
    }

    @Transactional
    public Dossier withdraw(String code, Act act) {
        return writer.operate(code, EventKind.WITHDRAWN, act, event -> event);
    }

    /** Stops a dossier for good, as when awaited papers never came; needs a reason. */
    @Transactional
    public Dossier stop(String code, Act act) {
        return writer.operate(code, EventKind.STOPPED, act, event -> event);
    }
}
