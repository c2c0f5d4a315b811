package vn.motcua.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Whose a process instance is: the agency it is filed with, or else that of the person who starts it. Definitions are
 * everybody's.
 */
final class Tenants implements TenantIdProvider {

    private final ProcessEngineConfigurationImpl engine;

    Tenants(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        String filedWith = FiledWith.agency();
        return filedWith == null ? ofPerson() : filedWith;
    }

    private @Nullable String ofPerson() {
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        List<String> agencies = person == null ? null : person.getTenantIds();
        return agencies == null || agencies.isEmpty() ? null : agencies.get(0);
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
