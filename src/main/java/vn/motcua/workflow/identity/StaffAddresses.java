package vn.motcua.workflow.identity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What of Camunda's REST API (7.24) staff may ask of the engine: what their web applications need for the work on tasks and
 * for watching. Whatever is not named is closed to them.
 */
final class StaffAddresses {

    private static final String ENGINES = "/camunda/api/engine/engine";
    private static final String ENGINE = ENGINES + "/default";

    /** The task or process instance that an address is about, as "id". */
    static final PathPatternRequestMatcher TASK = matcher(null, ENGINE + "/task/{id}/**");

    static final PathPatternRequestMatcher INSTANCE = matcher(null, ENGINE + "/process-instance/{id}/**");

    /** For everybody who works here. */
    static final RequestMatcher READING = any(
            routes(HttpMethod.OPTIONS, "/filter", "/filter/{id}", "/user", "/user/{id}", "/group", "/authorization"),
            Stream.of(matcher(HttpMethod.GET, ENGINES), matcher(HttpMethod.GET, ENGINES + "/")),
            routes(
                    HttpMethod.GET,
                    "/task",
                    "/task/count",
                    "/task/{id}",
                    "/task/{id}/form",
                    "/task/{id}/rendered-form",
                    "/task/{id}/deployed-form",
                    "/task/{id}/form-variables",
                    "/task/{id}/comment",
                    "/task/{id}/identity-links",
                    "/filter",
                    "/filter/count",
                    "/filter/{id}",
                    "/filter/{id}/list",
                    "/filter/{id}/count",
                    "/filter/{id}/singleResult",
                    "/process-definition/**",
                    "/history/user-operation",
                    "/history/user-operation/count",
                    "/user",
                    "/user/count",
                    "/user/{id}/profile",
                    "/group",
                    "/group/count",
                    "/tenant",
                    "/tenant/count",
                    "/identity/groups",
                    "/identity/password-policy",
                    "/authorization/check",
                    "/version"),
            routes(
                    HttpMethod.POST,
                    "/task",
                    "/task/count",
                    "/filter/{id}/list",
                    "/filter/{id}/count",
                    "/filter/{id}/singleResult",
                    "/group",
                    "/group/count"));

    /** For those who work on tasks. Dates, names and candidates of a task are the process's business. */
    static final RequestMatcher WORKING = any(routes(
            HttpMethod.POST,
            "/task/{id}/claim",
            "/task/{id}/unclaim",
            "/task/{id}/assignee",
            "/task/{id}/submit-form",
            "/task/{id}/complete",
            "/task/{id}/comment/create"));

    /** For those who take dossiers in. */
    static final RequestMatcher FILING = any(routes(
            HttpMethod.POST, "/process-definition/{id}/submit-form", "/process-definition/key/{key}/submit-form"));

    /** For those who watch over the processes in Cockpit; they change nothing there. */
    static final RequestMatcher WATCHING = any(
            routes(
                    HttpMethod.GET,
                    "/process-instance/**",
                    "/execution/**",
                    "/variable-instance/**",
                    "/job/**",
                    "/job-definition/**",
                    "/incident/**",
                    "/external-task",
                    "/external-task/count",
                    "/event-subscription",
                    "/event-subscription/count",
                    "/history/**",
                    "/decision-definition/**",
                    "/decision-requirements-definition/**",
                    "/case-definition/count",
                    "/deployment/count"),
            queries(
                    "/process-instance",
                    "/execution",
                    "/variable-instance",
                    "/job",
                    "/job-definition",
                    "/external-task",
                    "/history/process-instance",
                    "/history/activity-instance",
                    "/history/task",
                    "/history/variable-instance",
                    "/history/job-log"));

    private StaffAddresses() {}

    private static Stream<PathPatternRequestMatcher> routes(HttpMethod method, String... paths) {
        return Arrays.stream(paths).map(path -> matcher(method, ENGINE + path));
    }

    private static Stream<PathPatternRequestMatcher> queries(String... paths) {
        return Arrays.stream(paths).flatMap(path -> routes(HttpMethod.POST, path, path + "/count"));
    }

    @SafeVarargs
    private static RequestMatcher any(Stream<PathPatternRequestMatcher>... routes) {
        List<RequestMatcher> all = Arrays.stream(routes)
                .flatMap(stream -> stream.map(RequestMatcher.class::cast))
                .toList();
        return new OrRequestMatcher(all);
    }

    private static PathPatternRequestMatcher matcher(
            @org.jspecify.annotations.Nullable HttpMethod method, String path) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        return method == null ? builder.matcher(path) : builder.matcher(method, path);
    }
}
