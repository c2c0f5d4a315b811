package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** What happened to a dossier and what is being done about it: of everybody, or of some agencies alone. */
@Component
class DossierStories {

    /** @param open the open tasks, oldest first */
    record Story(Ledger ledger, List<TimelineEntry> timeline, List<HandOver> handOvers, List<WorkItem> open) {

        /** Everybody who is named in it, by username or by what else stands for them. */
        Set<String> people() {
            Stream<String> actors = timeline.stream().map(TimelineEntry::actor);
            Stream<String> approvers = timeline.stream()
                    .flatMap(entry -> entry.clock().stream())
                    .flatMap(change -> Stream.ofNullable(change.event().approver()));
            Stream<String> parties = handOvers.stream()
                    .flatMap(handed -> Stream.of(handed.giver(), handed.receiver()))
                    .flatMap(party -> Stream.ofNullable(party.person()));
            Stream<String> holders = open.stream().flatMap(item -> Stream.ofNullable(item.assignee()));
            return Stream.of(actors, approvers, parties, holders)
                    .flatMap(names -> names)
                    .collect(Collectors.toSet());
        }
    }

    private final Dossiers dossiers;
    private final Submissions submissions;
    private final WorkItems items;
    private final Agencies agencies;
    private final Calendars calendars;
    private final WorkSpans spans;
    private final Clock clock;

    DossierStories(
            Dossiers dossiers,
            Submissions submissions,
            WorkItems items,
            Agencies agencies,
            Calendars calendars,
            WorkSpans spans,
            Clock clock) {
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.items = items;
        this.agencies = agencies;
        this.calendars = calendars;
        this.spans = spans;
        this.clock = clock;
    }

    /** @param only the agencies whose steps alone are told, without the clock; null for everything */
    Story of(Dossier dossier, FilledIn filledIn, @Nullable Set<Integer> only) {
        Ledger ledger = dossiers.ledger(dossier);
        List<Submission> done = submissions.of(dossier.id());
        List<WorkItem> open = items.of(dossier.id());
        StepTimes times = new StepTimes(ledger, calendars.history().latest(), agencies, spans);
        Timeline timeline = new Timeline(dossier, agencies, filledIn, times);
        List<HandOver> handOvers = new ControlSheet(agencies, LocalDateTime.now(clock)).of(done, open);
        if (only == null) {
            return new Story(ledger, timeline.of(ledger, done), handOvers, open);
        }
        return new Story(
                ledger,
                timeline.of(done.stream()
                        .filter(step -> step.staffGroup() != null && only.contains(step.agencyId()))
                        .toList()),
                handOvers.stream()
                        .filter(handed -> only.contains(handed.receiver().agencyId()))
                        .toList(),
                open.stream().filter(item -> only.contains(item.agencyId())).toList());
    }
}
