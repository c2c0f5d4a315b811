package vn.motcua.workflow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.forms.Field;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.FormPresets;
import vn.motcua.workflow.engine.TaskForms;
import vn.motcua.worklist.WorkItems;

/** What a task's form shows before it is filled in: what the dossier knows. */
@EngineRoom
class Presets implements FormPresets {

    private static final String OPINION = "opinion";
    private static final String DECISION = "decision";
    private static final String REASON = "reason";

    /** Characters of a text variable. */
    private static final int LONGEST = 4000;

    private final WorkItems items;
    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Fee fee;
    private final Consultation consultation;

    Presets(WorkItems items, Dossiers dossiers, Submissions submissions, Fee fee, Consultation consultation) {
        this.items = items;
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.fee = fee;
        this.consultation = consultation;
    }

    /** Single values by field; what was ticked in a list cannot be shown by Tasklist. */
    @Override
    public Map<String, Object> of(DelegateTask task) {
        return items.find(task.getId())
                .map(item -> of(task, dossiers.get(item.dossierId())))
                .orElse(Map.of());
    }

    private Map<String, Object> of(DelegateTask task, Dossier dossier) {
        Map<String, Object> presets = new LinkedHashMap<>();
        TaskForms.of(task).ifPresent(form -> {
            Map<String, Object> known = known(dossier);
            form.field(Consultation.QUESTION)
                    .map(field -> consultation.question(task))
                    .ifPresent(question -> known.put(Consultation.QUESTION, question));
            form.fields().forEach(field -> {
                Object value = value(field, known, dossier);
                if (value != null && !(value instanceof Collection)) {
                    presets.put(field.key(), value);
                }
            });
        });
        return presets;
    }

    private Map<String, Object> known(Dossier dossier) {
        Map<String, Object> known = new LinkedHashMap<>(submissions.fields(dossier.id()));
        // What the last person decided, and why, is not what the next one decides.
        known.keySet().removeAll(Set.of(DECISION, REASON, OPINION));
        known.put("dossierCode", dossier.code());
        known.put("applicantName", dossier.applicant().name());
        known.put(Fee.FIELD, fee.amount(dossier).longValue());
        return known;
    }

    private @Nullable Object value(Field field, Map<String, Object> known, Dossier dossier) {
        return field.key().equals(OPINION) && field.readOnly() ? opinions(dossier) : known.get(field.key());
    }

    /** Every opinion given so far, with its author, for who decides; of long ones as much as the engine can hold. */
    private String opinions(Dossier dossier) {
        List<String> opinions = submissions.of(dossier.id()).stream()
                .filter(submission -> submission.fields().get(OPINION) instanceof String)
                .map(Presets::opinion)
                .toList();
        int all = opinions.stream().mapToInt(String::length).sum() + opinions.size();
        int each = all <= LONGEST ? LONGEST : LONGEST / opinions.size() - 2;
        return opinions.stream().map(opinion -> shortened(opinion, each)).collect(Collectors.joining("\n"));
    }

    private static String shortened(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }

    private static String opinion(Submission submission) {
        return "%s (%s): %s"
                .formatted(
                        submission.taskName(),
                        submission.actor(),
                        submission.fields().get(OPINION));
    }
}
