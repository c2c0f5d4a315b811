package vn.motcua.cockpit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.motcua.refusal.Refusal;

/** Every question of the plugin goes through here: who may not watch is refused, and what goes wrong is told as a problem. */
@Component
class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String ENGINE = "default";

    private final Watchers watchers;
    private final Map<String, Part> parts;
    private final ObjectMapper json;

    Door(Watchers watchers, List<Part> parts, ObjectMapper json) {
        this.watchers = watchers;
        this.parts = parts.stream().collect(Collectors.toUnmodifiableMap(Part::address, Function.identity()));
        this.json = json;
    }

    Response answer(String engine, String part, Asked asked) {
        try {
            // First who asks: others do not even learn which questions there are.
            Watcher who = watchers.admit(SecurityContextHolder.getContext().getAuthentication());
            Part found = parts.get(part);
            if (found == null || !engine.equals(ENGINE)) {
                throw new Absent("Không có địa chỉ này");
            }
            // Also for a part that does not care about it, so that none can forget to ask.
            who.agency(asked);
            return written(HttpStatus.OK, MediaType.APPLICATION_JSON, found.answer(who, asked));
        } catch (Forbidden forbidden) {
            return problem(HttpStatus.FORBIDDEN, "Không được phép", forbidden);
        } catch (Absent absent) {
            return problem(HttpStatus.NOT_FOUND, "Không tìm thấy", absent);
        } catch (Refusal refusal) {
            return problem(HttpStatus.UNPROCESSABLE_ENTITY, "Không thực hiện được", refusal);
        } catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException busy) {
            LOG.warn("The plugin's {} was not answered just now", part, busy);
            return problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Máy chủ đang bận",
                    new Refusal("Máy chủ chưa lấy được số liệu lúc này; hãy thử lại sau ít phút"));
        } catch (RuntimeException fault) {
            LOG.error("The plugin's {} failed", part, fault);
            return problem(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "Lỗi máy chủ",
                    new Refusal("Máy chủ gặp lỗi khi lấy số liệu; hãy thử lại sau ít phút"));
        }
    }

    /** Which questions there are. */
    Set<String> addresses() {
        return parts.keySet();
    }

    private Response problem(HttpStatus status, String title, Refusal reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(reason.getMessage()));
        problem.setTitle(title);
        return written(status, org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
    }

    private Response written(HttpStatus status, String type, Object body) {
        try {
            return Response.status(status.value())
                    .type(type)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .entity(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
