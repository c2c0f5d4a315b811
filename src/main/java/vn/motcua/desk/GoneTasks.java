package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.forms.Draft;
import vn.motcua.forms.Drafts;
import vn.motcua.forms.FilledForm;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.FormParameters;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.EndedTask;
import vn.motcua.workflow.TaskViews;

/** Tells who comes second to a task who was first, when, and what was decided. */
@Component
@ConditionalOnWebApplication
class GoneTasks {

    private final Access access;
    private final TaskViews views;
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final StaffNames names;
    private final Drafts drafts;
    private final DecisionWords words;
    private final Clock clock;

    GoneTasks(
            Access access,
            TaskViews views,
            Submissions submissions,
            Dossiers dossiers,
            StaffNames names,
            Drafts drafts,
            DecisionWords words,
            Clock clock) {
        this.access = access;
        this.views = views;
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.names = names;
        this.drafts = drafts;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param sent what the person has just sent, empty where nothing was
     * @throws ResponseStatusException not found, where there never was such a task or it is not for this person
     */
    GoneTask of(SignedIn who, String taskId, Map<String, List<String>> sent) {
        EndedTask ended = views.ended(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Dossier dossier = access.dossier(who, ended.code());
        List<GoneTask.Kept> kept = kept(who, taskId, ended.form(), sent);
        Optional<Submission> done = submissions.ofTask(taskId);
        return done.map(first -> new GoneTask(
                        ended.code(), first.taskName(), names.of(first.actor()), first.at(), decision(first), kept))
                .orElseGet(() -> overtaken(ended, dossier, kept));
    }

    /** No one completed it: something else that was done to the dossier made it needless. */
    private GoneTask overtaken(EndedTask ended, Dossier dossier, List<GoneTask.Kept> kept) {
        Optional<ClockEvent> cause = dossiers.ledger(dossier).events().stream()
                .filter(event -> event.kind() != EventKind.RECALCULATED
                        && !event.recordedAt().isAfter(ended.at().plusSeconds(1)))
                .reduce((earlier, later) -> later);
        return new GoneTask(
                ended.code(),
                ended.name(),
                cause.map(event -> names.of(event.actor())).orElse(null),
                ended.at(),
                cause.map(event -> words.of(event.kind())).orElse(null),
                kept);
    }

    private @Nullable String decision(Submission done) {
        Object decision = done.fields().get("decision");
        return decision == null ? null : words.of(decision);
    }

    private List<GoneTask.Kept> kept(
            SignedIn who, String taskId, @Nullable FormDefinition form, Map<String, List<String>> sent) {
        if (form == null) {
            return List.of();
        }
        Map<String, List<String>> typed = FormParameters.typed(form, sent);
        Map<String, List<String>> mine = typed.isEmpty()
                ? drafts.find(who.username(), TaskWork.draftKey(taskId))
                        .map(Draft::typed)
                        .orElse(Map.of())
                : typed;
        return FilledForm.of(form, Map.of(), mine, Map.of(), LocalDate.now(clock)).parts().stream()
                .flatMap(part -> part.inputs().stream())
                .filter(entry -> !entry.words().isBlank())
                .map(entry -> new GoneTask.Kept(entry.field().label(), entry.words()))
                .toList();
    }
}
