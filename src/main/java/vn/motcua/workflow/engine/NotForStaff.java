package vn.motcua.workflow.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What somebody who is logged in may have the engine do, whichever API asks: people read, take tasks, complete them and
 * start processes, and nothing else of the engine's own permissions counts; administrators do all but deploy models, which
 * are code and come with the application. What follows within a command is the application's doing.
 */
final class NotForStaff extends CommandInterceptor {

    private static final Set<Class<?>> WORK = Set.of(
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            SubmitStartFormCmd.class,
            StartProcessInstanceCmd.class,
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            AddCommentCmd.class,
            AuthorizationCheckCmd.class,
            IsIdentityServiceReadOnlyCmd.class,
            CreateUserQueryCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class);

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
        return !EngineState.isInCommand()
                && (groups == null || !groups.contains(Groups.CAMUNDA_ADMIN))
                && !isWork(command);
    }

    private static boolean isWork(Command<?> command) {
        String type = command.getClass().getName();
        return WORK.contains(command.getClass())
                || command instanceof AbstractQuery
                || command instanceof AbstractExecuteFilterCmd
                || command.getClass().getSimpleName().startsWith("Get")
                || type.startsWith("vn.motcua.");
    }
}
