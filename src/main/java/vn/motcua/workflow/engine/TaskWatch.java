package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;

/** Is told what happens to every task of every model, in the engine's transaction; an exception undoes the command. */
@FunctionalInterface
public interface TaskWatch {

    /**
     * @param task its event name says what happens: create, assignment, complete, delete
     * @param allowance the ISO duration that the model gives the task, null where it gives a date
     */
    void happened(DelegateTask task, @Nullable String allowance);
}
