package vn.motcua.workflow.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the form of an open task shows before anybody has filled it in. */
@FunctionalInterface
public interface FormPresets {
    Map<String, Object> of(DelegateTask task);
}
