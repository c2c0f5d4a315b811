package vn.motcua.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.Option;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.workflow.TaskViews;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistFilter;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistRow;
import vn.motcua.worklist.WorklistTab;

/** The decisions that wait for a leader's signature, each with what has to be read before it. */
@Component
@ConditionalOnWebApplication
class Signing {

    /** What signing is called in the forms. */
    private static final Set<String> SIGNATURES = Set.of("sign", "approve");

    private static final String DECISION = "decision";
    private static final String OPINION = "opinion";

    private final Scopes scopes;
    private final Worklist worklist;
    private final TaskViews views;
    private final Dossiers dossiers;
    private final Submissions submissions;
    private final StaffNames names;
    private final TaskHeads heads;
    private final DecisionWords words;

    Signing(
            Scopes scopes,
            Worklist worklist,
            TaskViews views,
            Dossiers dossiers,
            Submissions submissions,
            StaffNames names,
            TaskHeads heads,
            DecisionWords words) {
        this.scopes = scopes;
        this.worklist = worklist;
        this.views = views;
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.names = names;
        this.heads = heads;
        this.words = words;
    }

    /** Soonest first; what another leader has taken is that leader's. */
    @Transactional(readOnly = true)
    public List<Summary> open(SignedIn who) {
        List<WorklistRow> rows = worklist
                .page(new WorklistQuery(
                        scopes.of(who, false), WorklistTab.ALL, WorklistFilter.NONE, null, WorklistQuery.MOST))
                .rows()
                .stream()
                .filter(row -> row.assignee() == null || row.assignee().equals(who.username()))
                .toList();
        Map<String, FormDefinition> forms =
                views.forms(rows.stream().map(WorklistRow::taskId).toList());
        List<WorklistRow> signable = rows.stream()
                .filter(row -> Optional.ofNullable(forms.get(row.taskId()))
                        .flatMap(Signing::signature)
                        .isPresent())
                .toList();
        Map<Long, List<Submission>> said =
                submissions.of(signable.stream().map(WorklistRow::dossierId).collect(Collectors.toSet()));
        StaffNames.Looked looked = names.looked();
        return signable.stream()
                .map(row -> summary(who, row, said.getOrDefault(row.dossierId(), List.of()), looked))
                .toList();
    }

    /** The value of the decision that signs, empty where the form offers none. */
    static Optional<String> signature(FormDefinition form) {
        return form.field(DECISION).flatMap(field -> field.options().stream()
                .map(Option::value)
                .filter(SIGNATURES::contains)
                .findFirst());
    }

    private Summary summary(SignedIn who, WorklistRow row, List<Submission> said, StaffNames.Looked looked) {
        Dossier dossier = dossiers.get(row.dossierId());
        return new Summary(
                row.taskId(),
                row.dossierId(),
                row.dossierCode(),
                row.procedureName(),
                row.applicant(),
                row.step(),
                row.agencyName(),
                subject(said),
                said.stream()
                        .filter(one -> one.fields().get(OPINION) instanceof String)
                        .map(one -> opinion(one, looked))
                        .toList(),
                said.stream()
                        .anyMatch(one -> StaffGroup.OFFICER.code().equals(one.staffGroup())
                                && one.actor().equals(who.username())),
                heads.step(row.agencyId(), row.due(), dossier),
                heads.dossier(dossier));
    }

    private Summary.Opinion opinion(Submission said, StaffNames.Looked looked) {
        Object decision = said.fields().get(DECISION);
        return new Summary.Opinion(
                said.taskName(),
                looked.name(said.actor()),
                said.at(),
                decision == null ? null : words.of(decision),
                String.valueOf(said.fields().get(OPINION)));
    }

    private static String subject(List<Submission> said) {
        return said.stream()
                .filter(one -> one.taskKey().equals(Submission.START))
                .findFirst()
                .map(start ->
                        start.fields().getOrDefault("title", start.fields().getOrDefault("content", "")))
                .map(Object::toString)
                .orElse("");
    }
}
