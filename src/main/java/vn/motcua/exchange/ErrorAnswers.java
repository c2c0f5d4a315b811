package vn.motcua.exchange;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.error.AbstractErrorController;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.calendar.VietnameseDates;

/** What no handler answered: a page for a browser, problem details (RFC 9457) for everybody else. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("${server.error.path:/error}")
class ErrorAnswers extends AbstractErrorController {

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("HH:mm:ss EEE dd/MM/uuuu", Locale.ENGLISH);

    private final Clock clock;

    ErrorAnswers(ErrorAttributes attributes, Clock clock) {
        super(attributes);
        this.clock = clock;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request, Locale language) {
        Map<String, Object> model = getErrorAttributes(request, ErrorAttributeOptions.defaults());
        HttpStatus status = status(request);
        model.put("status", status.value());
        // Only our own access rules answer 403, and with a sentence for people or the key of one.
        if (status == HttpStatus.FORBIDDEN) {
            model.put("refusal", request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
        }
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        model.put("at", language.equals(Locale.ENGLISH) ? ENGLISH.format(now) : VietnameseDates.moment(now));
        return new ModelAndView("error", model, status);
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail(status));
        problem.setTitle("Không thực hiện được");
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Somebody who opens this address by itself finds nothing here. */
    private HttpStatus status(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.status_code") == null
                ? HttpStatus.NOT_FOUND
                : getStatus(request);
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "Không có địa chỉ này; hãy xem /v3/api-docs";
            case METHOD_NOT_ALLOWED -> "Địa chỉ này không nhận phương thức đó; hãy xem /v3/api-docs";
            case NOT_ACCEPTABLE -> "Chỉ có dữ liệu dạng application/json và text/csv";
            default ->
                status.is5xxServerError()
                        ? "Máy chủ gặp trục trặc; hãy thử lại sau ít phút"
                        : "Yêu cầu không đúng; hãy xem /v3/api-docs";
        };
    }
}
