package vn.motcua.exchange;

import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.motcua.refusal.Refusal;

/** What an API call did wrong, as problem details (RFC 9457) in Vietnamese. */
@RestControllerAdvice(assignableTypes = {ReportsApi.class, FiguresApi.class, CatalogueApi.class})
class ApiProblems {

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException wrong) {
        String form = LocalDate.class.equals(wrong.getRequiredType())
                ? "ngày có thật dạng yyyy-MM-dd"
                : "thời điểm có thật dạng yyyy-MM-ddTHH:mm:ss";
        String value = Shown.of(String.valueOf(wrong.getValue()));
        return problem(
                HttpStatus.BAD_REQUEST, "Tham số %s: “%s” không phải %s".formatted(wrong.getName(), value, form));
    }

    @ExceptionHandler
    ProblemDetail missing(MissingServletRequestParameterException missing) {
        return problem(HttpStatus.BAD_REQUEST, "Thiếu tham số %s".formatted(missing.getParameterName()));
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status == HttpStatus.BAD_REQUEST ? "Yêu cầu không đúng dạng" : "Không thực hiện được");
        return problem;
    }
}
