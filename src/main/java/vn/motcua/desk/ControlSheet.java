package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.desk.HandOver.Party;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Timeliness;
import vn.motcua.worklist.WorkItem;

/** Who gave a dossier to whom and when, from the finished and the open tasks: what forms 05 of 2018 and 06 of 2025 hold. */
final class ControlSheet {

    /** The engine opens a task within so long of what led to it, and knows milliseconds only. */
    private static final int SECONDS = 1;

    /** Duties beside the way of the dossier, which timers and messages open: nobody hands it over for them. */
    private static final Set<String> BESIDE = Set.of("reappoint", "overdue", "consider-withdrawal");

    private final Agencies agencies;
    private final LocalDateTime now;

    ControlSheet(Agencies agencies, LocalDateTime now) {
        this.agencies = agencies;
        this.now = now;
    }

    /** In the order in which they were given; what stays within a group of an agency is not handed over. */
    List<HandOver> of(List<Submission> done, List<WorkItem> open) {
        List<Submission> submissions = done.stream()
                .filter(submission -> !BESIDE.contains(submission.taskKey()))
                .toList();
        List<HandOver> all = new ArrayList<>();
        for (int i = 0; i < submissions.size(); i++) {
            Submission step = submissions.get(i);
            Submission.Time time = step.time();
            if (time != null) {
                giver(submissions.subList(0, i), time.opened())
                        .ifPresent(giver -> all.add(finished(giver, step, time)));
            }
        }
        open.stream()
                .filter(item -> !BESIDE.contains(item.taskKey()))
                .forEach(item -> giver(submissions, item.created()).ifPresent(giver -> all.add(open(giver, item))));
        return all.stream()
                .filter(handed -> !handed.giver().isSamePlace(handed.receiver()))
                .sorted(Comparator.comparing(HandOver::given))
                .toList();
    }

    /** Whoever finished something last before the task was opened. */
    private Optional<Party> giver(List<Submission> before, LocalDateTime opened) {
        return before.stream()
                .filter(submission -> !submission.at().isAfter(opened.plusSeconds(SECONDS)))
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .map(this::party);
    }

    private HandOver finished(Party giver, Submission submission, Submission.Time time) {
        return new HandOver(
                giver,
                party(submission),
                submission.taskName(),
                time.opened(),
                Objects.requireNonNullElse(time.taken(), time.opened()),
                time.due(),
                submission.at(),
                time.timeliness(submission.at()));
    }

    private HandOver open(Party giver, WorkItem item) {
        return new HandOver(
                giver,
                new Party(item.assignee(), item.staffGroup(), item.agencyId(), agency(item.agencyId())),
                item.name(),
                item.created(),
                item.taken(),
                item.due(),
                null,
                item.due() != null && now.isAfter(item.due()) ? Timeliness.LATE : null);
    }

    private Party party(Submission submission) {
        return new Party(
                submission.actor(), submission.staffGroup(), submission.agencyId(), agency(submission.agencyId()));
    }

    private String agency(@Nullable Integer id) {
        return id == null ? "" : agencies.get(id).name();
    }
}
