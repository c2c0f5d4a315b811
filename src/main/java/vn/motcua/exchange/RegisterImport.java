package vn.motcua.exchange;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Histories;
import vn.motcua.dossier.ReckonedHistory;

/** Takes in a register of past dossiers, as a stream. */
@Component
public class RegisterImport {

    private final Histories histories;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisterImport(
            Histories histories,
            Procedures procedures,
            Agencies agencies,
            Calendars calendars,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.histories = histories;
        this.procedures = procedures;
        this.agencies = agencies;
        this.calendars = calendars;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Told while an import runs. */
    public interface Listener {
        void refused(RowProblem problem);

        /** @param soFar what has become of the rows so far; all or nothing, nothing is imported before the end */
        void progress(RegisterResult soFar);
    }

    /**
     * Imports a register. The same file again changes nothing; a row that differs from what is stored under its code is
     * refused. Rows are stored batch by batch: where the database gives out, what came before stays, and the same
     * command goes on from there.
     *
     * @param allOrNothing whether one refused row leaves nothing imported
     */
    public RegisterResult run(CsvSource file, boolean allOrNothing, Listener listener) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        RegisterReading reading = new RegisterReading(procedures.current(), agencies.all(), calendars.history(), now);
        if (!allOrNothing) {
            RegisterBatch batch = new RegisterBatch(
                    histories, listener, work -> transaction.executeWithoutResult(status -> work.run()));
            read(file, reading, batch);
            return batch.result();
        }
        RegisterResult result = transaction.execute(status -> {
            RegisterBatch batch = new RegisterBatch(histories, listener, Runnable::run);
            read(file, reading, batch);
            if (batch.result().refused() > 0) {
                status.setRollbackOnly();
            }
            return batch.result();
        });
        return result.refused() == 0 ? result : new RegisterResult(0, result.unchanged(), result.refused());
    }

    /** Reading and reckoning go on while the rows before are stored. */
    private static void read(CsvSource file, RegisterReading reading, RegisterBatch batch) {
        ReadAhead.<RegisterBatch>run(
                next -> {
                    try (CsvFile csv = CsvFile.open(file, RegisterRow.COLUMNS)) {
                        csv.forEach(
                                row -> {
                                    ReckonedHistory read = reading.read(row);
                                    next.accept(to -> to.add(row.line(), read));
                                },
                                problem -> next.accept(to -> to.refuse(problem)));
                    }
                },
                batch);
        batch.flush();
    }
}
