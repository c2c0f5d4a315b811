package vn.motcua.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.ProcedureDefinition.Step;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * The steps that the catalogue gives a procedure, stage after stage; the steps of one stage side by side. The desk's
 * first and last step, intake and return, are tasks of every process and no stages.
 */
@EngineRoom
public class Steps {

    private static final String COUNTER = "counter";
    private static final String LEADER = "leader";

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Flows flows;

    Steps(Dossiers dossiers, Procedures procedures, Agencies agencies, Flows flows) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.agencies = agencies;
        this.flows = flows;
    }

    void next(DelegateExecution execution) {
        long dossier = dossier(execution).id();
        flows.setStage(dossier, flows.stage(dossier) + 1);
    }

    /** Back to the stage before; from the first one nowhere, it is done again. Refused while papers are awaited. */
    void previous(DelegateExecution execution) {
        Dossier dossier = dossier(execution);
        if (dossier.waitingSince() != null) {
            throw new Refusal("Hồ sơ đang chờ bổ sung giấy tờ nên chưa trả lại được; hãy đợi người nộp bổ sung");
        }
        flows.setStage(dossier.id(), Math.max(1, flows.stage(dossier.id()) - 1));
    }

    /** Whether there is a stage to handle now. */
    public boolean hasMore(DelegateExecution execution) {
        Dossier dossier = dossier(execution);
        return flows.stage(dossier.id()) <= stages(dossier).size();
    }

    /** The positions of the steps of the stage that is handled now. */
    public List<Integer> current(DelegateExecution execution) {
        Dossier dossier = dossier(execution);
        return stages(dossier).get(flows.stage(dossier.id()) - 1);
    }

    /** Whether the step at hand is one of the agency that handles the dossier. */
    public boolean isOwn(DelegateExecution execution) {
        return agency(execution).equals(ownAgency(execution));
    }

    public String agency(DelegateExecution execution) {
        String other = step(execution).agencyCode();
        return other == null ? ownAgency(execution) : other;
    }

    public String group(DelegateExecution execution) {
        return step(execution).staffGroup();
    }

    public String name(DelegateExecution execution) {
        return step(execution).name();
    }

    /** ISO 8601, in working time of the agency of the step. */
    public String allowance(DelegateExecution execution) {
        return step(execution).duration();
    }

    private String ownAgency(DelegateExecution execution) {
        return agencies.get(dossier(execution).agencyId()).code();
    }

    private Step step(DelegateExecution execution) {
        // Of a step that has its stage to itself the engine stores no position.
        int position = execution.getVariable("step") instanceof Number known
                ? known.intValue()
                : current(execution).get(0);
        return steps(dossier(execution)).get(position);
    }

    private Dossier dossier(DelegateExecution execution) {
        return dossiers.get(Acts.code(execution));
    }

    /** The positions of the steps, by stage. */
    private List<List<Integer>> stages(Dossier dossier) {
        TreeMap<Integer, List<Integer>> stages = new TreeMap<>();
        List<Step> steps = steps(dossier);
        for (int position = 0; position < steps.size(); position++) {
            stages.computeIfAbsent(steps.get(position).stage(), any -> new ArrayList<>())
                    .add(position);
        }
        return List.copyOf(stages.values());
    }

    private List<Step> steps(Dossier dossier) {
        ProcedureDefinition definition = procedures.get(dossier.versionId()).definition();
        List<Step> steps = definition.steps();
        int from = !steps.isEmpty() && isDesk(steps.get(0)) ? 1 : 0;
        int to = steps.size() > from && isDesk(steps.get(steps.size() - 1)) ? steps.size() - 1 : steps.size();
        return from < to ? steps.subList(from, to) : usual(definition.limit());
    }

    private static boolean isDesk(Step step) {
        return step.staffGroup().equals(COUNTER) && step.agencyCode() == null;
    }

    /** For a procedure of which the catalogue tells no steps: appraisal has two thirds of the limit, the decision the rest. */
    private static List<Step> usual(TimeLimit limit) {
        int decision = Math.max(1, limit.amount() / 3);
        int appraisal = Math.max(1, limit.amount() - decision);
        String unit = limit.unit() == LimitUnit.WORKING_HOURS ? "PT%dH" : "P%dD";
        return List.of(
                new Step(1, "Thẩm định", "officer", null, unit.formatted(appraisal)),
                new Step(2, "Phê duyệt", LEADER, null, unit.formatted(decision)));
    }
}
