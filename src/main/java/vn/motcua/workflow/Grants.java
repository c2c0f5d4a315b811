package vn.motcua.workflow;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.workflow.engine.EngineRoom;

/**
 * What each group may do in the engine, given once per group and process definition: no row per task. Whose dossiers
 * somebody sees is a matter of tenants, whose turn it is of the task's group.
 */
@EngineRoom
class Grants {

    private static final List<String> WORKERS = List.of("counter", "officer", "leader");
    private static final List<String> WATCHERS = List.of("leader", "manager");
    private static final String ALL = "*";

    private final AuthorizationService authorizations;
    private final RepositoryService repository;
    private final TaskFilters filters;
    private final JdbcClient jdbc;

    Grants(AuthorizationService authorizations, RepositoryService repository, TaskFilters filters, JdbcClient jdbc) {
        this.authorizations = authorizations;
        this.repository = repository;
        this.filters = filters;
        this.jdbc = jdbc;
    }

    /** Gives what is missing, for the models deployed now; one node at a time. */
    @Transactional
    void give() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('grants', 0))")
                .query((row, n) -> 0)
                .list();
        for (Resource resource : Resources.values()) {
            give(Groups.CAMUNDA_ADMIN, resource, ALL, Permissions.ALL);
        }
        WORKERS.forEach(group -> give(group, APPLICATION, "tasklist", Permissions.ACCESS));
        WATCHERS.forEach(group -> {
            give(group, APPLICATION, "cockpit", Permissions.ACCESS);
            give(group, DECISION_DEFINITION, ALL, Permissions.READ);
        });
        give("counter", PROCESS_INSTANCE, ALL, Permissions.CREATE);
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(this::give);
        filters.make();
    }

    private void give(ProcessDefinition process) {
        String key = process.getKey();
        for (String group : WORKERS) {
            boolean starts = group.equals("counter") && process.isStartableInTasklist();
            boolean watches = WATCHERS.contains(group);
            give(group, PROCESS_DEFINITION, key, permissions(starts, watches));
        }
        give(
                "manager",
                PROCESS_DEFINITION,
                key,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
    }

    private static Permission[] permissions(boolean starts, boolean watches) {
        List<Permission> permissions = new ArrayList<>(List.of(
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.TASK_ASSIGN));
        if (starts) {
            permissions.add(ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        if (watches) {
            permissions.add(ProcessDefinitionPermissions.READ_INSTANCE);
        }
        return permissions.toArray(Permission[]::new);
    }

    private void give(String group, Resource resource, String id, Permission... permissions) {
        Authorization known = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        Authorization authorization =
                known == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known;
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
