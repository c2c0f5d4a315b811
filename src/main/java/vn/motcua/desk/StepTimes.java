package vn.motcua.desk;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Submission;

/** Measures the finished steps of a dossier in the working time of the agencies that had them. */
final class StepTimes {

    private final WorkingCalendar calendar;
    private final Agencies agencies;
    private final List<Pause> standing;
    private final WorkSpans words;

    /** @param ledger of the dossier; while its clock stands no step is charged */
    StepTimes(Ledger ledger, WorkingCalendar calendar, Agencies agencies, WorkSpans words) {
        this.calendar = calendar;
        this.agencies = agencies;
        this.standing = ledger.standing();
        this.words = words;
    }

    @Nullable
    StepTime of(Submission done) {
        Submission.Time time = done.time();
        Integer agency = done.agencyId();
        if (time == null || agency == null) {
            return null;
        }
        WorkingTime office = new WorkingTime(calendar, agencies.get(agency).officeHours());
        Duration open = office.between(time.opened(), done.at());
        Duration waited = office.paused(time.opened(), done.at(), standing);
        Duration perDay = office.hours().perDay();
        return new StepTime(
                waited.isZero() || open.compareTo(waited) > 0 ? words.words(open.minus(waited), perDay) : null,
                waited.isZero() ? null : words.words(waited, perDay),
                allowed(time, office),
                time.timeliness(done.at()));
    }

    private @Nullable String allowed(Submission.Time time, WorkingTime office) {
        Duration allowed = time.allowed(office);
        return allowed == null ? null : words.words(allowed, office.hours().perDay());
    }
}
