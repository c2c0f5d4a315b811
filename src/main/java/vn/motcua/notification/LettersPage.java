package vn.motcua.notification;

import java.security.Principal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters that are not sent, and what is done to one with a button; for administrators. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/staff/letters")
class LettersPage {

    private static final int SHOWN = 100;

    private static final Logger LOG = LoggerFactory.getLogger(LettersPage.class);

    private final LetterList letters;
    private final List<Postman.Channel> channels;

    LettersPage(LetterList letters, List<Postman.Channel> channels) {
        this.letters = letters;
        this.channels = channels;
    }

    @GetMapping
    String list(Model model) {
        List<LetterList.Entry> open = letters.open(SHOWN + 1);
        model.addAttribute("letters", open.subList(0, Math.min(open.size(), SHOWN)));
        model.addAttribute("more", open.size() > SHOWN);
        model.addAttribute(
                "closed",
                channels.stream()
                        .filter(channel -> !channel.isOpen())
                        .map(Postman.Channel::name)
                        .toList());
        return "letters";
    }

    @PostMapping("/{id:[0-9]{1,18}}/{act:again|drop}")
    String act(@PathVariable long id, @PathVariable String act, Principal who, RedirectAttributes next) {
        boolean done = act.equals("again") ? letters.again(id) : letters.drop(id);
        if (done) {
            LOG.info("Letter {}: {} by {}", id, act, who.getName());
        }
        next.addFlashAttribute("notice", done ? "mail.done." + act : "mail.done.late");
        return "redirect:/staff/letters";
    }
}
