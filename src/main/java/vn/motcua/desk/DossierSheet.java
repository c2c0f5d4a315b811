package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submissions;
import vn.motcua.page.DeadlineWords;
import vn.motcua.page.DeadlineWords.Told;
import vn.motcua.people.SignedIn;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffGroup;
import vn.motcua.worklist.Assignments;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorklistScope;

/** Reads what the page of a dossier shows, each table once. */
@Component
class DossierSheet {

    private static final String GENERAL_PROCESS = "online-public-service";
    private static final Set<StaffGroup> OVERSEERS = Set.of(StaffGroup.LEADER, StaffGroup.MANAGER, StaffGroup.ADMIN);
    private static final Set<String> CONTACT = Set.of("idNumber", "phone", "email", "address");
    private static final Set<String> SHOWN_ABOVE = Stream.concat(
                    CONTACT.stream(), Stream.of("procedure", "channel", "applicantKind", "applicantName"))
            .collect(Collectors.toUnmodifiableSet());

    private final Scopes scopes;
    private final Dossiers dossiers;
    private final DossierStories stories;
    private final Submissions submissions;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Staff staff;
    private final DossierNotes notes;
    private final DossierViews views;
    private final Assignments assignments;
    private final Attachments attachments;
    private final DeadlineWords deadlines;
    private final Clock clock;

    DossierSheet(
            Scopes scopes,
            Dossiers dossiers,
            DossierStories stories,
            Submissions submissions,
            Procedures procedures,
            Agencies agencies,
            Staff staff,
            DossierNotes notes,
            DossierViews views,
            Assignments assignments,
            Attachments attachments,
            DeadlineWords deadlines,
            Clock clock) {
        this.scopes = scopes;
        this.dossiers = dossiers;
        this.stories = stories;
        this.submissions = submissions;
        this.procedures = procedures;
        this.agencies = agencies;
        this.staff = staff;
        this.notes = notes;
        this.views = views;
        this.assignments = assignments;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Whether only a step of the dossier is or was for the person's agencies, and not the dossier itself. */
    boolean isGuest(SignedIn who, Dossier dossier) {
        return !scopes.of(who, false).agencies().contains(dossier.agencyId());
    }

    /** @param dossier one that the person may open */
    @Transactional(readOnly = true)
    DossierShown of(SignedIn who, Dossier dossier) {
        boolean guest = isGuest(who, dossier);
        WorklistScope scope = scopes.of(who, false);
        ProcedureDefinition procedure = procedures.get(dossier.versionId()).definition();
        FilledIn filledIn = new FilledIn(procedure.processId() == null ? GENERAL_PROCESS : procedure.processId());
        DossierStories.Story story = stories.of(dossier, filledIn, guest ? scope.agencies() : null);
        Map<String, Object> fields = submissions.fields(dossier.id());
        List<DossierNotes.Note> written = guest ? List.of() : notes.of(dossier.id());
        return new DossierShown(
                dossier,
                guest,
                procedure,
                agencies.get(dossier.agencyId()).name(),
                guest ? List.of() : contact(filledIn, fields),
                deadline(dossier),
                acceptance(dossier),
                guest ? null : dossiers.explain(dossier.code(), LocalDateTime.now(clock)),
                story.open().stream()
                        .map(item -> task(item, dossier, who, scope))
                        .toList(),
                story.timeline(),
                story.handOvers(),
                filledIn.filing(fields, SHOWN_ABOVE),
                guest ? List.of() : PrintLink.of(story.ledger()),
                written,
                guest || !OVERSEERS.contains(who.group())
                        ? null
                        : HistoryEntry.of(
                                views.of(dossier.id()),
                                written,
                                story.timeline(),
                                assignments.of(dossier.id()),
                                attachments.of(dossier.id())),
                staff.fullNames(story.people()));
    }

    /** How to reach the applicant, where the result is to be sent if it is not called for, and who filed online. */
    private static List<Filled> contact(FilledIn filledIn, Map<String, Object> fields) {
        List<Filled> contact = new ArrayList<>(filledIn.some(fields, CONTACT));
        if (ResultChannel.POST.name().equals(fields.get(ResultChannel.FIELD))) {
            String address = String.valueOf(fields.getOrDefault(ResultChannel.ADDRESS_FIELD, ""));
            contact.add(new Filled(ResultChannel.ADDRESS_FIELD, "", address, null));
        }
        Stream.of(Submissions.FILED_BY, Submissions.FILED_BY_BASIS)
                .filter(fields::containsKey)
                .forEach(key -> contact.add(new Filled(key, "", String.valueOf(fields.get(key)), null)));
        return contact;
    }

    private @Nullable Told deadline(Dossier dossier) {
        return dossier.status().isEnded()
                ? null
                : deadlines.of(dossier.agencyId(), dossier.due(), dossier.waitingSince());
    }

    private @Nullable Told acceptance(Dossier dossier) {
        boolean waits = dossier.status() == Status.FILED && dossier.answered() == null;
        return waits && dossier.acceptanceDue() != null
                ? deadlines.of(dossier.agencyId(), dossier.acceptanceDue(), null)
                : null;
    }

    private DossierShown.OpenTask task(WorkItem item, Dossier dossier, SignedIn who, WorklistScope scope) {
        return new DossierShown.OpenTask(
                item,
                agencies.get(item.agencyId()).name(),
                deadlines.of(item.agencyId(), item.due(), dossier.waitingSince()),
                who.group().code().equals(item.staffGroup()) && scope.agencies().contains(item.agencyId()));
    }
}
