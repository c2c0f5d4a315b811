package vn.motcua.payment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.refusal.Refusal;

/**
 * A payment as its payer sees it. The way to the gateway is a page with a link that opens by itself: a form may send a
 * browser to this server only (form-action), and that holds for every page.
 */
@Controller
@ConditionalOnWebApplication
@PaymentRoom
@RequestMapping("/payment/{reference}")
class PaymentPage {

    private final Payments payments;
    private final Clock clock;

    PaymentPage(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return show(order(reference), model);
    }

    @GetMapping("/go")
    String leave(@PathVariable String reference, HttpServletResponse response, Model model) {
        PaymentOrder order = order(reference);
        if (order.address() == null || !order.isOpen(LocalDateTime.now(clock))) {
            return "redirect:" + Payments.path(order.reference());
        }
        response.setHeader("Refresh", "0; url=" + order.address());
        model.addAttribute("order", order);
        return "payment/leaving";
    }

    @PostMapping("/again")
    String again(@PathVariable String reference, Model model) {
        PaymentOrder order = order(reference);
        try {
            return "redirect:" + payments.begin(order.dossier(), order.returnPath());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return show(order, model);
        }
    }

    private String show(PaymentOrder order, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("open", order.isOpen(LocalDateTime.now(clock)) && order.address() != null);
        model.addAttribute("waits", payments.toPay(order.dossier()).isPresent());
        return "payment/payment";
    }

    private PaymentOrder order(String reference) {
        return payments.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
