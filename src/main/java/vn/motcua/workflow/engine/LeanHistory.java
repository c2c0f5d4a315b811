package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: which way a dossier went, its tasks, its incidents, and what administrators did to it. No
 * variables: what people wrote is in the dossier, and the legal record is the ledger.
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
        return HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(type, entity)
                || type == HistoryEventTypes.INCIDENT_CREATE
                || type == HistoryEventTypes.INCIDENT_MIGRATE
                || type == HistoryEventTypes.INCIDENT_DELETE
                || type == HistoryEventTypes.INCIDENT_RESOLVE
                || type == HistoryEventTypes.INCIDENT_UPDATE
                || type == HistoryEventTypes.JOB_FAIL
                || type == HistoryEventTypes.USER_OPERATION_LOG;
    }
}
