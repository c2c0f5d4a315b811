package vn.motcua.workflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses what the engine's own permissions let pass: starting a process somewhere in its middle or leaving a task by an
 * error, except to administrators; and deploying models, which are code, to everybody. Models come with the application.
 */
final class NotForStaff extends CommandInterceptor {

    private static final Set<Class<?>> ADMINISTRATORS_ONLY = Set.of(
            StartProcessInstanceAtActivitiesCmd.class, HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    NotForStaff(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        if (person != null && (command instanceof DeployCmd || isBeyond(person, command))) {
            throw new AuthorizationException("Thao tác này không được phép qua giao diện của Camunda");
        }
        return next.execute(command);
    }

    private static boolean isBeyond(Authentication person, Command<?> command) {
        List<String> groups = person.getGroupIds();
        return ADMINISTRATORS_ONLY.contains(command.getClass())
                && (groups == null || !groups.contains(Groups.CAMUNDA_ADMIN));
    }
}
