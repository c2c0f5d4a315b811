package vn.motcua.reports;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.people.PageHeaders;
import vn.motcua.refusal.Refusal;

/** What cannot be listed or printed, with what to do about it. */
@ControllerAdvice(assignableTypes = {ReportsPage.class, ReportDossiersPage.class, SignOffPage.class})
@ConditionalOnWebApplication
class RefusedReports {

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        PageHeaders.ofPage(response);
        ModelAndView page = new ModelAndView("desk/report-refused");
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("refusal", refusal.getMessage());
        return page;
    }
}
