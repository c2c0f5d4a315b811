package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.annotation.Value;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierDates;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.engine.Dates;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * When timers wake up, and whether it is really time when they do: both asked of the dossier's clock. While the clock
 * does not run a timer is set far away; what starts or moves the clock sets it anew.
 */
@EngineRoom
public class Deadlines {

    private static final int FAR = 20;

    private final Dossiers dossiers;
    private final Clock clock;
    private final int lapseDays;

    /** @param lapseDays calendar days that an applicant has to bring papers asked for; no law fixes them, a province does */
    Deadlines(Dossiers dossiers, Clock clock, @Value("${motcua.supplement-lapse-days:30}") int lapseDays) {
        this.dossiers = dossiers;
        this.clock = clock;
        this.lapseDays = lapseDays;
    }

    /** By when the desk must answer the filing. */
    public Date acceptance(DelegateExecution execution) {
        Dossier dossier = dossiers.get(Acts.code(execution));
        return date(Optional.ofNullable(dossier.acceptanceDue()));
    }

    /** The last instant at which papers asked for can still come. */
    public Date papers(DelegateExecution execution) {
        return date(dates(execution).lapse(lapseDays));
    }

    /** The first instant at which papers asked for come too late. */
    public Date lapse(DelegateExecution execution) {
        return date(dates(execution).lapse(lapseDays).map(Deadlines::after));
    }

    public boolean isLapsed(DelegateExecution execution) {
        return isPast(dates(execution).lapse(lapseDays).map(Deadlines::after));
    }

    public Date warning(DelegateExecution execution) {
        return date(dates(execution).warning());
    }

    public boolean isWarning(DelegateExecution execution) {
        return isPast(dates(execution).warning());
    }

    /** The first instant that is too late. */
    public Date overdue(DelegateExecution execution) {
        return date(dates(execution).due().map(Deadlines::after));
    }

    public boolean isOverdue(DelegateExecution execution) {
        return isPast(dates(execution).due().map(Deadlines::after));
    }

    private DossierDates dates(DelegateExecution execution) {
        return DossierDates.of(dossiers.ledger(dossiers.get(Acts.code(execution))), now());
    }

    private boolean isPast(Optional<LocalDateTime> moment) {
        return moment.filter(time -> !time.isAfter(now())).isPresent();
    }

    private Date date(Optional<LocalDateTime> moment) {
        return Dates.of(moment.orElseGet(() -> now().plusYears(FAR)));
    }

    /** The engine knows milliseconds: the next one is after the last instant in time. */
    private static LocalDateTime after(LocalDateTime last) {
        return last.truncatedTo(ChronoUnit.MILLIS).plus(1, ChronoUnit.MILLIS);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
