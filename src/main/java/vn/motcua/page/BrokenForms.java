package vn.motcua.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** Uploads that broke off on the way, or never were any: the sender's mistake, which is no failure of the server. */
@ControllerAdvice
@ConditionalOnWebApplication
class BrokenForms {

    @ExceptionHandler
    void refuse(MultipartException broken, HttpServletResponse response) throws IOException {
        boolean told = broken instanceof ErrorResponse;
        response.sendError(told ? ((ErrorResponse) broken).getStatusCode().value() : HttpStatus.BAD_REQUEST.value());
    }
}
