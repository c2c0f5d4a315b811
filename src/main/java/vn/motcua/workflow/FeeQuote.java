package vn.motcua.workflow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.forms.FormDefinition;
import vn.motcua.workflow.engine.EngineRoom;

/** What a dossier that is not filed yet would cost, by the same table and the same catalogue as {@link Fee}. */
@EngineRoom
public class FeeQuote {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");

    private final ProcessEngine engine;

    FeeQuote(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The fee in đồng, zero where there is none to pay; empty where it depends on what is not filled in yet.
     *
     * @param fields of the start form, right or wrong
     */
    public Optional<BigDecimal> of(ProcedureDefinition procedure, FormDefinition form, Map<String, Object> fields) {
        String process = procedure.processId();
        Optional<String> table = process == null ? Optional.empty() : table(process);
        return table.isPresent()
                ? perUnit(table.get(), form, fields).flatMap(fee -> times(fee, fields.get("units")))
                : Optional.of(BigDecimal.valueOf(procedure.fee()));
    }

    /** The table that the process asks for the fee per unit. */
    private Optional<String> table(String process) {
        ProcessDefinition newest = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return newest == null
                ? Optional.empty()
                : engine
                        .getRepositoryService()
                        .getBpmnModelInstance(newest.getId())
                        .getModelElementsByType(BusinessRuleTask.class)
                        .stream()
                        .filter(task -> Fee.UNIT_FEE.equals(task.getCamundaResultVariable()))
                        .map(BusinessRuleTask::getCamundaDecisionRef)
                        .findFirst();
    }

    private Optional<BigDecimal> perUnit(String table, FormDefinition form, Map<String, Object> fields) {
        Map<String, Object> inputs = new HashMap<>();
        form.fields().forEach(field -> inputs.put(field.key(), fields.get(field.key())));
        DmnDecisionTableResult result = engine.getDecisionService()
                .evaluateDecisionTableByKey(table)
                .variables(inputs)
                .evaluate();
        return result.isEmpty()
                ? Optional.empty()
                : number(result.getSingleResult().getSingleEntry());
    }

    private static Optional<BigDecimal> times(BigDecimal fee, @Nullable Object units) {
        return number(units).map(fee::multiply);
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(Object::toString)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(BigDecimal::new);
    }
}
