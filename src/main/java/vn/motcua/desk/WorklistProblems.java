package vn.motcua.desk;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.motcua.refusal.Refusal;

/** What a request for the worklist got wrong, as problem details (RFC 9457) in Vietnamese. */
@RestControllerAdvice(assignableTypes = WorklistApi.class)
class WorklistProblems {

    /** Only what was asked can be refused here. */
    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return problem(String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notANumber(MethodArgumentTypeMismatchException wrong) {
        return problem("Tham số %s phải là một số nguyên".formatted(wrong.getName()));
    }

    @ExceptionHandler
    ProblemDetail notYesOrNo(BindException wrong) {
        return problem("Tham số %s chỉ nhận true hoặc false"
                .formatted(
                        wrong.getFieldErrors().isEmpty()
                                ? "mine"
                                : wrong.getFieldErrors().get(0).getField()));
    }

    private static ProblemDetail problem(String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
        problem.setTitle("Yêu cầu không đúng dạng");
        return problem;
    }
}
