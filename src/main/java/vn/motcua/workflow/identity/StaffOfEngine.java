package vn.motcua.workflow.identity;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/** Answers the engine's questions about people from the accounts of staff, which only their own page changes. */
final class StaffOfEngine implements ReadOnlyIdentityProvider {

    private final Directory directory;

    StaffOfEngine(Directory directory) {
        this.directory = directory;
    }

    @Override
    public @Nullable User findUserById(@Nullable String id) {
        return first(
                createUserQuery(Context.getCommandContext()).userId(given(id)).list());
    }

    @Override
    public UserQuery createUserQuery() {
        return new Users(directory, Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new Users(directory, null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Staff are not asked for by SQL");
    }

    /** Signing in is not the engine's business. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(@Nullable String id) {
        return first(
                createGroupQuery(Context.getCommandContext()).groupId(given(id)).list());
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new StaffGroups(
                directory, Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new StaffGroups(directory, null);
    }

    @Override
    public @Nullable Tenant findTenantById(@Nullable String id) {
        return first(createTenantQuery(Context.getCommandContext())
                .tenantId(given(id))
                .list());
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new AgencyTenants(
                directory, Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new AgencyTenants(directory, null);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private static String given(@Nullable String id) {
        return id == null ? "" : id;
    }

    private static <T> @Nullable T first(List<T> found) {
        return found.isEmpty() ? null : found.get(0);
    }
}
