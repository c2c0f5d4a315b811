package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives a called process to the agency that its caller names. The engine would let it inherit the caller's and asks its
 * tenant provider only where the caller has none.
 */
final class AgencyOfCalledProcesses extends AbstractBpmnParseListener {

    private static final String AGENCY = "agency";

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, execution -> {
            ExecutionEntity instance = (ExecutionEntity) execution;
            if (instance.getSuperExecution() != null && instance.getVariable(AGENCY) instanceof String agency) {
                instance.setTenantId(agency);
            }
        });
    }
}
