package vn.motcua.workflow.engine;

import java.util.Collection;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Something to be done once for each of several is done without ado where there is only one: in the scope itself, with no
 * branch and no counters. Most stages of a procedure have one step.
 */
final class LeanStages extends AbstractBpmnParseListener {

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element element, Element loop, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior parallel
                && parallel.getCompletionConditionExpression() == null) {
            Stage stage = new Stage();
            stage.setLoopCardinalityExpression(parallel.getLoopCardinalityExpression());
            stage.setCollectionExpression(parallel.getCollectionExpression());
            stage.setCollectionVariable(parallel.getCollectionVariable());
            stage.setCollectionElementVariable(parallel.getCollectionElementVariable());
            activity.setActivityBehavior(stage);
        }
    }

    private static final class Stage extends ParallelMultiInstanceActivityBehavior {

        @Override
        protected void createInstances(ActivityExecution execution, int instances) throws Exception {
            Collection<?> collection = evaluateCollection(execution);
            if (instances == 1 && collection != null) {
                execution.executeActivity(getInnerActivity(execution.getActivity()));
            } else {
                super.createInstances(execution, instances);
            }
        }

        @Override
        public void complete(ActivityExecution scope) {
            leave(scope);
        }
    }
}
