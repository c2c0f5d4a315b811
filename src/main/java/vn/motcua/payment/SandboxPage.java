package vn.motcua.payment;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.payment.SandboxBank.Button;

/** What a payer would see of a gateway. No money moves here, and the page says so. */
@Controller
@ConditionalOnWebApplication
@PaymentRoom
@RequestMapping("/payment/sandbox/{reference}")
class SandboxPage {

    private final SandboxBooks books;
    private final SandboxBank bank;
    private final Gateways gateways;
    private final Clock clock;

    SandboxPage(SandboxBooks books, SandboxBank bank, Gateways gateways, Clock clock) {
        this.books = books;
        this.bank = bank;
        this.gateways = gateways;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        SandboxBooks.Entry entry = entry(reference);
        model.addAttribute("entry", entry);
        model.addAttribute("open", entry.isOpen(LocalDateTime.now(clock)));
        model.addAttribute("buttons", Button.values());
        model.addAttribute("back", back(entry));
        return "payment/sandbox";
    }

    @PostMapping("/{button}")
    String press(@PathVariable String reference, @PathVariable String button) {
        SandboxBooks.Entry entry = entry(reference);
        bank.press(entry, button(button));
        return "redirect:" + back(entry);
    }

    private SandboxBooks.Entry entry(String reference) {
        return gateways.find(SandboxGateway.NAME)
                .flatMap(inUse -> books.find(reference))
                .orElseThrow(SandboxPage::notFound);
    }

    /** It stands on the server that it goes back to, whatever name that is reached by. */
    private static String back(SandboxBooks.Entry entry) {
        return URI.create(entry.returnAddress()).getRawPath();
    }

    private static Button button(String name) {
        for (Button button : Button.values()) {
            if (name.equals(button.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return button;
            }
        }
        throw notFound();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
