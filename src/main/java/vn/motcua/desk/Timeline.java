package vn.motcua.desk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Submission;

/** Merges the ledger and the forms that people submitted into one story, in order. */
final class Timeline {

    /** What one click does to task and ledger is written within so long. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Dossier dossier;
    private final Agencies agencies;
    private final FilledIn filledIn;
    private final StepTimes times;

    Timeline(Dossier dossier, Agencies agencies, FilledIn filledIn, StepTimes times) {
        this.dossier = dossier;
        this.agencies = agencies;
        this.filledIn = filledIn;
        this.times = times;
    }

    /** What the clock did by a task stands with the task. */
    List<TimelineEntry> of(Ledger ledger, List<Submission> submissions) {
        Map<Submission, List<ClockChange>> caused = new LinkedHashMap<>();
        submissions.forEach(submission -> caused.put(submission, new ArrayList<>()));
        List<TimelineEntry> entries = new ArrayList<>();
        for (ClockChange change : changes(ledger)) {
            cause(change.event(), submissions)
                    .ifPresentOrElse(
                            cause -> Objects.requireNonNull(caused.get(cause)).add(change),
                            () -> entries.add(alone(change)));
        }
        caused.forEach((submission, changes) -> {
            if (isFiling(submission)) {
                changes.forEach(change -> entries.add(alone(change)));
            } else {
                entries.add(entry(submission, changes));
            }
        });
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    /** The finished tasks alone, without what they did to the clock. */
    List<TimelineEntry> of(List<Submission> submissions) {
        return submissions.stream()
                .map(submission -> entry(submission, List.of()))
                .toList();
    }

    private static List<ClockChange> changes(Ledger ledger) {
        List<ClockChange> changes = new ArrayList<>();
        Deadline before = null;
        for (ClockEvent event : ledger.events()) {
            Deadline due =
                    ledger.asOf(event.occurredAt()).map(ClockReading::due).orElse(null);
            changes.add(new ClockChange(event, event.reason(), Objects.equals(due, before) ? null : due));
            before = due;
        }
        return changes;
    }

    private static Optional<Submission> cause(ClockEvent event, List<Submission> submissions) {
        return submissions.stream()
                .filter(submission -> submission.actor().equals(event.actor()))
                .filter(submission -> apart(submission.at(), event.recordedAt()).compareTo(AT_ONCE) <= 0)
                .min(Comparator.comparing(submission -> apart(submission.at(), event.recordedAt())));
    }

    private static Duration apart(LocalDateTime one, LocalDateTime other) {
        return Duration.between(one, other).abs();
    }

    private static TimelineEntry alone(ClockChange change) {
        ClockEvent event = change.event();
        return new TimelineEntry(event.occurredAt(), event.actor(), null, null, null, List.of(), null, List.of(change));
    }

    private TimelineEntry entry(Submission submission, List<ClockChange> changes) {
        List<Filled> said = filledIn.of(submission);
        return new TimelineEntry(
                submission.at(),
                submission.actor(),
                submission.taskName(),
                submission.staffGroup(),
                otherAgency(submission.agencyId()),
                said,
                times.of(submission),
                changes.stream().map(change -> saidOnce(change, said)).toList());
    }

    /** Of it the ledger tells, and what was filled in stands elsewhere on the page. */
    private static boolean isFiling(Submission submission) {
        return submission.taskKey().equals(Submission.START);
    }

    private @Nullable String otherAgency(@Nullable Integer agency) {
        return agency == null || agency == dossier.agencyId()
                ? null
                : agencies.get(agency).name();
    }

    private static ClockChange saidOnce(ClockChange change, List<Filled> said) {
        boolean known = said.stream().anyMatch(field -> field.value().equals(change.reason()));
        return known ? change.withoutReason() : change;
    }
}
