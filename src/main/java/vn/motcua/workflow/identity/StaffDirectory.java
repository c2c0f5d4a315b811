package vn.motcua.workflow.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.core.annotation.Order;
import vn.motcua.workflow.engine.EngineRoom;

/** Gives the engine the staff for its people; its own tables of users stay empty and cannot be written through it. */
@EngineRoom
@Order(210)
class StaffDirectory extends AbstractProcessEnginePlugin {

    private final Directory directory;

    StaffDirectory(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setDbIdentityUsed(false);
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new StaffOfEngine(directory);
            }
        });
    }
}
