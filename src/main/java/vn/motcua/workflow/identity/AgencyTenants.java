package vn.motcua.workflow.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.jspecify.annotations.Nullable;

/** A query for agencies, which are the engine's tenants; those of a person come with the own agency first. */
final class AgencyTenants extends TenantQueryImpl {

    private final transient Directory directory;

    AgencyTenants(Directory directory, @Nullable CommandExecutor commands) {
        super(commands);
        this.directory = directory;
    }

    @Override
    public long executeCount(CommandContext context) {
        return found(context).count();
    }

    @Override
    public List<Tenant> executeList(CommandContext context, @Nullable Page page) {
        if (userId != null && getOrderingProperties().isEmpty()) {
            return Found.part(found(context).toList(), this);
        }
        return Found.page(found(context), Map.of("NAME_", Tenant::getName), Tenant::getId, this);
    }

    private Stream<Tenant> found(CommandContext context) {
        if (groupId != null) {
            return Stream.of();
        }
        Visible visible = Visible.to(context.getAuthentication(), directory);
        return all().filter(tenant -> Found.is(id, tenant.getId())
                && Found.in(ids, tenant.getId())
                && Found.is(name, tenant.getName())
                && Found.like(nameLike, tenant.getName())
                && visible.has(tenant.getId()));
    }

    private Stream<Tenant> all() {
        Map<String, String> names = directory.names();
        return userId == null
                ? names.entrySet().stream().map(agency -> tenant(agency.getKey(), agency.getValue()))
                : directory.find(userId).map(Person::agencies).orElse(List.of()).stream()
                        .map(code -> tenant(code, names.getOrDefault(code, code)));
    }

    private static Tenant tenant(String id, String name) {
        TenantEntity tenant = new TenantEntity(id);
        tenant.setName(name);
        return tenant;
    }
}
