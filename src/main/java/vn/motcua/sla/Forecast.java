package vn.motcua.sla;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingTime;

/**
 * From when a dossier is at risk of becoming late: from the last instant from which as much office time is left until it
 * is due as dossiers at its step usually still need; after that it is less. For this purpose a deadline in days ends with
 * the office hours of the due day; what needs no time any more is at risk in the evening of it.
 *
 * @param due the due date for which this was forecast
 * @param riskFrom no earlier than the receipt: a dossier that needs more than it was ever given is at risk all along
 * @param dayBefore the last instant of a warning a working day ahead: the end of the working day before the due day, for
 *     a limit in hours the last instant from which a whole day of office time is left, null where there never was one
 * @param passes finished passes behind the need; of THIN, how few there are
 * @param taskKey of the step that needs longest, null where no task is open
 */
record Forecast(
        LocalDateTime due,
        LocalDateTime riskFrom,
        @Nullable LocalDateTime dayBefore,
        int needMinutes,
        RiskBasis basis,
        int passes,
        @Nullable String taskKey,
        @Nullable String stepName) {

    /** The part of the allowed time that stands in where history is too thin: a fifth. */
    private static final int FALLBACK = 5;

    static Forecast of(OpenDossier dossier, WorkingTime time) {
        LocalDateTime due = dossier.due();
        boolean inHours = dossier.limit().unit() == LimitUnit.WORKING_HOURS;
        LocalDateTime end =
                inHours ? due : due.toLocalDate().atTime(time.hours().end());
        OpenDossier.Step step = dossier.step();
        Integer known = step == null ? null : step.needMinutes();
        int need = known == null ? fallback(dossier, time) : known;
        return new Forecast(
                due,
                before(end, Duration.ofMinutes(need), dossier, time).orElse(dossier.received()),
                inHours
                        ? before(end, time.hours().perDay(), dossier, time).orElse(null)
                        : time.calendar()
                                .minusWorkingDays(due.toLocalDate(), 1)
                                .atTime(time.hours().end()),
                need,
                step == null ? RiskBasis.THIN : step.basis(),
                step == null ? 0 : step.passes(),
                step == null ? null : step.taskKey(),
                step == null ? null : step.name());
    }

    /** Whether both say the same; how many passes there were meanwhile does not matter. */
    boolean agreesWith(Forecast other) {
        return withoutPasses().equals(other.withoutPasses());
    }

    private Forecast withoutPasses() {
        return new Forecast(due, riskFrom, dayBefore, needMinutes, basis, 0, taskKey, stepName);
    }

    /** Empty where there was not so much time since the receipt; the calendar may not even reach back so far. */
    private static Optional<LocalDateTime> before(
            LocalDateTime end, Duration amount, OpenDossier dossier, WorkingTime time) {
        return time.between(dossier.received(), end).compareTo(amount) < 0
                ? Optional.empty()
                : Optional.of(time.minus(end, amount));
    }

    /** A limit in days allows as many days of office time; one in calendar days, the working days among the last ones. */
    private static int fallback(OpenDossier dossier, WorkingTime time) {
        TimeLimit limit = dossier.limit();
        LocalDate due = dossier.due().toLocalDate();
        Duration allowed =
                switch (limit.unit()) {
                    case WORKING_HOURS -> Duration.ofHours(limit.amount());
                    case WORKING_DAYS -> time.hours().perDay().multipliedBy(limit.amount());
                    case CALENDAR_DAYS ->
                        time.hours()
                                .perDay()
                                .multipliedBy(time.calendar()
                                        .workingDaysBetween(due.minusDays(limit.amount() - 1L), due.plusDays(1)));
                };
        return Math.toIntExact((allowed.toMinutes() + FALLBACK - 1) / FALLBACK);
    }
}
