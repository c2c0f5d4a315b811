package vn.motcua.workflow;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.forms.FormDefinition;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Dossiers that come over the counter: the clerk who files one has checked it, so the check is done in the same go. */
@EngineRoom
public class CounterIntake {

    private static final String CHECK = "intake-check";

    private final DossierFlow flow;
    private final EngineLogin login;
    private final Dossiers dossiers;
    private final WorkItems items;
    private final Procedures procedures;

    CounterIntake(DossierFlow flow, EngineLogin login, Dossiers dossiers, WorkItems items, Procedures procedures) {
        this.flow = flow;
        this.login = login;
        this.dossiers = dossiers;
        this.items = items;
        this.procedures = procedures;
    }

    /**
     * Files a dossier as a clerk of the agency and does the first check as the same clerk, both or neither.
     *
     * @param fields the start form of the process
     * @param decision of the check: accept, supplement or reject
     * @param reason why, for the last two
     * @param key the same again with the same key is the same dossier, and nothing is checked twice
     * @return the dossier code
     */
    @Transactional
    public String receive(
            String procedure,
            String agency,
            Map<String, Object> fields,
            String decision,
            @Nullable String reason,
            String clerk,
            String key) {
        boolean done = dossiers.findFiled(key).isPresent();
        String code = flow.file(procedure, agency, fields, clerk, key);
        if (!done) {
            Dossier dossier = dossiers.get(code);
            items.of(dossier.id()).stream()
                    .filter(item -> item.taskKey().equals(CHECK))
                    .forEach(item -> check(item, dossier, fields, decision, reason, clerk));
        }
        return code;
    }

    private void check(
            WorkItem item,
            Dossier dossier,
            Map<String, Object> fields,
            String decision,
            @Nullable String reason,
            String clerk) {
        Map<String, Object> answers = new HashMap<>();
        form(dossier).fields().stream()
                .filter(field -> !field.readOnly() && fields.containsKey(field.key()))
                .forEach(field -> answers.put(field.key(), fields.get(field.key())));
        answers.put("decision", decision);
        if (reason != null) {
            answers.put("reason", reason);
        }
        login.as(clerk, () -> {
            flow.complete(item.taskId(), answers);
            return item;
        });
    }

    /** It asks again for what decides about fee and opinions; the clerk has just entered that. */
    private FormDefinition form(Dossier dossier) {
        return FormDefinition.shipped(
                DossierFlow.process(procedures.get(dossier.versionId()).definition()) + "-" + CHECK);
    }
}
