package vn.motcua.filing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.refusal.Refusal;

/** A filing that cannot go on at all, since its procedure is no longer in force: told on the list of what one files. */
@ControllerAdvice(basePackageClasses = NoLongerFiled.class)
@ConditionalOnWebApplication
class NoLongerFiled {

    @ExceptionHandler
    String refused(Refusal refusal, RedirectAttributes next) {
        next.addFlashAttribute("refusal", refusal.getMessage());
        return "redirect:/account/dossiers";
    }
}
