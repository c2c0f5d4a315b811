package vn.motcua.mine;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.page.EnginePage;
import vn.motcua.payment.Payments;
import vn.motcua.refusal.Refusal;

/** Paying the fee of one's own dossier. */
@EnginePage
class PayPage {

    private final OwnDossiers own;
    private final Payments payments;

    PayPage(OwnDossiers own, Payments payments) {
        this.own = own;
        this.payments = payments;
    }

    /** Leads on to the payment gateway. */
    @PostMapping("/account/dossiers/{code}/pay")
    String pay(@AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, RedirectAttributes next) {
        String page = UriComponentsBuilder.fromPath("/account/dossiers/{code}")
                .build(own.get(who, code).code())
                .getRawPath();
        try {
            return "redirect:" + payments.begin(code, page);
        } catch (Refusal refusal) {
            next.addFlashAttribute("payRefusal", refusal.getMessage());
            return "redirect:" + page;
        }
    }
}
