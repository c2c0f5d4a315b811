package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DefaultCacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** A deployed model never changes: one that is in memory is not read from the database in every command once more. */
final class KnownDefinitions extends DeploymentCache {

    private static final int MODELS = 1_000;

    KnownDefinitions(ProcessEngineConfigurationImpl engine) {
        super(new DefaultCacheFactory(), MODELS);
        setDeployers(engine.getDeployers());
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(@Nullable String id) {
        ProcessDefinitionEntity known = id == null ? null : processDefinitionEntityCache.findDefinitionFromCache(id);
        return known == null ? super.findDeployedProcessDefinitionById(id) : known;
    }
}
