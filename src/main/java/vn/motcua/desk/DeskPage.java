package vn.motcua.desk;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The worklist, where everybody's day begins. */
@Controller
@ConditionalOnWebApplication
class DeskPage {

    @GetMapping("/desk")
    String worklist() {
        return "desk/worklist";
    }
}
