package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: processes and how they ended, their tasks, what they called, their incidents, and what
 * administrators did to them. No variables: what people wrote is in the dossier, and the legal record is the ledger. No
 * gateways and service tasks: what a service task does to a dossier is a row of its ledger.
 */
final class LeanHistory extends AbstractHistoryLevel {

    static final String NAME = "motcua";

    @Override
    public int getId() {
        return 7240;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(type, entity) && isOfTheWay(type, entity)
                || type == HistoryEventTypes.INCIDENT_CREATE
                || type == HistoryEventTypes.INCIDENT_MIGRATE
                || type == HistoryEventTypes.INCIDENT_DELETE
                || type == HistoryEventTypes.INCIDENT_RESOLVE
                || type == HistoryEventTypes.INCIDENT_UPDATE
                || type == HistoryEventTypes.JOB_FAIL
                || type == HistoryEventTypes.USER_OPERATION_LOG;
    }

    /** Of activities only calls and ends of processes; user tasks have a history of their own. Asked first without one. */
    private static boolean isOfTheWay(HistoryEventType type, @Nullable Object entity) {
        boolean ofActivity = type == HistoryEventTypes.ACTIVITY_INSTANCE_START
                || type == HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE
                || type == HistoryEventTypes.ACTIVITY_INSTANCE_END;
        if (!ofActivity || !(entity instanceof ExecutionEntity execution) || execution.getActivity() == null) {
            return true;
        }
        ActivityImpl activity = execution.getActivity();
        String kind = String.valueOf(activity.getProperty("type"));
        return kind.equals("callActivity")
                || kind.endsWith("EndEvent") && activity.getFlowScope() == activity.getProcessDefinition();
    }
}
