package vn.motcua.desk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Allowance;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Timeliness;

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
        this.standing = standing(ledger);
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
        Duration waited = waited(time.opened(), done.at(), office);
        Duration perDay = office.hours().perDay();
        return new StepTime(
                waited.isZero() || open.compareTo(waited) > 0 ? words.words(open.minus(waited), perDay) : null,
                waited.isZero() ? null : words.words(waited, perDay),
                allowed(time, office),
                timeliness(time.due(), done.at()));
    }

    static @Nullable Timeliness timeliness(@Nullable LocalDateTime due, LocalDateTime at) {
        if (due == null) {
            return null;
        }
        boolean sameDay = at.toLocalDate().equals(due.toLocalDate());
        return at.isAfter(due) ? Timeliness.LATE : sameDay ? Timeliness.ON_TIME : Timeliness.EARLY;
    }

    private @Nullable String allowed(Submission.Time time, WorkingTime office) {
        String allowance = time.allowance();
        if (allowance != null) {
            Allowance given = Allowance.parse(allowance);
            Duration perDay = office.hours().perDay();
            return words.words(given.hours().plus(perDay.multipliedBy(given.days())), perDay);
        }
        LocalDateTime due = time.due();
        return due == null
                ? null
                : words.words(office.between(time.opened(), due), office.hours().perDay());
    }

    private Duration waited(LocalDateTime from, LocalDateTime to, WorkingTime office) {
        return standing.stream()
                .map(pause -> office.between(
                        pause.from().isBefore(from) ? from : pause.from(),
                        pause.to().isAfter(to) ? to : pause.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When the clock stood; what still lasts has no end. */
    private static List<Pause> standing(Ledger ledger) {
        List<Pause> pauses = new ArrayList<>();
        LocalDateTime since = null;
        for (ClockEvent event : ledger.events()) {
            LocalDateTime at = event.occurredAt();
            boolean waits = ledger.asOf(at).filter(ClockReading::waiting).isPresent();
            if (waits && since == null) {
                since = at;
            } else if (!waits && since != null) {
                pauses.add(new Pause(since, at));
                since = null;
            }
        }
        if (since != null) {
            pauses.add(new Pause(since, LocalDateTime.MAX));
        }
        return pauses;
    }
}
