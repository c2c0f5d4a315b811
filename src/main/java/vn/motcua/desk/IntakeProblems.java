package vn.motcua.desk;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.refusal.Refusal;

/** What cannot be received is told where receiving begins. */
@ControllerAdvice(assignableTypes = {IntakeChoice.class, IntakePage.class, IntakeCheck.class})
class IntakeProblems {

    @ExceptionHandler
    String refused(Refusal refusal, RedirectAttributes next) {
        next.addFlashAttribute("refusal", refusal.getMessage());
        return "redirect:/desk/intake";
    }
}
