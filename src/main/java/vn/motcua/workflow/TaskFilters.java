package vn.motcua.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import vn.motcua.workflow.engine.DossierVariables;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.engine.FilterText;
import vn.motcua.workflow.engine.PersonalFilters;

/**
 * The lists of work in Tasklist. They are made where they are missing and follow this version while nobody has changed
 * them; what an administrator has changed stays as it is. Staff read them.
 */
@EngineRoom
class TaskFilters {

    private static final List<String> WORKERS = List.of("counter", "officer", "leader");

    /** Which of ours a filter is, whatever it is called now. */
    private static final String KEY = "motcuaFilter";

    /** What it said when it was made, so that a change shows. */
    private static final String MADE = "motcuaMade";

    private static final List<Map<String, String>> VARIABLES = List.of(
            Map.of("name", DossierVariables.CODE, "label", "Mã hồ sơ"),
            Map.of("name", DossierVariables.APPLICANT, "label", "Người nộp"),
            Map.of("name", DossierVariables.DEADLINE, "label", "Hạn hồ sơ"));

    private static final List<Kind> KINDS = List.of(
            of("counter", "Việc của Bộ phận Một cửa", "#0d6efd", "#0d6efd"),
            of("officer", "Việc của chuyên viên", "#198754", "#198754"),
            of("leader", "Việc chờ lãnh đạo", "#6f42c1", "#b02a37"),
            new Kind("mine", "Việc của tôi", "Việc bạn đã nhận", 20, "#0f766e", null, null, PersonalFilters.MINE),
            new Kind(
                    "overdue",
                    "Việc quá hạn",
                    "Việc của nhóm bạn đã quá hạn của bước hoặc của hồ sơ, lâu nhất trước",
                    30,
                    "#b02a37",
                    null,
                    null,
                    PersonalFilters.OVERDUE),
            new Kind("all", "Tất cả việc", "Mọi việc của đơn vị", 40, "#6c757d", "#6c757d", null, null));

    /**
     * @param before the colour in the version that marked nothing, null where it had no such filter
     * @param group whose tasks and who sees it, null for everybody's
     * @param shows what of {@link PersonalFilters}, null for nothing
     */
    private record Kind(
            String key,
            String name,
            String description,
            int priority,
            String color,
            @Nullable String before,
            @Nullable String group,
            @Nullable String shows) {

        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>(Map.of(
                    "priority",
                    priority,
                    "color",
                    color,
                    "description",
                    description,
                    "refresh",
                    true,
                    "variables",
                    VARIABLES,
                    KEY,
                    key));
            if (shows != null) {
                properties.put(PersonalFilters.SHOWS, shows);
            }
            return properties;
        }

        Map<String, Object> propertiesBefore() {
            return Map.of(
                    "priority",
                    group == null ? 20 : 10,
                    "color",
                    String.valueOf(before),
                    "refresh",
                    true,
                    "variables",
                    List.of());
        }

        List<String> readers() {
            return group == null ? WORKERS : List.of(group);
        }
    }

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
    }

    private static Kind of(String group, String name, String color, String before) {
        return new Kind(group, name, "Việc của nhóm, cả việc đã có người nhận", 10, color, before, group, null);
    }

    /** In the transaction and under the lock of the grants. */
    void make() {
        List<Filter> all = filters.createTaskFilterQuery().list();
        KINDS.forEach(kind -> {
            Optional<Filter> known = find(all, kind);
            Filter filter = known.isEmpty() || isUntouched(known.get(), kind)
                    ? save(known.orElseGet(() -> filters.newTaskFilter(kind.name())), kind)
                    : known.get();
            kind.readers().forEach(group -> let(group, filter));
        });
    }

    private static Optional<Filter> find(List<Filter> all, Kind kind) {
        return all.stream()
                .filter(filter -> kind.key().equals(property(filter, KEY)))
                .findFirst()
                .or(() -> all.stream()
                        .filter(filter -> filter.getName().equals(kind.name()))
                        .findFirst());
    }

    private boolean isUntouched(Filter filter, Kind kind) {
        Object made = property(filter, MADE);
        return made == null
                ? digest(filter).equals(digest(filled(kind, kind.propertiesBefore())))
                : made.equals(digest(filter));
    }

    private Filter save(Filter filter, Kind kind) {
        Map<String, Object> properties = kind.properties();
        properties.put(MADE, digest(filled(kind, properties)));
        filter.setName(kind.name());
        filter.setQuery(query(kind));
        filter.setProperties(properties);
        return filters.saveFilter(filter);
    }

    private Filter filled(Kind kind, Map<String, Object> properties) {
        Filter filter = filters.newTaskFilter(kind.name());
        filter.setQuery(query(kind));
        filter.setProperties(properties);
        return filter;
    }

    private TaskQuery query(Kind kind) {
        TaskQuery query = tasks.createTaskQuery();
        if (kind.group() != null) {
            query.taskCandidateGroup(kind.group()).includeAssignedTasks();
        }
        return query.orderByDueDate().asc();
    }

    private static @Nullable Object property(Filter filter, String name) {
        return filter.getProperties() == null ? null : filter.getProperties().get(name);
    }

    private static String digest(Filter filter) {
        return Integer.toHexString(FilterText.of(filter, MADE).hashCode());
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
