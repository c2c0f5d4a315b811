package vn.motcua.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import vn.motcua.workflow.engine.EngineRoom;

/** The lists of work in Tasklist, made where they are missing; administrators may change them, staff read them. */
@EngineRoom
class TaskFilters {

    private static final String ALL = "Tất cả việc";
    private static final List<String> WORKERS = List.of("counter", "officer", "leader");

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    /** In the transaction and under the lock of the grants. */
    void make() {
        make("Việc của Bộ phận Một cửa", 10, "#0d6efd", List.of("counter"), query -> of("counter", query));
        make("Việc của chuyên viên", 10, "#198754", List.of("officer"), query -> of("officer", query));
        make("Việc chờ lãnh đạo", 10, "#b02a37", List.of("leader"), query -> of("leader", query));
        make(ALL, 20, "#6c757d", WORKERS, query -> query);
    }

    private static TaskQuery of(String group, TaskQuery query) {
        return query.taskCandidateGroup(group).includeAssignedTasks();
    }

    private void make(String name, int priority, String color, List<String> groups, UnaryOperator<TaskQuery> which) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).list().stream()
                .findFirst()
                .orElseGet(() -> made(name, priority, color, which));
        groups.forEach(group -> let(group, filter));
    }

    private Filter made(String name, int priority, String color, UnaryOperator<TaskQuery> which) {
        Map<String, Object> properties =
                new HashMap<>(Map.of("priority", priority, "color", color, "refresh", true, "variables", List.of()));
        Filter filter = filters.newTaskFilter(name);
        filter.setProperties(properties);
        filter.setQuery(which.apply(tasks.createTaskQuery()).orderByDueDate().asc());
        return filters.saveFilter(filter);
    }

    private void let(String group, Filter filter) {
        boolean known = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(Resources.FILTER)
                        .resourceId(filter.getId())
                        .count()
                > 0;
        if (!known) {
            Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            read.setGroupId(group);
            read.setResource(Resources.FILTER);
            read.setResourceId(filter.getId());
            read.setPermissions(new Permissions[] {Permissions.READ});
            authorizations.saveAuthorization(read);
        }
    }
}
