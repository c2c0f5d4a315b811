package vn.motcua.workflow.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher.MatchResult;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before Camunda's REST API: staff pass to the addresses that are theirs, and to a task or process instance only if they
 * can see it, for not every address of the engine asks that. Administrators pass; the engine itself refuses them models.
 */
final class StaffDoor extends OncePerRequestFilter {

    private static final List<String> WORKERS = List.of("counter", "officer", "leader");
    private static final List<String> WATCHERS = List.of("leader", "manager");
    private static final List<String> NO_IDS = List.of("count", "report");

    private final ProcessEngine engine;
    private final ObjectMapper json;

    StaffDoor(ProcessEngine engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = engine.getIdentityService().getCurrentAuthentication();
        if (who == null || who.getUserId() == null) {
            answer(response, HttpStatus.UNAUTHORIZED, "Hãy đăng nhập ở trang /login rồi làm lại");
        } else if (who.getGroupIds().contains(Groups.CAMUNDA_ADMIN)) {
            chain.doFilter(request, response);
        } else if (!isOpen(request, who.getGroupIds())) {
            answer(response, HttpStatus.FORBIDDEN, "Thao tác này không được phép qua giao diện của Camunda");
        } else if (isHidden(request)) {
            answer(response, HttpStatus.NOT_FOUND, "Không có việc hoặc hồ sơ này, hoặc không thuộc đơn vị của bạn");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOpen(HttpServletRequest request, List<String> groups) {
        return StaffAddresses.READING.matches(request)
                || (groups.stream().anyMatch(WORKERS::contains) && StaffAddresses.WORKING.matches(request))
                || (groups.contains("counter") && StaffAddresses.FILING.matches(request))
                || (groups.stream().anyMatch(WATCHERS::contains) && StaffAddresses.WATCHING.matches(request));
    }

    private boolean isHidden(HttpServletRequest request) {
        String task = id(StaffAddresses.TASK, request);
        String instance = id(StaffAddresses.INSTANCE, request);
        return (!task.isEmpty()
                        && engine.getTaskService()
                                        .createTaskQuery()
                                        .taskId(task)
                                        .count()
                                == 0)
                || (!instance.isEmpty()
                        && engine.getRuntimeService()
                                        .createProcessInstanceQuery()
                                        .processInstanceId(instance)
                                        .count()
                                == 0);
    }

    private static String id(PathPatternRequestMatcher matcher, HttpServletRequest request) {
        MatchResult match = matcher.matcher(request);
        String id = match.isMatch() ? match.getVariables().getOrDefault("id", "") : "";
        return NO_IDS.contains(id) ? "" : id;
    }

    private void answer(HttpServletResponse response, HttpStatus status, String message) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsString(Map.of("type", "AuthorizationException", "message", message))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
