package vn.motcua.workflow.identity;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.motcua.workflow.engine.RefusalsAsAnswers;

/**
 * What is refused to somebody at work reaches Tasklist as our sentence alone. The engine's REST API would put what it
 * could not do and an id before it, and call it an error of the server.
 */
final class SentencesOnly extends OncePerRequestFilter {

    private static final Pattern PREFIX = Pattern.compile("^Cannot .+? \\S+: ");

    private final ObjectMapper json;

    SentencesOnly(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !StaffAddresses.WORKING.matches(request) && !StaffAddresses.FILING.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        ObjectNode refused = HttpStatus.valueOf(answer.getStatus()).isError() ? refused(answer) : null;
        if (refused != null) {
            String message = refused.path("message").asText();
            refused.put("message", PREFIX.matcher(message).replaceFirst(""));
            answer.resetBuffer();
            answer.setStatus(HttpStatus.BAD_REQUEST.value());
            answer.getOutputStream().write(json.writeValueAsBytes(refused));
        }
        answer.copyBodyToResponse();
    }

    private @Nullable ObjectNode refused(ContentCachingResponseWrapper answer) throws IOException {
        try {
            JsonNode body = json.readTree(answer.getContentAsByteArray());
            boolean ours = body instanceof ObjectNode && body.path("code").asInt() == RefusalsAsAnswers.CODE;
            return ours ? (ObjectNode) body : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
