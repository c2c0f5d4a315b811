package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.CallableElementUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Gives a called process to the agency that its caller names. The engine would let it inherit the caller's, and asks its
 * tenant provider only where the caller has none.
 */
final class AgencyOfCalledProcesses extends AbstractBpmnParseListener {

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior().getClass() == CallActivityBehavior.class) {
            CallActivityBehavior call = new CallOfAgency();
            call.setCallableElement(
                    ((CallableElementActivityBehavior) activity.getActivityBehavior()).getCallableElement());
            activity.setActivityBehavior(call);
        }
    }

    private static final class CallOfAgency extends CallActivityBehavior {

        @Override
        protected void startInstance(ActivityExecution execution, VariableMap variables, String businessKey) {
            ExecutionEntity caller = (ExecutionEntity) execution;
            ExecutionEntity called = (ExecutionEntity) execution.createSubProcessInstance(
                    CallableElementUtil.getProcessDefinitionToCall(
                            caller, caller.getProcessDefinitionTenantId(), getCallableElement()),
                    businessKey);
            if (variables.get("agency") instanceof String agency) {
                called.setTenantId(agency);
            }
            called.start(variables);
        }
    }
}
