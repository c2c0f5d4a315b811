package vn.motcua.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Found by Cockpit as a service; its scripts stand in {@code plugin-webapp/motcua-sla/app}. */
public final class SlaPlugin extends AbstractCockpitPlugin {

    static final String ID = "motcua-sla";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(SlaResource.class);
    }
}
